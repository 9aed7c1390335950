namespace NeuralNotebooks.Classroom;

/// <summary>The student and the assignment that a path names. They are taken from the first folder or file, from the
/// root, that names both: everything below it was made by that student, who could choose any name.</summary>
/// <param name="Name">The student's name in the path.</param>
/// <param name="Assignment">The assignment's name.</param>
/// <param name="Parent">The folder that contains the students' folders or files.</param>
/// <param name="Folder">The submission's folder; empty if files of several students lie side by side.</param>
/// <param name="User">The account on the learning platform; null in nbgrader's layout.</param>
internal sealed partial record SubmissionPlace(
    string Name,
    string Assignment,
    string Parent,
    string Folder,
    PlatformUser? User = null
)
{
    /// <summary>The texts by which the column <c>folder</c> of the class list can identify the student, the most exact
    /// one first. Users choose their display names, so one that looks like another user's number or folder is left
    /// out.</summary>
    public IEnumerable<string> Names =>
        User is null ? [Name]
        : [
            Folder[(Folder.LastIndexOf('/') + 1)..],
            Name,
            User.Id,
            .. LikeExact().IsMatch(User.Name) ? Array.Empty<string>() : [User.Name],
        ];

    /// <summary>Matches names that end like a number or a folder: 1234, Ada Lovelace_1234, Ada
    /// Lovelace_1234_assignsubmission_file_.</summary>
    [GeneratedRegex(@"(^|_)\d+(_assignsubmission_file_?)?$")]
    private static partial Regex LikeExact();

    public static SubmissionPlace? Of(string path, IReadOnlyCollection<string> assignments)
    {
        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < parts.Length; i++)
        {
            bool isFile = i == parts.Length - 1 && path[^1] != '/';
            if (i > 0 && !isFile && assignments.Contains(parts[i]))
                return new(parts[i - 1], parts[i], First(i - 1), First(i + 1));
            if (Moodle().Match(parts[i]) is { Success: true } moodle)
                return isFile == moodle.Groups["file"].Success ? OfUser(moodle, i, isFile) : null;
            if (isFile && i < 2 && Canvas().Match(parts[i]) is { Success: true } canvas)
                return OfUser(canvas, i, isFile);
        }
        return null;

        string First(int count) => string.Join('/', parts[..count]);

        SubmissionPlace? OfUser(Match match, int at, bool isFile)
        {
            if (path[^1] == '/')
                return null;
            string name = match.Groups["name"].Value, id = match.Groups["id"].Value;
            string stem = SubmittedName.StemOf(isFile ? match.Groups["file"].Value : parts[^1]);
            return AssignmentOf([stem, .. parts[(at + 1)..], .. parts[..at]], assignments) is { } assignment
                ? new($"{name}_{id}", assignment, First(at), isFile ? "" : First(at + 1), new PlatformUser(id, name))
                : null;
        }
    }

    private static string? AssignmentOf(string[] names, IReadOnlyCollection<string> assignments)
    {
        bool Is(string assignment, string name) => assignment.Equals(name, StringComparison.OrdinalIgnoreCase);
        return names
                .SelectMany(name => new[] { name, SubmittedName.WithoutCopyNumber(name) })
                .Select(name => assignments.FirstOrDefault(assignment => Is(assignment, name)))
                .FirstOrDefault(assignment => assignment is not null)
            ?? (assignments.Count == 1 ? assignments.Single() : null);
    }

    /// <summary>Moodle's name of a student's folder, Ada Lovelace_1234_assignsubmission_file_, or the same as a prefix
    /// of a file's name.</summary>
    [GeneratedRegex(@"^(?<name>.+?)_(?<id>\d+)_assignsubmission_file(_(?<file>.+)?)?$")]
    private static partial Regex Moodle();

    /// <summary>Canvas's name of a submitted file: lovelaceada_LATE_1234_5678_A1-gates.ipynb.</summary>
    [GeneratedRegex(@"^(?<name>[^_]+)(_LATE)?_(?<id>\d+)_\d+_(?<file>.+)$")]
    private static partial Regex Canvas();
}

/// <summary>A student's account on a learning platform.</summary>
/// <param name="Id">The platform's number of the participant or user.</param>
/// <param name="Name">The name in its files.</param>
public sealed record PlatformUser(string Id, string Name);
