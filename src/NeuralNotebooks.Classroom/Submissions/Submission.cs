using System.Text.RegularExpressions;

namespace NeuralNotebooks.Classroom;

/// <summary>A notebook that a student has submitted for an assignment.</summary>
/// <param name="Student">The student's id, which can be a folder's name.</param>
/// <param name="Assignment">The assignment's name.</param>
public sealed partial record Submission(string Student, string Assignment)
{
    private const string TimestampFile = "timestamp.txt";
    private const int MaxTimestamp = 64, MaxOthers = 5;

    /// <summary>What else was found beside the notebook.</summary>
    public IReadOnlyList<SubmissionNote> Notes { get; private init; } = [];

    /// <summary>The student's account on the learning platform; null without one.</summary>
    public PlatformUser? User { get; private init; }

    /// <summary>A notebook, or a zip that holds one.</summary>
    private SubmittedFile? Notebook { get; init; }

    /// <summary>What was submitted instead of a notebook, by name.</summary>
    private IReadOnlyList<string> Others { get; init; } = [];

    private SubmittedFile? Time { get; init; }

    /// <summary>When it was submitted, according to its <c>timestamp.txt</c>, else empty.</summary>
    public string Timestamp
    {
        get
        {
            try
            {
                string text = Time is null ? "" : Encoding.UTF8.GetString(Time.Read()).Split('\n')[0].Trim();
                return text.Length > MaxTimestamp ? "" : text;
            }
            catch (SubmissionException)
            {
                return "";
            }
        }
    }

    /// <summary>The notebook's file.</summary>
    /// <exception cref="SubmissionException">There is none, or it cannot be read.</exception>
    public byte[] Read()
    {
        if (Notebook is null)
            throw new SubmissionException(
                Others.Count == 0
                    ? "There is no notebook (.ipynb)."
                    : $"There is no notebook (.ipynb), only {string.Join(", ", Others)}."
            );
        if (!IsZip(Notebook))
            return Notebook.Read();
        return Choose(Notebook.Unzip(), Assignment) is { } inside
            ? inside.Read()
            : throw new SubmissionException($"There is no notebook (.ipynb) in {Notebook.Name}.");
    }

    /// <summary>
    /// The submissions in a folder or zip: <c>STUDENT/ASSIGNMENT/NOTEBOOK.ipynb</c>, which is nbgrader's layout, or
    /// with the names that Moodle and Canvas give to folders and files. They are sorted by assignment, then student,
    /// ordinally.
    /// </summary>
    /// <param name="path">The folder or zip.</param>
    /// <param name="assignments">The names of the assignments that are graded.</param>
    /// <param name="students">The class.</param>
    /// <param name="report">Receives the files that belong to no assignment.</param>
    /// <exception cref="InvalidDataException">The file is not a zip.</exception>
    public static IReadOnlyList<Submission> FindAll(
        string path,
        IReadOnlyCollection<string> assignments,
        StudentList students,
        Action<string> report
    )
    {
        var found = new List<(Place Place, SubmittedFile File)>();
        foreach (SubmittedFile file in SubmittedFile.Of(path))
        {
            if (Place.Of(file.Path, assignments, students) is { } place)
                found.Add((place, file));
            else if (IsNotebook(file) || IsZip(file))
                report($"{file.Path}: it is not in a student's folder of an assignment that is graded.");
        }
        return
        [
            .. found
                .GroupBy(
                    entry => (entry.Place.Student, entry.Place.Assignment),
                    (key, entries) => Of(key.Student, key.Assignment, [.. entries])
                )
                .OrderBy(submission => submission.Assignment)
                .ThenBy(submission => submission.Student, StringComparer.Ordinal),
        ];
    }

    private static Submission Of(string student, string assignment, (Place Place, SubmittedFile File)[] entries)
    {
        // Another folder of one student, or an earlier version of a file: the last one counts.
        string[] folders = [.. entries.Select(entry => entry.Place.Folder).Distinct()];
        SubmittedFile[] files =
        [
            .. entries.Where(entry => entry.Place.Folder == folders[^1]).Select(entry => entry.File),
        ];
        SubmittedFile[] notebooks = [.. files.Where(IsNotebook)];
        SubmittedFile? notebook = Choose(files, assignment) ?? files.LastOrDefault(IsZip);
        var notes = new List<SubmissionNote>();
        if (folders.Length > 1)
            notes.Add(
                new($"There are {folders.Length} folders of this student: {folders[^1]} counts.", IsForTeacher: true)
            );
        if (notebooks.Length > 1)
            notes.Add(new($"There are {notebooks.Length} notebooks: {notebook!.Name} counts."));
        if (notebook is not null && IsZip(notebook))
            notes.Add(new($"The notebook is taken from {notebook.Name}."));
        if (files.Any(file => file.Name == "kit.csx"))
            notes.Add(new("The submitted kit.csx is ignored: the course's own kit is used."));
        return new(student, assignment)
        {
            Notebook = notebook,
            Others =
            [
                .. files
                    .Where(file => file.Name.Length > 0 && file.Name != TimestampFile)
                    .Select(file => file.Name)
                    .Take(MaxOthers),
            ],
            Time = files.FirstOrDefault(file => file.Name == TimestampFile),
            User = entries[^1].Place.User,
            Notes = notes,
        };
    }

