namespace NeuralNotebooks.Classroom;

/// <summary>What grading would read of a notebook: the cells that answer each task, and what would not count.</summary>
/// <param name="Notes">Notes about ignored, restored or moved cells, and about the student's id.</param>
/// <param name="LacksId">Whether the assignment has a cell for the student's id, but the notebook contains no
/// id.</param>
internal sealed record HandInReport(IReadOnlyList<HandInTask> Tasks, IReadOnlyList<string> Notes, bool LacksId)
{
    /// <summary>The points of the tasks whose answers will not count.</summary>
    public Points Lost => Points.Sum(Tasks.Where(task => !task.Counts).Select(task => task.Points));
}

/// <summary>A task of a notebook that is handed in.</summary>
/// <param name="Place">The cells that answer it; null if none does.</param>
/// <param name="Problems">Why the answer will not count.</param>
internal sealed record HandInTask(string Name, Points Points, string? Place, IReadOnlyList<string> Problems)
{
    /// <summary>Whether the answer will be judged, or marked by a person.</summary>
    public bool Counts => Place is not null && Problems.Count == 0;
}
