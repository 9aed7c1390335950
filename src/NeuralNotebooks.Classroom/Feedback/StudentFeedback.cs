namespace NeuralNotebooks.Classroom;

/// <summary>Everything that a student may see of a graded assignment, and nothing else: the page is made from this
/// alone.</summary>
/// <param name="grade">The grade.</param>
/// <param name="sentence">For each task, the teacher's sentence for all who gave this answer; null for none.</param>
internal sealed class StudentFeedback(SubmissionGrade grade, Func<string, string?> sentence)
{
    public string Assignment => grade.Submission.Assignment;

    public string Student => grade.Submission.Student;

    /// <summary>A short hash of the answers that were graded; null if there is none.</summary>
    public string? Digest => grade.Submission.Digest;

    /// <summary>What was earned, less the penalty.</summary>
    public Points Score => grade.Score ?? default;

    /// <summary>What can be earned.</summary>
    public Points MaxScore => grade.Submission.MaxPoints;

    /// <summary>The points deducted.</summary>
    public Points Penalty => grade.Penalty;

    /// <summary>Why the submission could not be graded; null if it was.</summary>
    public string? Unread => grade.Submission.StudentProblem;

    /// <summary>What was restored, moved or ignored in the notebook.</summary>
    public IReadOnlyList<string> Notes { get; } = grade.Submission.StudentNotes;

    /// <summary>The teacher's comment on the whole submission; empty for none.</summary>
    public string Comment => grade.Comment;

    /// <summary>The tasks, in the assignment's order.</summary>
    public IReadOnlyList<TaskFeedback> Tasks { get; } =
        [.. grade.Tasks.Select(task => new TaskFeedback(task, sentence(task.Task.Name)))];
}

/// <summary>What a student may see of a task.</summary>
/// <param name="grade">Its grade.</param>
/// <param name="sentence">The teacher's sentence for all who gave this answer; null for none.</param>
internal sealed class TaskFeedback(TaskGrade grade, string? sentence)
{
    public string Name => grade.Task.Name;

    /// <summary>What was earned.</summary>
    public Points Score => grade.Points;

    /// <summary>What can be earned.</summary>
    public Points MaxScore => grade.Task.Points;

    /// <summary>How many probes there are; 0 for a task that is marked by hand.</summary>
    public int Probes => grade.Task.Probes.Count;

    /// <summary>How many probes passed.</summary>
    public int Passed => Probes - Differences.Count;

    /// <summary>How each of the others differs, in an order that does not reveal which is which.</summary>
    public IReadOnlyList<Difference> Differences { get; } =
        [.. grade.Score.ForStudent().OrderBy(difference => difference.Sentence, StringComparer.Ordinal)];

    /// <summary>The compiler's messages about the student's text, from before any of it ran.</summary>
    public IReadOnlyList<string> Notes =>
        grade.Task.Answers.Any(answer =>
            answer is NoAnswer { Reason: NoAnswerReason.DoesNotCompile or NoAnswerReason.Forbidden }
        )
            ? grade.Task.Notes
            : [];

    /// <summary>The sentences of the mistakes that explain it; several are alternatives.</summary>
    public IReadOnlyList<string> Mistakes => grade.Score.Mistakes;

    /// <summary>The teacher's sentence for all who gave this answer; null for none.</summary>
    public string? Sentence => sentence;

    /// <summary>The teacher's comment on this student's answer; empty for none.</summary>
    public string Comment => grade.Comment;

    /// <summary>Whether a person must mark it and has not done so.</summary>
    public bool IsUnmarked => grade.IsUnmarked;

    /// <summary>Whether the teacher has changed what the probes earned.</summary>
    public bool IsCorrected => !grade.Task.IsByHand && grade.Points != grade.Score.Points;

    /// <summary>The lost probes whose values a student may see.</summary>
    public IEnumerable<ShownProbe> Shown =>
        from i in grade.Score.Lost
        where grade.Task.Probes[i].IsShown
        select new ShownProbe(
            grade.Task.Probes[i].Name,
            grade.Task.Reference[i],
            grade.Task.Answers[i],
            grade.Score.Differences[i]!
        );
}

/// <summary>A probe for which the student sees both values.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Expected">The reference's answer.</param>
/// <param name="Actual">The student's.</param>
/// <param name="Difference">How they differ.</param>
internal sealed record ShownProbe(string Name, Answer Expected, Answer Actual, Difference Difference);