    /// <summary>Of several notebooks, the one with the assignment's name, else its last copy, else the last outside the
    /// kit's folder; null if there is none.</summary>
    private static SubmittedFile? Choose(IReadOnlyList<SubmittedFile> files, string assignment)
    {
        SubmittedFile[] notebooks =
        [
            .. files.Where(file => IsNotebook(file) && file.Path.Split('/') is not [.., "kit", _]),
        ];
        return notebooks.FirstOrDefault(file => Stem(file) == assignment)
            ?? notebooks.LastOrDefault(file =>
                Place.WithoutCopyNumber(Stem(file)).Equals(assignment, StringComparison.OrdinalIgnoreCase)
            )
            ?? notebooks.LastOrDefault();
    }

    private static bool IsZip(SubmittedFile file) => file.Path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    private static bool IsNotebook(SubmittedFile file) =>
        file.Path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase);

    private static string Stem(SubmittedFile notebook) => System.IO.Path.GetFileNameWithoutExtension(notebook.Name);

    /// <summary>What a path encodes.</summary>
    private sealed partial record Place(string Student, string Assignment, string Folder, PlatformUser? User = null)
    {
        public static Place? Of(string path, IReadOnlyCollection<string> assignments, StudentList students)
        {
            string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
            bool isFolder = path.EndsWith('/');
            if (Array.FindIndex(parts, part => Moodle().IsMatch(part)) is >= 0 and var at)
            {
                Match moodle = Moodle().Match(parts[at]);
                string flat = moodle.Groups["file"].Value;
                string folder = flat.Length == 0 ? string.Join('/', parts[..(at + 1)]) : "";
                return isFolder ? null : OfUser(moodle, flat.Length == 0 ? parts[^1] : flat, folder, parts[at]);
            }
            if (!isFolder && parts.Length <= 2 && Canvas().Match(parts[^1]) is { Success: true } canvas)
                return OfUser(canvas, canvas.Groups["file"].Value, "");
            int last = isFolder ? parts.Length - 1 : parts.Length - 2;
            return last >= 1 && assignments.Contains(parts[last])
                ? new(
                    SafeId(students.IdOf(parts[last - 1]) ?? parts[last - 1]),
                    parts[last],
                    string.Join('/', parts[..(last + 1)])
                )
                : null;

            Place? OfUser(Match match, string file, string folder, params string[] more)
            {
                string name = match.Groups["name"].Value, id = match.Groups["id"].Value, own = $"{name}_{id}";
                return AssignmentOf(file, assignments) is { } assignment
                    ? new(
                        SafeId(students.IdOf([.. more, own, name, id]) ?? own),
                        assignment,
                        folder,
                        new PlatformUser(id, name)
                    )
                    : null;
            }
        }

        /// <summary>A name that platforms have numbered, such as A1-gates-2 or A1-gates (1), without the
        /// number.</summary>
        public static string WithoutCopyNumber(string name) => CopyNumber().Replace(name, "");

        private static string? AssignmentOf(string file, IReadOnlyCollection<string> assignments)
        {
            string stem = System.IO.Path.GetFileNameWithoutExtension(file);
            return assignments.FirstOrDefault(name => name.Equals(stem, StringComparison.OrdinalIgnoreCase))
                ?? assignments.FirstOrDefault(name =>
                    name.Equals(WithoutCopyNumber(stem), StringComparison.OrdinalIgnoreCase)
                )
                ?? (assignments.Count == 1 ? assignments.Single() : null);
        }

        /// <summary>The id as a folder name that is valid on any system.</summary>
        private static string SafeId(string id)
        {
            string safe = string.Concat(id.Select(c => char.IsControl(c) || "/\\:*?\"<>|".Contains(c) ? '-' : c))
                .Trim();
            return safe.Length == 0 || safe[0] == '.' ? "-" + safe : safe;
        }

        /// <summary>Ada Lovelace_1234_assignsubmission_file_ as a folder, or before the file's name.</summary>
        [GeneratedRegex(@"^(?<name>.+)_(?<id>\d+)_assignsubmission_file(_(?<file>.*))?$")]
        private static partial Regex Moodle();

        /// <summary>lovelaceada_LATE_1234_5678_A1-gates.ipynb.</summary>
        [GeneratedRegex(@"^(?<name>[^_]+)(_LATE)?_(?<id>\d+)_\d+_(?<file>.+)$")]
        private static partial Regex Canvas();

        [GeneratedRegex(@"(-\d+| ?\(\d+\))$")]
        private static partial Regex CopyNumber();
    }
}

/// <summary>A student's account on a learning platform.</summary>
/// <param name="Id">The platform's number of the participant or user.</param>
/// <param name="Name">The name in its files.</param>
public sealed record PlatformUser(string Id, string Name);
