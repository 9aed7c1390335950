namespace NeuralNotebooks.Judge;

/// <summary>Finds the student's cells that must run because they may change a variable which the answer, or another
/// cell that runs, uses.</summary>
/// <param name="namesOfSolutions">The names of variables that have the
/// assignment's value, whatever the student's cells do.</param>
internal sealed class ChangingCells(
    VariableAnalysis session, CandidateCells candidates, NeededCells needed, IReadOnlyList<string> namesOfSolutions)
{
    private readonly HashSet<ISymbol> _used = new(SymbolEqualityComparer.Default);

    /// <summary>Adds the cells for an answer. Each cell that is added may use further variables.</summary>
    public void AddAll(CSharpCompilation answer)
    {
        _used.UnionWith(session.UsedVariables(answer.SyntaxTrees[0].GetRoot()));
        foreach (CandidateCell cell in candidates.All.Where(cell => needed.IsRequired(cell.Text)))
            Use(cell);
        List<(CandidateCell Cell, HashSet<ISymbol> Changed)> others =
        [
            .. candidates.All.Where(cell => !needed.IsRequired(cell.Text) && cell.Text.Runs)
                .Select(cell => (cell, ChangedBy(cell))),
        ];
        while (others.FindIndex(other => other.Changed.Overlaps(_used)) is >= 0 and var next)
        {
            (CandidateCell cell, HashSet<ISymbol> changed) = others[next];
            others.RemoveAt(next);
            changed.IntersectWith(_used);
            string[] answers = [.. changed.Where(IsOfSolution).Select(variable => variable.Name)];
            if (answers.Length == 0)
                Add(cell, Names(changed));
            else if (answers.Any(name => !cell.Text.Replaced.Contains(name)))
                needed.AddNote(
                    $"{cell.Text.Path} may change {Names(changed)}, and does not run before the answer: the "
                        + $"assignment's value of {string.Join(", ", answers.Order(StringComparer.Ordinal))} is used.");
        }
    }

    /// <summary>Adds a cell, and those that only it needs, which can be left out together with it.</summary>
    private void Add(CandidateCell cell, string variables)
    {
        needed.AddOptional(cell.Text, variables);
        Use(cell);
        foreach (CandidateCell declaring in candidates.UsedBy(cell.Compilation, needed.All))
        {
            needed.AddOptional(declaring.Text);
            Use(declaring);
        }
    }

    private void Use(CandidateCell cell)
    {
        _used.UnionWith(session.UsedVariables(cell.Compilation.SyntaxTrees[0].GetRoot()));
        // Other variables of the cell may refer to the changed object.
        if (session.ChangedVariables(VariableAnalysis.Running(cell.Compilation)).Overlaps(_used))
            _used.UnionWith(VariableAnalysis.ObjectsOf(cell.Compilation));
    }

    /// <summary>The variables that a cell may change, without those that it declares itself: it need not run because of
    /// these.</summary>
    private HashSet<ISymbol> ChangedBy(CandidateCell cell)
    {
        HashSet<ISymbol> changed = session.ChangedVariables(VariableAnalysis.Running(cell.Compilation));
        changed.RemoveWhere(variable => variable.ContainingAssembly.Name == cell.Compilation.AssemblyName);
        return changed;
    }

    private bool IsOfSolution(ISymbol variable) =>
        namesOfSolutions.Contains(variable.Name) && !candidates.Declare(variable);

    private static string Names(IEnumerable<ISymbol> variables) =>
        string.Join(", ", variables.Select(variable => variable.Name).Order(StringComparer.Ordinal));
}
