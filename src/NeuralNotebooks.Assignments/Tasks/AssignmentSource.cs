namespace NeuralNotebooks.Assignments;

/// <summary>A teacher's notebook for an assignment, from which the student's version, the grading and the feedback are
/// made.</summary>
/// <param name="Name">The assignment's name: that of the file without its extension.</param>
public sealed record AssignmentSource(
    string Path, string Name, Notebook Notebook, IReadOnlyList<SourceCell> Cells, IReadOnlyList<AssignmentTask> Tasks)
{
    public string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;

    public Points MaxPoints => Points.Sum(Tasks.Select(task => task.Points));

    /// <summary>The name of the only task to check; null for all tasks.</summary>
    public string? OnlyTask { get; init; }

    internal IEnumerable<AssignmentTask> TasksWithProbes =>
        Tasks.Where(task => task.Probes.Count > 0 && IsChecked(task));

    internal AssignmentTask? TaskOf(SourceCell cell) => Tasks.FirstOrDefault(task => task.Name == cell.Task);

    internal IEnumerable<SourceCell> CellsAbove(AssignmentTask task) =>
        Cells.TakeWhile(cell => cell.Role != CellRole.Task || cell.Task != task.Name);

    internal bool IsChecked(AssignmentTask task) => OnlyTask is null || task.Name == OnlyTask;

    /// <summary>The source up to the last cell of the only task that students get.</summary>
    internal AssignmentSource UpToTask =>
        OnlyTask is null ? this : this with
        {
            Cells = [.. Cells.Reverse().SkipWhile(cell => cell.Task != OnlyTask || !cell.IsReleased).Reverse()],
        };
}

/// <param name="Cell">The cell, markers included.</param>
/// <param name="Task">The name of the task that it belongs to; null for given cells and the STUDENT cell.</param>
/// <param name="GradeId">Its id in nbgrader's metadata; null for cells that no student gets, and for the STUDENT
/// cell.</param>
public sealed record SourceCell(Cell Cell, CellRole Role, string? Task, string? GradeId)
{
    /// <summary>The cell in messages, such as "cell 7": code cells are counted from 1 as usual, Markdown cells
    /// separately.</summary>
    public string Place { get; init; } = "";

    public bool IsReleased => Role is not (CellRole.Mistake or CellRole.Forbidden or CellRole.Allowed);

    internal Marker Marker => Marker.Of(Cell);

    /// <summary>Its text after the first line, with the line break before it.</summary>
    internal string TextAfterMarker =>
        Cell.Source.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? Cell.Source[end..] : "";
}

public enum CellRole
{
    /// <summary>Prose or code that the student is given.</summary>
    Given,

    /// <summary>The cell in which the student enters an id.</summary>
    Student,

    Task,

    /// <summary>The probes of a task and its visible checks.</summary>
    Tests,

    /// <summary>A wrong solution, never released.</summary>
    Mistake,

    /// <summary>Types and members that an answer must not use, never released.</summary>
    Forbidden,

    /// <summary>Types and members that are forbidden in general, but allowed in this task, never released.</summary>
    Allowed,
}
