namespace NeuralNotebooks.Classroom;

/// <summary>Finds out which of the submitted files belong to which student and assignment.</summary>
/// <param name="assignments">The names of the assignments that are graded.</param>
/// <param name="students">The class.</param>
internal sealed class SubmissionSearch(IReadOnlyCollection<string> assignments, StudentList students)
{
    private readonly Dictionary<SubmissionPlace, List<SubmittedFile>> _found = [];
    private readonly SortedSet<string> _reports = new(StringComparer.Ordinal);

    /// <summary>Finds the submissions in a folder or zip, sorted by assignment, then by student, in ordinal
    /// order.</summary>
    /// <param name="path">The folder or zip.</param>
    /// <param name="report">Receives the messages, sorted.</param>
    public IReadOnlyList<Submission> Find(string path, Action<string> report)
    {
        foreach (SubmittedFile file in SubmittedFile.Of(path))
            Add(file);
        IgnoreSubmissionsInsideOthers();
        IgnoreSubmissionsInsideFoldersOfOthers();
        var owners = new SubmissionOwners(_found.Keys, students);
        _reports.UnionWith(owners.Problems);
        foreach (string line in _reports)
            report(line);
        Submission[] own =
        [
            .. _found.GroupBy(
                entry => new SubmissionKey(owners.StudentOf(entry.Key), entry.Key.Assignment),
                (key, entries) => Submission.Of(key, [.. entries])
            ),
        ];
        return [.. own.Concat(OfPartners(own)).OrderBy(submission => submission.Key, SubmissionKey.Ordinal)];
    }

    /// <summary>Adds a file to the submission to which it belongs, and reports a notebook that belongs to
    /// none.</summary>
    private void Add(SubmittedFile file)
    {
        SubmissionPlace[] places = PlacesOf(file);
        foreach (SubmissionPlace place in places)
        {
            // One file more than allowed is kept, so that the excess is noticed.
            if (!_found.TryAdd(place, [file]) && _found[place].Count <= SubmittedFile.MaxFiles)
                _found[place].Add(file);
        }
        if (places.Length == 0 && (file.IsFolder ? file.Problem is not null : file.IsNotebook || file.IsZip))
            _reports.Add(
                file.Problem is null
                    ? $"{file.Path}: it is not in a student's folder of an assignment that is graded."
                    : $"{file.Path}: {file.Problem}"
            );
    }

    /// <summary>The submission to which a file belongs. A folder whose name is not UTF-8 cannot be opened, so it counts
    /// as a submission of every assignment.</summary>
    private SubmissionPlace[] PlacesOf(SubmittedFile file) =>
        SubmissionPlace.Of(file.Path, assignments) is { } place ? [place]
        : file.Problem is not null && file.IsFolder && file.Name.Contains(SubmittedFile.NotUtf8)
            ? [.. assignments.Select(name => new SubmissionPlace(file.Name[..^1], name, "", file.Path))]
        : [];

    /// <summary>Ignores submissions inside the folder of a student who has submitted something as well, such as
    /// ada/ben/A1 beside ada/A1.</summary>
    private void IgnoreSubmissionsInsideOthers()
    {
        foreach (SubmissionPlace outer in InFolders())
        {
            string own = $"{outer.Parent}/{outer.Name}/".TrimStart('/');
            SubmissionPlace[] inside =
            [
                .. _found.Keys.Where(place => $"{place.Parent}/".StartsWith(own, StringComparison.Ordinal)),
            ];
            if (!IsMost(inside.Length, _found.Count))
                Ignore(inside);
        }
    }

    /// <summary>Ignores submissions inside the folder of a student who has submitted nothing else. For example,
    /// m/yan/A1 was uploaded by the student m if ada/A1 also exists, unless the list of students has no m.</summary>
    private void IgnoreSubmissionsInsideFoldersOfOthers()
    {
        SubmissionPlace[] places = InFolders();
        Ignore([
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
            where !IsMost(inside.Count(), places.Length)
            from place in inside
            select place,
        ]);
    }

    /// <summary>Whether a folder has more than half of the submissions. Then it is not a student's folder, but that of
    /// the class.</summary>
    private static bool IsMost(int inside, int all) => 2 * inside > all;

    /// <summary>The submissions in folders with the students' names, not in downloads of a learning platform.</summary>
    private SubmissionPlace[] InFolders() => [.. _found.Keys.Where(place => place.User is null)];

    private void Ignore(SubmissionPlace[] places)
    {
        foreach (SubmissionPlace place in places)
        {
            _reports.Add($"{_found[place][0].Path}: it is in another student's folder, and is ignored.");
            _found.Remove(place);
        }
    }

    /// <summary>The submissions for students of a group who have not submitted anything themselves: the latest
    /// submission of the group's other members.</summary>
    private IEnumerable<Submission> OfPartners(Submission[] own) =>
        own.OrderByDescending(submission => submission.Timestamp, StringComparer.Ordinal)
            .ThenBy(submission => submission.Student, StringComparer.Ordinal)
            .SelectMany(submission => students.PartnersOf(submission.Student).Select(submission.ForPartner))
            .DistinctBy(submission => submission.Key)
            .Where(submission => !own.Any(known => known.Key == submission.Key));
}
