namespace NeuralNotebooks.Judge;

/// <summary>Compiles the texts of a session in their order: the source's cells, the student's cells that the judged
/// cell needs, and the judged cell. A builder compiles one session.</summary>
internal sealed class SessionBuilder(CellCompiler cells, NeededCells needed)
{
    private readonly List<OwnText> _own = [];

    /// <summary>The student's cells of which only the using directives count. These are compiled before the student's
    /// next cell and not at their own place, so that the compiled cells of the source between them stay
    /// cached.</summary>
    private readonly List<StudentText> _usings = [];

    public CompiledSession Compile(IReadOnlyList<string> source, IReadOnlyList<StudentText> own, string judged)
    {
        CompiledText above = AddUsings(cells.CompileChain(source, own, AddOwn));
        return new(cells.Compile(above, judged, CellCompiler.JudgedPath, isJudged: true), _own);
    }

    private CompiledText AddOwn(CompiledText last, StudentText cell)
    {
        bool isOptional = needed.Optional.Contains(cell);
        if (isOptional || needed.Required.Contains(cell))
            return Add(AddUsings(last), cell, cell.Code, isOptional);
        if (cell.Usings.Length > 0)
            _usings.Add(cell);
        return last;
    }

    private CompiledText AddUsings(CompiledText last)
    {
        foreach (StudentText cell in _usings)
        {
            try
            {
                last = Add(last, cell, cell.Usings);
            }
            catch (CompileErrorException)
            {
                // Cells that use their names do not compile, which is reported for these.
            }
        }
        _usings.Clear();
        return last;
    }

    private CompiledText Add(CompiledText last, StudentText cell, string code, bool isOptional = false)
    {
        CompiledText added = cells.Compile(last, code, cell.Path, isOptional: isOptional);
        _own.Add(new(cell, added.Compilation!));
        return added;
    }
}

/// <param name="Judged">The judged cell, which is the last text.</param>
internal sealed record CompiledSession(CompiledText Judged, IReadOnlyList<OwnText> Own);

/// <summary>A compiled text of the student other than the judged cell.</summary>
internal sealed record OwnText(StudentText Text, CSharpCompilation Compilation);
