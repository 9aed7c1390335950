namespace NeuralNotebooks.Classroom;

/// <summary>The files that a student has submitted for an assignment.</summary>
/// <param name="Student">The student's id, in a form that is a valid name of a folder.</param>
/// <param name="Assignment">The assignment's name.</param>
public sealed record Submission(string Student, string Assignment)
{
    private const string TimestampFile = "timestamp.txt";
    private const int MaxTimestamp = 64, MaxOthers = 5, MaxNotebooks = 10;

    /// <summary>Notes about the submitted files, such as one that the kit is ignored.</summary>
    public IReadOnlyList<SubmissionNote> Notes { get; private init; } = [];

    /// <summary>The key of this submission: student and assignment.</summary>
    public SubmissionKey Key => new(Student, Assignment);

    /// <summary>The student's account on the learning platform; null without one.</summary>
    public PlatformUser? User { get; private init; }

    /// <summary>The student who has submitted it: a student of the same group, or this student.</summary>
    public string SubmittedBy
    {
        get => field ?? Student;
        private init;
    }

    /// <summary>The student's id from which the variant's numbers are generated.</summary>
    public string Id
    {
        get => field ?? SubmittedBy;
        private init;
    }

    /// <summary>A copy with pseudonyms instead of the students' ids, for anonymous grading.</summary>
    public Submission Blind() =>
        this with
        {
            Student = PseudonymOf(Student),
            SubmittedBy = PseudonymOf(SubmittedBy),
            Id = Id,
            User = null,
        };

    /// <summary>The pseudonym of a student in anonymous results.</summary>
    public static string PseudonymOf(string student) =>
        "s-" + HexHash.Short(student);

    /// <summary>Why it cannot be graded, regardless of the files' contents; null if it can.</summary>
    private string? Problem { get; init; }

    /// <summary>The files, sorted by path in ordinal order.</summary>
    private IReadOnlyList<SubmittedFile> Files { get; init; } = [];

    private SubmittedFile? Time { get; init; }

    /// <summary>The files that grading ignores if a given notebook is graded. Files of a kit are not listed.</summary>
    internal IEnumerable<string> Ignored(string notebook) =>
        Files
            .Where(file => file != Time && !file.IsFolder && !file.Path.Contains("/kit/"))
            .Where(file => file.Problem is null && file.Name != "kit.csx" && !file.IsZip && file.Path != notebook)
            .Select(file => file.Name);

    /// <summary>When it was submitted, according to nbgrader's <c>timestamp.txt</c>. Empty for submissions from a
    /// learning platform, where students could upload such a file themselves.</summary>
    public string Timestamp =>
        Encoding.UTF8.GetString(Time?.TryRead() ?? []).Split('\n')[0].Trim() is { Length: <= MaxTimestamp } text
            ? text
            : "";

    /// <summary>
    /// The notebooks, the most probable answer first: notebooks with the assignment's name, then numbered copies, then
    /// others outside the kit's folder. Among equals the notebook in the highest folder comes first. The notebooks of
    /// the last zip follow.
    /// </summary>
    /// <exception cref="SubmissionException">There is no notebook, or the zip cannot be read.</exception>
    internal IReadOnlyList<SubmittedFile> Notebooks()
    {
        if (Problem is not null)
            throw new SubmissionException(Problem);
        SubmittedFile[] notebooks = NotebooksIn(Files);
        SubmittedFile? zip = Files.LastOrDefault(file => file.IsZip);
        try
        {
            notebooks = [.. notebooks, .. NotebooksIn(zip?.Unzip() ?? [])];
        }
        catch (SubmissionException) when (notebooks.Length > 0)
        {
            // The unreadable zip is not needed, since there is a notebook outside it.
        }
        if (notebooks.Length > 0)
            return notebooks;
        string inside = zip is null ? "" : $" in {zip.Name}";
        string[] others =
        [
            .. Files.Where(file => !file.IsFolder && file != Time && inside.Length == 0)
                .Select(file => file.Name)
                .Take(MaxOthers),
        ];
        string only = others.Length > 0 ? $", only {string.Join(", ", others)}" : "";
        throw new SubmissionException(
            Files.FirstOrDefault(file => file.Problem is not null)?.Problem
                ?? $"There is no notebook (.ipynb){inside}{only}."
        );
    }

