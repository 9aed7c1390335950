namespace NeuralNotebooks.Judge;

/// <summary>Compiles the texts of a session in their order: the source's cells, the student's cells that the judged
/// cell needs, and the judged cell. A builder compiles one session.</summary>
internal sealed class SessionBuilder(CellCompiler cells, NeededCells needed)
{
    private readonly List<CSharpCompilation> _own = [];

    /// <summary>Using directives of the student's cells that do not run. They are compiled before the student's next
    /// cell and not at their own place, so that the compiled cells of the source between them stay cached.</summary>
    private readonly List<string> _usings = [];

    public CompiledSession Compile(IReadOnlyList<string> source, IReadOnlyList<StudentText> own, string judged)
    {
        CompiledText above = AddUsings(cells.CompileChain(source, own, AddOwn));
        return new(cells.Compile(above, judged, CellCompiler.JudgedPath, isJudged: true), _own);
    }

    private CompiledText AddOwn(CompiledText last, StudentText cell)
    {
        bool isOptional = needed.Optional.Contains(cell);
        if (isOptional || needed.Required.Contains(cell))
            return Add(AddUsings(last), cell.Code, cell.Path, isOptional);
        if (cell.Usings.Length > 0)
            _usings.Add(cell.Usings);
        return last;
    }

    private CompiledText AddUsings(CompiledText last)
    {
        foreach (string directives in _usings)
            last = Add(last, directives, "using directives");
        _usings.Clear();
        return last;
    }

    private CompiledText Add(CompiledText last, string code, string path, bool isOptional = false)
    {
        try
        {
            CompiledText added = cells.Compile(last, code, path, isOptional: isOptional);
            _own.Add(added.Compilation!);
            return added;
        }
        catch (CompileErrorException)
        {
            return last; // These are using directives without effect: needed cells have already been compiled once.
        }
    }
}

/// <param name="Judged">The judged cell, which is the last text.</param>
internal sealed record CompiledSession(CompiledText Judged, IReadOnlyList<CSharpCompilation> Own);
