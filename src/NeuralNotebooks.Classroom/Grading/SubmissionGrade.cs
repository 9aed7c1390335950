namespace NeuralNotebooks.Classroom;

/// <summary>A submission's points, from its answers and from what the teacher has entered.</summary>
/// <param name="Submission">The submission.</param>
/// <param name="Tasks">Its tasks.</param>
/// <param name="Penalty">The points deducted, for a late submission for example.</param>
/// <param name="Comment">What the teacher has written about the penalty.</param>
public sealed record SubmissionGrade(
    GradedSubmission Submission,
    IReadOnlyList<TaskGrade> Tasks,
    Points Penalty,
    string Comment
)
{
    /// <summary>When it was due; empty if the teacher has not said.</summary>
    public string Due { get; init; } = "";

    /// <summary>The sum of the tasks' points; null if the submission could not be graded.</summary>
    public Points? RawScore =>
        Submission.Problem is null ? Points.Sum(Tasks.Select(task => task.Points)) : null;

    /// <summary>The score less the penalty, at least 0; null if the submission could not be graded.</summary>
    public Points? Score => RawScore is { } raw ? raw > Penalty ? raw - Penalty : 0 : null;
}

/// <summary>A task's points.</summary>
/// <param name="Task">The task and the answers to it.</param>
/// <param name="Score">What the answers earned.</param>
/// <param name="Points">What counts: the score, or what the teacher has entered.</param>
/// <param name="IsUnmarked">Whether a person still has to mark it.</param>
/// <param name="Comment">What the teacher has written about it.</param>
public sealed record TaskGrade(GradedTask Task, TaskScore Score, Points Points, bool IsUnmarked, string Comment)
{
    /// <summary>The group of equal answers that the teacher has accepted, with this one among them; null if the score
    /// is that of the probes.</summary>
    public string? AcceptedGroup { get; init; }
}