    /// <summary>The files in the notebook's folder and its subfolders, by their paths relative to that folder; empty if
    /// they cannot be read.</summary>
    internal IReadOnlyDictionary<string, SubmittedFile> FilesNextTo(SubmittedFile notebook)
    {
        string folder = notebook.Path[..^notebook.Name.Length];
        try
        {
            IEnumerable<SubmittedFile> files = Files.Contains(notebook)
                ? Files
                : Files.LastOrDefault(file => file.IsZip)?.Unzip() ?? [];
            return files
                .Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal) && !file.IsFolder)
                .DistinctBy(file => file.Path)
                .ToDictionary(file => file.Path[folder.Length..]);
        }
        catch (SubmissionException)
        {
            return new Dictionary<string, SubmittedFile>();
        }
    }

    /// <summary>
    /// Finds the submissions in a folder or zip, in nbgrader's layout <c>STUDENT/ASSIGNMENT/NOTEBOOK.ipynb</c> or with
    /// the names of Moodle's and Canvas's downloads. They are sorted by assignment, then by student, in ordinal order.
    /// </summary>
    /// <param name="path">The folder or zip.</param>
    /// <param name="assignments">The names of the assignments that are graded.</param>
    /// <param name="students">The class.</param>
    /// <param name="report">Receives a message for each file that belongs to no submission, and for each submission
    /// whose student is not in the class.</param>
    /// <exception cref="InvalidDataException">The file is not a zip.</exception>
    public static IReadOnlyList<Submission> FindAll(
        string path,
        IReadOnlyCollection<string> assignments,
        StudentList students,
        Action<string> report
    ) => new SubmissionSearch(assignments, students).Find(path, report);

    /// <summary>A copy for another student of the same group.</summary>
    internal Submission ForPartner(string partner) =>
        this with
        {
            Student = partner,
            SubmittedBy = Student,
            User = null,
            Notes = [.. Notes, new($"It was submitted by {Student} for the group.")],
        };

    /// <summary>The submission of a student whose files are in these places.</summary>
    internal static Submission Of(
        SubmissionKey key,
        IReadOnlyList<KeyValuePair<SubmissionPlace, List<SubmittedFile>>> places
    )
    {
        // Students can create folders inside their folder. Of several folders the one nearest the root counts, and of
        // several on that level the last one.
        (SubmissionPlace place, List<SubmittedFile> all) = places
            .OrderByDescending(entry => entry.Key.Folder.Count(c => c == '/'))
            .ThenBy(entry => entry.Key.Folder, StringComparer.Ordinal)
            .Last();
        SubmittedFile[] files = [.. all.OrderBy(file => file.Path, StringComparer.Ordinal)];
        var notes = new List<SubmissionNote>();
        if (places.Count > 1)
            notes.Add(
                new($"There are {places.Count} folders of this student: {place.Folder} counts.", IsForTeacher: true)
            );
        foreach (SubmittedFile skipped in files.Where(file => file.Problem is not null).Take(MaxOthers))
            notes.Add(new($"{skipped.Name}: {skipped.Problem}"));
        if (!files.Any(file => file.IsNotebook) && files.LastOrDefault(file => file.IsZip) is { } zip)
            notes.Add(new($"The notebook is taken from {zip.Name}."));
        if (files.Any(file => file.Name == "kit.csx"))
            notes.Add(new("The submitted kit.csx is ignored: the course's own kit is used."));
        return new(key.Student, key.Assignment)
        {
            Problem =
                key.Student.Contains(SubmittedFile.NotUtf8)
                    ? "The name of the student's folder is not UTF-8. Rename it."
                : files.Length > SubmittedFile.MaxFiles
                    ? Invariant($"There are more than {SubmittedFile.MaxFiles} files.")
                : null,
            Files = files,
            Time = files.FirstOrDefault(file =>
                place.User is null && file.Path == $"{place.Folder}/{TimestampFile}"
            ),
            User = place.User,
            Notes = notes,
        };
    }

    private SubmittedFile[] NotebooksIn(IReadOnlyList<SubmittedFile> files) =>
        [
            .. files
                .Reverse()
                .Where(file => file.IsNotebook && file.Path.Split('/') is not [.., "kit", _])
                .OrderBy(file => file.Problem is null ? 0 : 1)
                .ThenBy(file =>
                    SubmissionPlace.StemOf(file.Name) is var stem && stem == Assignment ? 0
                    : SubmissionPlace.WithoutCopyNumber(stem).Equals(Assignment, StringComparison.OrdinalIgnoreCase) ? 1
                    : 2
                )
                .ThenBy(file => file.Path.Count(c => c == '/'))
                .Take(MaxNotebooks),
        ];
}
