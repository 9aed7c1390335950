namespace NeuralNotebooks.Classroom;

/// <summary>A submission's points, computed from the values of its probes and the teacher's adjustments.</summary>
/// <param name="Tasks">Its tasks; of a submission that could not be graded, those that the teacher has
/// marked.</param>
internal sealed record SubmissionGrade(
    JudgedSubmission Submission, IReadOnlyList<TaskGrade> Tasks, Points Penalty, string Comment)
{
    public Lateness Late { get; init; } = Lateness.None;

    /// <summary>The sum of the tasks' points; null if the submission could not be graded, and the teacher has not
    /// marked it.</summary>
    public Points? RawScore =>
        Submission.Problem is null || Tasks.Count > 0 ? Points.Sum(Tasks.Select(task => task.Points)) : null;

    /// <summary>Whether every task that is marked by hand is marked: then the score is the grade.</summary>
    public bool IsComplete => Tasks.All(task => !task.IsUnmarked);

    public Points? Score => RawScore is { } raw ? raw > Penalty ? raw - Penalty : 0 : null;
}

/// <param name="Points">The points that count: those of the score, adjusted by the teacher.</param>
internal sealed record TaskGrade(JudgedTask Task, TaskScore Score, Points Points, bool IsUnmarked, string Comment)
{
    /// <summary>The group of equal answers that contains this answer and that the teacher has accepted; null if there
    /// is none.</summary>
    public string? AcceptedGroup { get; init; }

    /// <summary>The points above those of the task that rows with a sign would have added.</summary>
    public Points Excess { get; init; }

    /// <summary>Whether a mark does not count, since the student has changed the answer after it was given.</summary>
    public bool HasNewAnswer { get; init; }
}
