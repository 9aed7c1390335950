namespace NeuralNotebooks.Assignments;

/// <summary>The step Collect: takes the source's cells above a task, with the solutions in place of earlier answers,
/// and the student's other cells above the answer.</summary>
internal sealed class SessionTexts(JudgeRequest request)
{
    private readonly SourceCell[] _above = [.. request.Source.CellsAbove(request.Task)];

    private readonly AssignmentTask[] _earlier =
        [.. request.Source.Tasks.TakeWhile(other => other.Name != request.Task.Name).Where(other => !other.IsText)];

    public CompileTask Collect()
    {
        var (_, code, task, _) = request;
        Answer answer = code.Answers[task.Name];
        return new CompileTask(
            code.Owner, [.. TextsOfFirst(_above.Length)],
            [.. code.OwnCode.TakeWhile(cell => cell != answer.Cells[0]).Select(Other)],
            answer.Code, [.. CellNames.DeclaredBy(task.Solution)], task.Declarations,
            [.. task.Probes.Select(probe => probe.Code)], task.Rules)
        {
            Shared = SharedBy(answer),
        };
    }

    private StudentCell Other(SubmittedCell cell)
    {
        AssignmentTask[] replaced = [.. _earlier.Where(TasksIn(cell).Contains)];
        // An answer to an earlier task is placed below the solution that replaces it.
        int sourceAbove = replaced.Select(other => request.Source.CellsAbove(other).Count() + 1)
            .Append(cell.SourceAbove).Max();
        IEnumerable<string> texts = replaced.Select(other => other.Solution);
        return new StudentCell(
            cell.Number, cell.Code, TextsOfFirst(sourceAbove).Count(),
            replaced.Length > 0 || cell.IsRestored
                ? [.. (cell.IsRestored ? texts.Append(cell.Released) : texts).SelectMany(CellNames.DeclaredBy)]
                : null,
            cell.IsRestored);
    }

    private SharedText SharedBy(Answer answer)
    {
        SubmittedCell[] restored = [.. answer.Cells.Where(cell => cell.IsRestored)];
        IEnumerable<AssignmentTask> replaced = answer.Cells.SelectMany(TasksIn).Where(_earlier.Contains);
        return new(
            [.. NamesOf(replaced), .. restored.SelectMany(cell => CellNames.DeclaredBy(cell.Released))],
            [
                .. NamesOf(request.Source.Tasks.Except(_earlier))
                    .Where(name => answer.Cells.Any(cell => cell.Declared.Contains(name))),
            ],
            restored.Length > 0);

        IEnumerable<string> NamesOf(IEnumerable<AssignmentTask> tasks) =>
            tasks.SelectMany(other => other.RequiredNames).Except(answer.Task.RequiredNames);
    }

    private IEnumerable<AssignmentTask> TasksIn(SubmittedCell cell)
    {
        HashSet<string> names = [.. request.Code.AnswersIn(cell).Select(answer => answer.Task.Name)];
        return request.Source.Tasks.Where(task => names.Contains(task.Name));
    }

    private IEnumerable<string> TextsOfFirst(int cells) => _above.Take(cells).Select(TextOf).OfType<string>();

    /// <summary>The code that runs for a cell of the source in the session of a later task; null if none
    /// does.</summary>
    private string? TextOf(SourceCell cell) =>
        cell.Role switch
        {
            CellRole.Given when cell.Cell is CodeCell { IsSkipped: false } code => code.Source,
            CellRole.Task when request.Source.TaskOf(cell) is { IsText: false } task => task.Solution,
            _ => null,
        };
}
