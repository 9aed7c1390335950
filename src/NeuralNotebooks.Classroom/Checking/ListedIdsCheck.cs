namespace NeuralNotebooks.Classroom;

internal sealed class ListedIdsCheck(AssignmentSource source, ProblemList problems)
{
    public bool HasAny => source.Tasks.Any(task => task.Rules.Forbidden.Count + task.Rules.Allowed.Count > 0);

    public void Check(TaskScope scope)
    {
        CSharpCompilation solution = scope.Compiler.Bind(scope.Above, scope.Task.Solution, "task");
        foreach (SourceCell list in source.Cells.Where(cell =>
            cell.Role is CellRole.Forbidden or CellRole.Allowed && cell.Task == scope.Task.Name))
            foreach ((string id, int line) in IdList.Read(list.Cell.Source))
                if (!Exists(id, solution))
                    problems.Add(
                        list.Place, line,
                        $"There is no {id}. Expected the documentation-comment id of something that a solution could "
                            + "use.");
    }

    private static bool Exists(string listed, Compilation code)
    {
        if (DocumentationCommentId.GetFirstSymbolForDeclarationId(listed, code) is { } exact)
            return SymbolId.Matches(SymbolId.Of(exact).First(), listed);
        int dot = listed.LastIndexOf('.');
        return dot > 2 && !listed.Contains('(')
            && DocumentationCommentId.GetFirstSymbolForDeclarationId($"T:{listed[2..dot]}", code)
                is INamedTypeSymbol type
            && type.GetMembers().Any(member => SymbolId.Matches(SymbolId.Of(member).First(), listed));
    }
}
