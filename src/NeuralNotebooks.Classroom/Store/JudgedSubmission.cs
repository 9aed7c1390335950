namespace NeuralNotebooks.Classroom;

/// <summary>All results of grading a submission. Grades, reports and pages are made from them alone, and so is a
/// regrade. They contain expected values and other details that a student's page must not show.</summary>
/// <param name="Folder">The name of the student's folder in the results.</param>
/// <param name="Timestamp">When it was submitted, according to its timestamp.txt; empty if there is none.</param>
/// <param name="Tasks">The tasks in the source's order. Those of a submission that could not be graded have no probes,
/// but can be marked by the teacher.</param>
internal sealed record JudgedSubmission(
    [property: JsonPropertyName("student")] string Folder, string Assignment, string Timestamp, Points MaxPoints,
    GradingHashes Hashes, string? Problem, IReadOnlyList<SubmissionNote> Notes, IReadOnlyList<JudgedTask> Tasks)
{
    public PlatformUser? User { get; init; }

    /// <summary>The student's id for the tables of grades; null if it is the folder's name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StudentId? Id { get; init; }

    [JsonIgnore] public SubmissionKey Key => new(Folder, Assignment);

    /// <summary>The student's code, for programs that search for plagiarism.</summary>
    public string Code { get; init; } = "";

    internal string[] StudentNotes =>
        [.. Notes.Where(note => note.For != NoteReaders.Teacher).Select(note => note.Text)];

    public bool IsProblemOfSubmission { get; init; }

    /// <summary>The text of the problem for the student. A problem outside the submission is not described, because its
    /// text may name a hidden probe.</summary>
    [JsonIgnore]
    public string? StudentProblem =>
        Problem is null || IsProblemOfSubmission
            ? Problem
            : "Grading failed, and not because of your notebook. Your teacher sees why.";
}

/// <summary>The inputs on which stored values depend: hexadecimal SHA-256 hashes, and the limits as text.</summary>
/// <param name="Submission">The submitted notebook's file, and its images.</param>
internal sealed record GradingHashes(string Submission, string Source, string Kit, string Limits);

/// <summary>A task of a graded submission, with the values of its probes for the code of the student, of the solution
/// and of known mistakes.</summary>
/// <param name="Submitted">The student's cell; null if the task is not answered.</param>
internal sealed record JudgedTask(
    string Name, string Title, Points Points, bool IsByHand, bool IsText, string Solution, string? Submitted,
    IReadOnlyList<JudgedProbe> Probes)
{
    public IReadOnlyList<MistakeValues> Mistakes { get; init; } = [];

    /// <summary>A hash of the inputs on which the student's values depend; empty if the task is not answered. If the
    /// hash of the stored values is equal, they are reused, and no code runs.</summary>
    public string Key { get; init; } = "";

    public string SolutionKey { get; init; } = "";

    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The output that the session printed, which only the teacher sees.</summary>
    public string Transcript { get; init; } = "";

    /// <summary>The images in the student's text: their names in the text, and the names of their files in the store.
    /// Null if there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Images { get; init; }

    /// <summary>An id of the student's text and its images, which changes when the student changes them. It begins with
    /// a letter, so that spreadsheets never read it as a number.</summary>
    internal string AnswerId => $"a{HexHash.Of(KeyOf(Submitted ?? ""))[..15]}";

    /// <summary>A text of this answer without differences in white space, and its images.</summary>
    internal string KeyOf(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        + string.Concat((Images ?? new Dictionary<string, string>()).Select(image => $"\n{image.Key} {image.Value}"));

    /// <summary>The values of the solution or of a mistake, found by their key; null if no key is equal.</summary>
    internal IReadOnlyList<ProbeValue>? StoredTeacherValues(string key) =>
        key == SolutionKey
            ? [.. Probes.Select(probe => probe.Expected)]
            : Mistakes.FirstOrDefault(mistake => mistake.Key == key)?.Values;
}

internal sealed record JudgedProbe(
    Probe Probe, ProbeValue Expected, [property: JsonPropertyName("answer")] ProbeValue Actual)
{
    [JsonIgnore]
    public bool IsPassed => ValueComparison.Between(Expected, Actual, Probe) is null;
}

internal sealed record MistakeValues(
    string Sentence, [property: JsonPropertyName("answers")] IReadOnlyList<ProbeValue> Values, string Key);
