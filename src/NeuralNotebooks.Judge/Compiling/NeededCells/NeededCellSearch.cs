namespace NeuralNotebooks.Judge;

internal sealed class NeededCellSearch(CellCompiler compiler, CompileTask task, IReadOnlyList<StudentText> own)
{
    /// <summary>The step Select: finds the cells. Comparing names is fast and finds candidates; only these are
    /// compiled, and the symbols that the compiler has bound decide.</summary>
    public NeededCells Select()
    {
        IEnumerable<string> names = CellNames.InText(ScriptSyntax.Parse(task.Code).GetRoot()).Reads;
        IReadOnlyList<StudentText> required = WithDeclaring(Naming(names, cell => cell.Declares));
        if (required.Count == 0)
            return new([], [], []);
        IReadOnlyList<StudentText> users = TransitiveClosure.Of(
            required.Where(cell => cell.HasState), cell => Naming(cell.Names.Declares, user => user.Reads));
        // The second attempt omits the users, which may be the reason why cells of the source do not compile.
        return SelectAmong(WithDeclaring(required.Concat(users)), required)
            ?? SelectAmong(required, required)
            ?? new([], [], ["Cells of the assignment do not compile after the cells that were added above them; the "
                + "added cells were left out."]);
    }

    /// <param name="required">The candidates whose compile errors are reported.</param>
    /// <returns>Null if a cell of the source does not compile after the candidates.</returns>
    private NeededCells? SelectAmong(IReadOnlyList<StudentText> candidates, IReadOnlyList<StudentText> required)
    {
        var notes = new List<string>();
        Dictionary<string, StudentText> byAssembly = [];
        Dictionary<StudentText, HashSet<StudentText>> uses = [];
        CompiledText last;
        try
        {
            last = compiler.CompileChain(task.Source, own, AddOwn);
        }
        catch (SourceFailedException)
        {
            return null;
        }
        CSharpCompilation judged = compiler.Bind(last, task.Code, CellCompiler.JudgedPath);
        if (!judged.GetDiagnostics().Any(found => found.Severity == DiagnosticSeverity.Error))
            notes.Clear(); // The answer compiles without the cells that do not: they only use the same names.
        IReadOnlyList<StudentText> needed = TransitiveClosure.Of(UsedBy(judged), cell => uses[cell]);
        IReadOnlyList<StudentText> users = TransitiveClosure.Of(
            needed.Where(cell => cell.HasState), cell => uses.Keys.Where(user => uses[user].Contains(cell)));
        return new(needed, [.. TransitiveClosure.Of(users, cell => uses[cell]).Except(needed)], notes);

        CompiledText AddOwn(CompiledText last, StudentText cell)
        {
            try
            {
                if (!candidates.Contains(cell))
                    return cell.Usings.Length > 0 ? compiler.Compile(last, cell.Usings, cell.Path) : last;
                CompiledText added = compiler.Compile(last, cell.Code, cell.Path);
                uses.Add(cell, [.. UsedBy(added.Compilation!)]);
                byAssembly.Add(added.Compilation!.AssemblyName!, cell);
                return added;
            }
            catch (CompileErrorException e)
            {
                if (required.Contains(cell))
                    notes.Add($"{cell.Path} does not compile, and was left out: {CellCompiler.Describe(e)}");
                return last;
            }
        }

        IEnumerable<StudentText> UsedBy(CSharpCompilation user) =>
            UsedSymbols.In(user).Select(symbol => symbol.ContainingAssembly?.Name).OfType<string>().Distinct()
                .Select(byAssembly.GetValueOrDefault).OfType<StudentText>();
    }

    private IReadOnlyList<StudentText> WithDeclaring(IEnumerable<StudentText> cells) =>
        TransitiveClosure.Of(cells, cell => Naming(cell.Names.Reads, other => other.Declares));

    /// <summary>The student's cells with one of these names among those that a function selects.</summary>
    private IEnumerable<StudentText> Naming(IEnumerable<string> names, Func<CellNames, IEnumerable<string>> some)
    {
        HashSet<string> wanted = [.. names];
        return own.Where(cell => some(cell.Names).Any(wanted.Contains));
    }
}
