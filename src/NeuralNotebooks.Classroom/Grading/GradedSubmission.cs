namespace NeuralNotebooks.Classroom;

/// <summary>
/// All that grading has found out about a submission, and all that a teacher may see: grades, reports and pages are
/// made from it, and a regrade needs nothing else. It holds far more than a student's page may show.
/// </summary>
/// <param name="Student">The student's id.</param>
/// <param name="Assignment">The assignment's name.</param>
/// <param name="Timestamp">When it was submitted, according to the submission; empty if it does not say.</param>
/// <param name="MaxPoints">What the assignment is worth.</param>
/// <param name="Hashes">What the answers depend on.</param>
/// <param name="Problem">Why it could not be graded; null if it was.</param>
/// <param name="Notes">What was restored, moved or ignored.</param>
/// <param name="Tasks">The tasks in the source's order; none if it could not be graded.</param>
public sealed record GradedSubmission(
    string Student, string Assignment, string Timestamp, Points MaxPoints, GradingHashes Hashes, string? Problem,
    IReadOnlyList<SubmissionNote> Notes, IReadOnlyList<GradedTask> Tasks)
{
    /// <summary>The student's account on the learning platform; null without one.</summary>
    public PlatformUser? User { get; init; }

    /// <summary>Its student and its assignment.</summary>
    [JsonIgnore]
    public SubmissionKey Key => new(Student, Assignment);

    /// <summary>A short hash of the answers; null if there are none, or an earlier version has graded them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Digest { get; init; }

    /// <summary>The images that are not stored yet.</summary>
    [JsonIgnore]
    internal IReadOnlyList<SubmittedImage> NewImages { get; init; } = [];

    /// <summary>The notes that the student may read.</summary>
    [JsonIgnore]
    internal string[] StudentNotes => [.. Notes.Where(note => !note.IsForTeacher).Select(note => note.Text)];

    /// <summary>Whether the problem is one of the submission itself.</summary>
    public bool IsProblemOfSubmission { get; init; }

    /// <summary>The problem as the student sees it: one outside the submission may name a hidden probe.</summary>
    [JsonIgnore]
    public string? StudentProblem =>
        Problem is null || IsProblemOfSubmission
            ? Problem
            : "Grading failed, and not because of your notebook. Your teacher sees why.";
}

/// <summary>What the answers in a store depend on: hexadecimal SHA-256, and the limits as text.</summary>
/// <param name="Submission">The submitted notebook's file, and its images.</param>
/// <param name="Source">The teacher's notebook.</param>
/// <param name="Kit">The kit and the judge.</param>
/// <param name="Limits">Time, memory and isolation.</param>
public sealed record GradingHashes(string Submission, string Source, string Kit, string Limits);

/// <summary>A task of a graded submission: the question, and everybody's answers to it.</summary>
/// <param name="Name">The task's name.</param>
/// <param name="Points">What it is worth.</param>
/// <param name="IsByHand">Whether a person marks it; it then has no probes.</param>
/// <param name="IsText">Whether it is a Markdown cell.</param>
/// <param name="Solution">The reference's cell.</param>
/// <param name="Submitted">The student's cell; null if the task is not answered.</param>
/// <param name="Probes">The probes.</param>
/// <param name="Reference">The reference's answers, for this student's variant.</param>
/// <param name="Mistakes">The answers of known wrong solutions, for this student's variant.</param>
/// <param name="Answers">The student's answers.</param>
/// <param name="Keys">Hashes of what the answers depend on.</param>
/// <param name="Notes">Messages for teacher and student, such as a compile error with its place.</param>
/// <param name="Transcript">What the session printed: for the teacher only.</param>
public sealed record GradedTask(
    string Name,
    Points Points,
    bool IsByHand,
    bool IsText,
    string Solution,
    string? Submitted,
    IReadOnlyList<Probe> Probes,
    IReadOnlyList<Answer> Reference,
    IReadOnlyList<MistakeAnswers> Mistakes,
    IReadOnlyList<Answer> Answers,
    AnswerKeys Keys,
    IReadOnlyList<string> Notes,
    string Transcript
)
{
    /// <summary>What the hidden region declares beside the probes, with which a lost one is reproduced.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Declarations { get; init; }

    /// <summary>The images that the student's text shows: by its names for them, the names of their files in the store;
    /// null without any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Images { get; init; }

    /// <summary>The answers of the reference or of a mistake, by the hash of what they depend on; null if it is
    /// neither's.</summary>
    internal IReadOnlyList<Answer>? TeacherAnswers(string key) =>
        key == Keys.Reference
            ? Reference
            : Mistakes.Zip(Keys.Mistakes).FirstOrDefault(mistake => mistake.Second == key).First?.Answers;

    /// <summary>What the answers earned.</summary>
    public TaskScore Score() => Scoring.Of(Probes, Reference, Mistakes, Answers);
}

/// <summary>Hashes of what the answers to a task depend on: answers with the same one are not asked again.</summary>
/// <param name="Student">That of the student's answers; empty if the task is not answered.</param>
/// <param name="Reference">That of the reference's.</param>
/// <param name="Mistakes">Those of the mistakes, in their order.</param>
public sealed record AnswerKeys(string Student, string Reference, IReadOnlyList<string> Mistakes)
{
    /// <summary>Those of a task without probes.</summary>
    public static AnswerKeys None { get; } = new("", "", []);
}
