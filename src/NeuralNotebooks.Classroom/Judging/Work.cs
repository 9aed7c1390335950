namespace NeuralNotebooks.Classroom;

/// <summary>The part of a submission that is judged: the student's own code cells, in the notebook's order.</summary>
/// <param name="Student">The student's id, from which the variant is derived.</param>
/// <param name="Cells">The cells that answer tasks, and others that are not from the source.</param>
public sealed record Work(string Student, IReadOnlyList<WorkCell> Cells)
{
    /// <summary>The cell that answers a task: the last of several; null if none does.</summary>
    internal WorkCell? CellOf(AssignmentTask task) => Cells.LastOrDefault(cell => cell.Task == task.Name);
}

/// <summary>A cell of a student.</summary>
/// <param name="Number">Its number in the submitted notebook, counting code cells from 1.</param>
/// <param name="Code">Its text.</param>
/// <param name="Task">The task that it answers; null for a cell of the student's own.</param>
public sealed record WorkCell(int Number, string Code, string? Task)
{
    /// <summary>How many cells of the source are above it, counted as in <see cref="AssignmentSource.Cells"/>; default:
    /// all.</summary>
    public int SourceCellsAbove { get; init; } = int.MaxValue;

    /// <summary>If it is a given cell that the student changed, the source's text, which counts; else null.</summary>
    internal string? Given { get; init; }
}

/// <summary>A session's answers to the probes of one task.</summary>
/// <param name="Task">The task's name.</param>
/// <param name="Answers">One for each probe, in order.</param>
/// <param name="Notes">Messages for teacher and student beside the score, such as a compile error with its place or a
/// forbidden use.</param>
/// <param name="Transcript">The messages of the session's exceptions and, unless its process is used again, what it
/// printed: for the teacher only.</param>
/// <param name="Cpu">CPU time used.</param>
public sealed record TaskAnswers(
    string Task,
    IReadOnlyList<Answer> Answers,
    IReadOnlyList<string> Notes,
    string Transcript,
    TimeSpan Cpu
)
{
    /// <summary>What the task's own cell threw; null if it ran to its end.</summary>
    internal SessionStarted? Failed { get; init; }

    /// <summary>The same reason in place of each answer.</summary>
    internal static TaskAnswers Refused(AssignmentTask task, NoAnswer why, IReadOnlyList<string> notes)
        => new(task.Name, [.. task.Probes.Select(_ => why)], notes, "", TimeSpan.Zero);
}
