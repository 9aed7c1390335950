namespace NeuralNotebooks.Assignments;

/// <summary>What grading would read of a notebook: the cells that answer each task, and what would not count.</summary>
internal sealed record HandInReport(IReadOnlyList<HandInTask> Tasks, IReadOnlyList<string> Notes, bool LacksId)
{
    public Points Lost => Points.Sum(Tasks.Where(task => !task.Counts).Select(task => task.Points));
}

internal sealed record HandInTask(string Name, Points Points, string? Place, IReadOnlyList<string> Problems)
{
    public bool Counts => Place is not null && Problems.Count == 0;
}
