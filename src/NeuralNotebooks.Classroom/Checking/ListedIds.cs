namespace NeuralNotebooks.Classroom;

/// <summary>Checks that the forbidden and allowed ids of tasks name existing symbols.</summary>
internal sealed class ListedIds(AssignmentSource source, ProblemList problems)
{
    /// <summary>Whether a task has such ids.</summary>
    public bool HasAny => source.Tasks.Any(task => task.Forbidden.Count + task.Allowed.Count > 0);

    public void Check(TaskScope scope)
    {
        AssignmentTask task = scope.Task;
        CSharpCompilation solution = scope.Compiler.Bind(scope.Above, task.Reference, "task");
        Check(CellRole.Forbidden, task.Name, task.Forbidden, solution);
        Check(CellRole.Allowed, task.Name, task.Allowed, solution);
    }

    private void Check(CellRole role, string task, IReadOnlyList<string> ids, CSharpCompilation solution)
    {
        foreach (string id in ids.Where(id => !SymbolId.Exists(id, solution)))
        {
            SourceCell list = source.Cells.First(cell =>
                cell.Role == role && cell.Task == task && cell.Cell.Source.Contains(id));
            int line = Array.FindIndex(
                Region.Lines(list.Cell.Source),
                text => text.EndsWith(id, StringComparison.Ordinal) || text.Contains(id + " "));
            problems.Add(
                list.Place, line + 1,
                $"There is no {id}. Expected the documentation-comment id of something that a solution could use.");
        }
    }
}
