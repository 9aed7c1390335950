namespace NeuralNotebooks.Classroom;

/// <summary>What a student has submitted for an assignment.</summary>
/// <param name="Folder">The name of the student's folder in the results.</param>
public sealed record Submission(StudentId Id, string Folder, string Assignment)
{
    public SubmissionKey Key => new(Folder, Assignment);

    /// <summary>The student who has submitted it: a student of the same group, or this student. From this id the
    /// variant's numbers are generated.</summary>
    public StudentId Submitter { get; private init; } = Id;

    /// <summary>Whether an id in the notebook is that of a student outside the group, from the class list or another
    /// submission.</summary>
    internal Func<string, bool> IsIdOfOther { get; init; } = _ => false;

    /// <summary>Whether a platform has made the folder's name, and the class list does not say whose it is: then the
    /// notebook's id cannot differ from the student's.</summary>
    internal bool IsNamedByPlatform { get; init; }

    public PlatformUser? User { get; internal init; }

    public IReadOnlyList<SubmissionNote> Notes { get; internal init; } = [];

    /// <summary>When it was submitted, according to nbgrader's <c>timestamp.txt</c>. Empty for submissions from a
    /// learning platform, where students could upload such a file themselves.</summary>
    public string Timestamp => Files.Timestamp;

    internal SubmittedFiles Files { get; init; } = SubmittedFiles.None;

    internal IReadOnlyList<SubmittedFile> Notebooks() =>
        Submitter.Text.Contains(SubmittedFile.NotUtf8)
            ? throw new SubmissionException("The name of the student's folder is not UTF-8. Rename it.")
            : Files.Notebooks();

    internal Submission ForPartner(StudentId partner, string folder) =>
        this with { Id = partner, Folder = folder, User = null };
}
