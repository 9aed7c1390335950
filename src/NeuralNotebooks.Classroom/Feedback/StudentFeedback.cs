namespace NeuralNotebooks.Classroom;

/// <summary>Everything that a student may see of a graded assignment, and nothing else: the page is made from this
/// alone.</summary>
/// <param name="Assignment">The assignment's name.</param>
/// <param name="Student">The student's id.</param>
/// <param name="Score">What was earned, less the penalty.</param>
/// <param name="MaxScore">What can be earned.</param>
/// <param name="Penalty">The points deducted.</param>
/// <param name="Unread">Why the submission could not be graded; null if it was.</param>
/// <param name="Notes">What was restored, moved or ignored in the notebook.</param>
/// <param name="Comments">The teacher's comment on the whole submission.</param>
/// <param name="Tasks">The tasks, in the assignment's order.</param>
internal sealed record StudentFeedback(
    string Assignment,
    string Student,
    Points Score,
    Points MaxScore,
    Points Penalty,
    string? Unread,
    IReadOnlyList<string> Notes,
    IReadOnlyList<string> Comments,
    IReadOnlyList<TaskFeedback> Tasks
)
{
    /// <summary>A short hash of the answers that were graded; null if there is none.</summary>
    public string? Digest { get; init; }
}

/// <summary>What a student may see of a task.</summary>
/// <param name="Name">The task's name.</param>
/// <param name="Score">What was earned.</param>
/// <param name="MaxScore">What can be earned.</param>
internal sealed record TaskFeedback(string Name, Points Score, Points MaxScore)
{
    /// <summary>How many probes there are; 0 for a task that is marked by hand.</summary>
    public int Probes { get; init; }

    /// <summary>How each of the others differs, in an order that does not reveal which is which.</summary>
    public IReadOnlyList<Difference> Differences { get; init; } = [];

    /// <summary>The compiler's messages about the student's text, from before any of it ran.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The sentences of the mistakes that explain it; several are alternatives.</summary>
    public IReadOnlyList<string> Mistakes { get; init; } = [];

    /// <summary>The teacher's sentence for all who gave this answer.</summary>
    public string? Sentence { get; init; }

    /// <summary>The teacher's comment on this student's answer.</summary>
    public string? Comment { get; init; }

    /// <summary>Whether a person must mark it and has not done so.</summary>
    public bool IsUnmarked { get; init; }

    /// <summary>Whether the teacher has changed what the probes earned.</summary>
    public bool IsCorrected { get; init; }

    /// <summary>The probes whose values a student may see.</summary>
    public IReadOnlyList<ShownProbe> Shown { get; init; } = [];

    /// <summary>How many probes passed.</summary>
    public int Passed => Probes - Differences.Count;
}

/// <summary>A probe for which the student sees both values.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Expected">The reference's answer.</param>
/// <param name="Actual">The student's.</param>
/// <param name="Difference">How they differ; null if they do not.</param>
internal sealed record ShownProbe(string Name, Answer Expected, Answer Actual, Difference? Difference);
