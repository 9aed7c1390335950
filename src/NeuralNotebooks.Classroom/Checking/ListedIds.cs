namespace NeuralNotebooks.Classroom;

internal sealed class ListedIds(AssignmentSource source, ProblemList problems)
{
    public bool HasAny => source.Tasks.Any(task => task.Forbidden.Count + task.Allowed.Count > 0);

    public void Check(TaskScope scope)
    {
        CSharpCompilation solution = scope.Compiler.Bind(scope.Above, scope.Task.Reference, "task");
        foreach (SourceCell list in source.Cells.Where(cell =>
            cell.Role is CellRole.Forbidden or CellRole.Allowed && cell.Task == scope.Task.Name))
            foreach ((string id, int line) in IdList.Read(list.Cell.Source))
                if (!SymbolId.Exists(id, solution))
                    problems.Add(
                        list.Place, line,
                        $"There is no {id}. Expected the documentation-comment id of something that a solution could "
                            + "use.");
    }
}
