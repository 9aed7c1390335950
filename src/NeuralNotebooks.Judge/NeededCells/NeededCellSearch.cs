namespace NeuralNotebooks.Judge;

internal sealed class NeededCellSearch(CellCompiler compiler, CompileTask task, IReadOnlyList<StudentText> own)
{
    /// <summary>The step Select: finds the cells. Comparing names is fast and finds candidates; only these are
    /// compiled, and the symbols that the compiler has bound decide.</summary>
    public NeededCells Select()
    {
        var names = new NamedCells(ScriptSyntax.Parse(task.Code).GetRoot(), task.Source, own);
        if (names.Used.Count == 0 && names.Changing.Count == 0)
            return new NeededCells();
        var needed = new NeededCells();
        if (TryFindAmong(names.Used, names.Changing, needed))
            return needed;
        // The second attempt omits the cells that only change variables, which may be the reason why cells of the
        // source do not compile.
        needed = new NeededCells();
        if (!TryFindAmong(names.Used, changing: [], needed))
            needed.AddNote(
                "Cells of the assignment do not compile after the cells that were added above them; the "
                    + "added cells were left out.");
        return needed;
    }

    /// <returns>False if a cell of the source does not compile after the candidates.</returns>
    private bool TryFindAmong(HashSet<StudentText> used, HashSet<StudentText> changing, NeededCells needed)
    {
        var candidates = new CandidateCells();
        CompiledText last;
        try
        {
            last = compiler.CompileChain(task.Source, own, AddOwn);
        }
        catch (SourceFailedException)
        {
            return false;
        }
        CSharpCompilation judged = compiler.Bind(last, task.Code, CellCompiler.JudgedPath);
        foreach (CandidateCell cell in candidates.UsedBy(judged, known: []))
            needed.AddRequired(cell.Text);
        if (changing.Count > 0)
        {
            var session = new VariableAnalysis([.. last.Compilations(), judged]);
            new ChangingCells(session, candidates, needed, task.NamesOfEarlierSolutions).AddAll(judged);
        }
        return true;

        CompiledText AddOwn(CompiledText last, StudentText cell)
        {
            try
            {
                if (!used.Contains(cell) && !changing.Contains(cell))
                    return cell.Usings.Length > 0 ? compiler.Compile(last, cell.Usings, cell.Path) : last;
                CompiledText added = compiler.Compile(last, cell.Code, cell.Path);
                candidates.Add(new(cell, added.Compilation!));
                return added;
            }
            catch (CompileErrorException e)
            {
                if (used.Contains(cell))
                    needed.AddNote($"{cell.Path} does not compile, and was left out: {CellCompiler.Describe(e)}");
                return last;
            }
        }
    }
}
