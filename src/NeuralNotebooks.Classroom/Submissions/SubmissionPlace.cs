namespace NeuralNotebooks.Classroom;

/// <summary>The student and the assignment that a path names. Only the first folder or file, below the folder that
/// encloses the whole class, is read: everything in it was made by that student, who could choose any name.</summary>
/// <param name="Name">The student's name in the path.</param>
/// <param name="Folder">The submission's folder; empty if files of several students lie side by side.</param>
/// <param name="User">The account on the learning platform; null in nbgrader's layout.</param>
internal sealed partial record SubmissionPlace(string Name, string Assignment, string Folder, PlatformUser? User = null)
{
    /// <summary>The texts by which the column <c>folder</c> of the class list can identify the student, the most exact
    /// one first. Users choose their display names, so one that looks like another user's number or folder is left
    /// out.</summary>
    public IEnumerable<string> Names =>
        User is null ? [Name]
        : [
            Folder[(Folder.LastIndexOf('/') + 1)..], Name,
            User.Id,
            .. LikeExact().IsMatch(User.Name) ? Array.Empty<string>() : [User.Name],
        ];

    /// <summary>Matches names that end like a number or a folder: 1234, Ada Lovelace_1234, Ada
    /// Lovelace_1234_assignsubmission_file_.</summary>
    [GeneratedRegex(@"(^|_)\d+(_assignsubmission_file_?)?$")]
    private static partial Regex LikeExact();

    /// <param name="enclosing">The number of folders around the whole class.</param>
    public static SubmissionPlace? Of(string path, int enclosing, IReadOnlyCollection<string> assignments)
    {
        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        (int at, bool isFolder) = (enclosing, path[^1] == '/');
        // Several zips of Moodle may have been unpacked into folders with the names of assignments.
        if (parts.Length > at + 1 && assignments.Contains(parts[at]) && Moodle().IsMatch(parts[at + 1]))
            at++;
        if (parts.Length <= at)
            return null;
        bool isFile = at == parts.Length - 1;
        Match user = isFile ? Prefix(parts[at]) : MoodleFolder().Match(parts[at]);
        if (!user.Success && parts.Length > at + (isFolder ? 1 : 2) && assignments.Contains(parts[at + 1]))
            return new(parts[at], parts[at + 1], First(at + 2));
        if (isFolder || !user.Success)
            return null;
        string name = user.Groups["name"].Value, id = user.Groups["id"].Value;
        string stem = SubmittedName.StemOf(isFile ? user.Groups["file"].Value : parts[^1]);
        return AssignmentOf([stem, .. parts[(at + 1)..], .. parts[..at]], assignments) is { } assignment
            ? new($"{name}_{id}", assignment, isFile ? "" : First(at + 1), new PlatformUser(id, name))
            : null;

        string First(int count) => string.Join('/', parts[..count]);
    }

    /// <summary>The number of folders around the whole class: those that contain all files, above the students'
    /// folders.</summary>
    public static int Enclosing(
        IEnumerable<string> paths, Func<string, bool> isStudent, IReadOnlyCollection<string> assignments)
    {
        string[]? common = null;
        foreach (string path in paths)
        {
            string[] folders = path.Split('/', StringSplitOptions.RemoveEmptyEntries)[..^1];
            common = [.. (common ?? folders).Zip(folders).TakeWhile(two => two.First == two.Second)
                .Select(two => two.First)];
            // A folder that contains one of an assignment is a student's.
            int first = Array.FindIndex(folders, assignments.Contains);
            if (first >= 0 && Math.Max(0, first - 1) is var most && most < common.Length)
                common = common[..most];
        }
        return (common ?? []).TakeWhile(name => !isStudent(name) && !Moodle().IsMatch(name)).Count();
    }

    /// <summary>Whether the name of a file begins with an account, and another one follows: the student may have chosen
    /// such a name, or a display name that contains another account.</summary>
    public static bool HasTwoAccounts(string file) =>
        Prefix(file).Groups["file"] is { Success: true, Value: var rest }
        && (MoodleMark().IsMatch(rest) || (Canvas().IsMatch(rest) && Canvas().IsMatch(file)));

    /// <summary>The prefix of a file's name that names an account. Students choose the text after it, so the shorter
    /// one counts.</summary>
    private static Match Prefix(string file)
    {
        Match moodle = MoodleFile().Match(file), canvas = Canvas().Match(file);
        return !moodle.Success || (canvas.Success && canvas.Groups["file"].Index < moodle.Groups["file"].Index)
            ? canvas
            : moodle;
    }

    private static string? AssignmentOf(string[] names, IReadOnlyCollection<string> assignments)
    {
        bool Is(string assignment, string name) => assignment.Equals(name, StringComparison.OrdinalIgnoreCase);
        return names.SelectMany(name => new[] { name, SubmittedName.WithoutCopyNumber(name) })
                .Select(name => assignments.FirstOrDefault(assignment => Is(assignment, name)))
                .FirstOrDefault(assignment => assignment is not null)
            ?? (assignments.Count == 1 ? assignments.Single() : null);
    }

    /// <summary>Moodle's name of a student's folder, Ada Lovelace_1234_assignsubmission_file_, or a name that begins
    /// with it.</summary>
    [GeneratedRegex(@"^.+?_\d+_assignsubmission_file(_|$)")]
    private static partial Regex Moodle();

    /// <summary>Moodle's name of a student's folder. The display name before the account's number can contain any text,
    /// so the last number counts.</summary>
    [GeneratedRegex(@"^(?<name>.+)_(?<id>\d+)_assignsubmission_file_?$")]
    private static partial Regex MoodleFolder();

    /// <summary>Moodle's name of a submitted file outside such folders.</summary>
    [GeneratedRegex(@"^(?<name>.+?)_(?<id>\d+)_assignsubmission_file_(?<file>.+)$")]
    private static partial Regex MoodleFile();

    [GeneratedRegex(@"(^|_)\d+_assignsubmission_file_")]
    private static partial Regex MoodleMark();

    /// <summary>Canvas's name of a submitted file: lovelaceada_LATE_1234_5678_A1-gates.ipynb.</summary>
    [GeneratedRegex(@"^(?<name>[^_]+)(_LATE)?_(?<id>\d+)_\d+_(?!assignsubmission_file_)(?<file>.+)$")]
    private static partial Regex Canvas();
}

/// <param name="Id">The platform's number of the participant or user.</param>
/// <param name="Name">The name in its files.</param>
public sealed record PlatformUser(string Id, string Name);
