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
    )
    {
        var found = new Dictionary<SubmissionPlace, List<SubmittedFile>>();
        var reports = new SortedSet<string>(StringComparer.Ordinal);
        foreach (SubmittedFile file in SubmittedFile.Of(path))
        {
            SubmissionPlace[] places = PlacesOf(file, assignments);
            foreach (SubmissionPlace place in places)
                if (found.TryAdd(place, [file]) is false && found[place].Count <= SubmittedFile.MaxFiles)
                    found[place].Add(file);
            if (places.Length == 0 && (file.IsFolder ? file.Problem is not null : file.IsNotebook || file.IsZip))
                reports.Add(
                    file.Problem is null
                        ? $"{file.Path}: it is not in a student's folder of an assignment that is graded."
                        : $"{file.Path}: {file.Problem}"
                );
        }

        foreach (SubmissionPlace outer in found.Keys.Where(place => place.User is null).ToArray())
        {
            string own = $"{outer.Parent}/{outer.Name}/".TrimStart('/');
            SubmissionPlace[] inside =
            [
                .. found.Keys.Where(place => $"{place.Parent}/".StartsWith(own, StringComparison.Ordinal)),
            ];
            // A folder with most of the submissions is not a student's folder, but that of the class.
            if (2 * inside.Length > found.Count)
                continue;
            foreach (SubmissionPlace place in inside)
            {
                reports.Add($"{found[place][0].Path}: it is in another student's folder, and is ignored.");
                found.Remove(place);
            }
        }

        SubmissionPlace[] inFolders = [.. found.Keys.Where(place => place.User is null)];
        foreach (SubmissionPlace place in InsideFoldersOfOthers(inFolders, students))
        {
            reports.Add($"{found[place][0].Path}: it is in another student's folder, and is ignored.");
            found.Remove(place);
        }

        var accounts = found
            .Keys.Where(place => place.User is not null)
            .Select(place => (place.User, Id: students.IdOf(place.Names)))
            .Distinct()
            .ToLookup(account => account.Id, account => account.User!);
        string StudentOf(SubmissionPlace place) =>
            SubmissionPlace.SafeId(
                students.IdOf(place.Names) is { } id && accounts[id].Count() < 2 ? id : place.Name
            );
        foreach (var shared in accounts.Where(shared => shared.Key is not null && shared.Count() > 1))
            reports.Add(
                $"{StudentList.FileName}: the folder of {shared.Key} fits several accounts, "
                    + $"{string.Join(", ", shared.Select(user => $"{user.Name}_{user.Id}").Order())}: none of them is "
                    + $"assigned to {shared.Key}. Expected the folder's name with the number."
            );
        foreach (SubmissionPlace place in found.Keys.Where(place => students.Lacks(StudentOf(place))))
            reports.Add($"{StudentOf(place)}: {StudentList.FileName} has no student with this id or folder.");
        foreach (string line in reports)
            report(line);
        Submission[] all =
        [
            .. found.GroupBy(
                entry => new SubmissionKey(StudentOf(entry.Key), entry.Key.Assignment),
                (key, entries) => Of(key, [.. entries])
            ),
        ];
        return
        [
            .. all.Concat(OfPartners(all, students)).OrderBy(submission => submission.Key, SubmissionKey.Ordinal),
        ];
    }

    /// <summary>Finds submissions inside another student's folder. For example, m/yan/A1 was uploaded by the student m
    /// if ada/A1 also exists, unless the list of students has no m, or the folder m contains most of the
    /// class.</summary>
    private static SubmissionPlace[] InsideFoldersOfOthers(SubmissionPlace[] places, StudentList students) =>
        [
            .. from place in places
            let above = places
                .Select(other => other.Parent)
                .Where(parent =>
                    parent != place.Parent
                    && (parent.Length == 0 || place.Parent.StartsWith(parent + "/", StringComparison.Ordinal))
                )
                .MinBy(parent => parent.Length)
            where above is not null
            let folder = place.Parent[above.Length..].Trim('/').Split('/')[0]
            where !students.Lacks(SubmissionPlace.SafeId(students.IdOf(folder) ?? folder))
            group place by $"{above}/{folder}" into inside
            where 2 * inside.Count() <= places.Length
            from place in inside
            select place,
        ];

    /// <summary>The submissions for students of a group who have not submitted anything themselves: the latest
    /// submission of the group's other members.</summary>
    private static IEnumerable<Submission> OfPartners(Submission[] own, StudentList students) =>
        own.OrderByDescending(submission => submission.Timestamp, StringComparer.Ordinal)
            .ThenBy(submission => submission.Student, StringComparer.Ordinal)
            .SelectMany(submission =>
                students
                    .PartnersOf(submission.Student)
                    .Select(partner =>
                        submission with
                        {
                            Student = partner,
                            SubmittedBy = submission.Student,
                            User = null,
                            Notes =
                            [
                                .. submission.Notes,
                                new($"It was submitted by {submission.Student} for the group."),
                            ],
                        }
                    )
            )
            .DistinctBy(submission => submission.Key)
            .Where(submission => !own.Any(known => known.Key == submission.Key));

    /// <summary>The submission to which a file belongs. A folder whose name is not UTF-8 cannot be opened, so it counts
    /// as a submission of every assignment.</summary>
    private static SubmissionPlace[] PlacesOf(SubmittedFile file, IReadOnlyCollection<string> assignments) =>
        SubmissionPlace.Of(file.Path, assignments) is { } place ? [place]
        : file.Problem is not null && file.IsFolder && file.Name.Contains(SubmittedFile.NotUtf8)
            ? [.. assignments.Select(name => new SubmissionPlace(file.Name[..^1], name, "", file.Path))]
        : [];

    private static Submission Of(
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
