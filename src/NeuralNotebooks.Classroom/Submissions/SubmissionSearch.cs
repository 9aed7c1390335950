namespace NeuralNotebooks.Classroom;

public sealed class SubmissionSearch
{
    private readonly IReadOnlyCollection<string> _assignments;
    private readonly StudentList _students;
    private readonly Dictionary<SubmissionPlace, List<SubmittedFile>> _found = [];
    private readonly SortedSet<string> _reports = new(StringComparer.Ordinal);
    private readonly int _enclosing;

    private SubmissionSearch(string path, IReadOnlyCollection<string> assignments, StudentList students)
    {
        (_assignments, _students) = (assignments, students);
        _enclosing = SubmissionPlace.Enclosing(
            SubmittedFile.Of(path).Where(file => !file.IsFolder).Select(file => file.Path), students.Has, assignments);
    }

    /// <summary>Finds the submissions in a folder or zip, in nbgrader's layout <c>STUDENT/ASSIGNMENT/NOTEBOOK.ipynb</c>
    /// or with the names of Moodle's and Canvas's downloads. They are sorted by assignment, then by student, in ordinal
    /// order.</summary>
    /// <param name="report">Receives a message for each file that belongs to no submission, and for each submission
    /// whose student is not in the class.</param>
    public static IReadOnlyList<Submission> Find(
        string path, IReadOnlyCollection<string> assignments, StudentList students, Action<string> report)
    {
        var search = new SubmissionSearch(path, assignments, students);
        foreach (SubmittedFile file in SubmittedFile.Of(path))
            search.Add(file);
        Submission[] own = search.Submissions();
        foreach (string line in search._reports)
            report(line);
        Submission[] all = [.. own.Concat(search.OfPartners(own))];
        HashSet<string> ids =
            [.. students.Ids.Concat(all.Select(submission => submission.Id)).Select(NormalizedName.ForVariant)];
        return
        [
            .. all.OrderBy(submission => submission.Key, SubmissionKey.Ordinal)
                .Select(submission => submission with { IsIdOfOther = search.OthersOf(submission, ids) }),
        ];
    }

    private void Add(SubmittedFile file)
    {
        SubmissionPlace[] places = PlacesOf(file);
        foreach (SubmissionPlace place in places)
            // One file more than allowed is kept, so that the excess is noticed.
            if (!_found.TryAdd(place, [file]) && _found[place].Count <= SubmittedFile.MaxFiles)
                _found[place].Add(file);
        if (places.Length == 0 && (file.IsFolder ? file.Problem is not null : file.IsNotebook || file.IsZip))
            _reports.Add(
                file.Problem is null
                    ? $"{file.Path}: it is not in a student's folder of an assignment that is graded."
                    : $"{file.Path}: {file.Problem}");
    }

    /// <summary>The submission to which a file belongs. A folder whose name is not UTF-8 cannot be opened, so it counts
    /// as a submission of every assignment.</summary>
    private SubmissionPlace[] PlacesOf(SubmittedFile file) =>
        SubmissionPlace.Of(file.Path, _enclosing, _assignments) is { } place ? [place]
        : file.Problem is not null && file.IsFolder && file.Name.Contains(SubmittedFile.NotUtf8)
            ? [.. _assignments.Select(name => new SubmissionPlace(file.Name[..^1], name, file.Path))]
        : [];

    private Submission[] Submissions()
    {
        var owners = new SubmissionOwners(_found.Keys, _students);
        _reports.UnionWith(owners.Problems);
        return
        [
            .. from entry in _found
               let files = new SubmittedFiles(entry.Key, entry.Value)
               group files by (Id: owners.IdOf(entry.Key), entry.Key.Assignment) into own
               let submission = new Submission(own.Key.Id, owners.FolderOf(own.Key.Id), own.Key.Assignment)
               select WithFiles(submission, [.. own]),
        ];
    }

    /// <summary>Returns whether an id is one of these, and not that of the student or a partner.</summary>
    private Func<string, bool> OthersOf(Submission submission, HashSet<string> ids)
    {
        HashSet<string> group =
        [
            .. _students.PartnersOf(submission.Id).Append(submission.Id).Append(submission.Submitter)
                .Select(NormalizedName.ForVariant),
        ];
        return id => NormalizedName.ForVariant(new(id)) is var form && ids.Contains(form) && !group.Contains(form);
    }

    private Submission WithFiles(Submission submission, IReadOnlyList<SubmittedFiles> places)
    {
        SubmittedFiles files = places.OrderBy(files => files.Place.Folder, StringComparer.Ordinal).Last();
        string counts = $"There are {places.Count} folders of this student: the last one by name counts.";
        SubmissionNote[] note = places.Count > 1 ? [new(counts, NoteReaders.Teacher)] : [];
        return submission with
        {
            Files = files,
            User = files.Place.User,
            IsNamedByPlatform = files.Place.User is not null && !_students.Has(submission.Id.Text),
            Notes = [.. note, .. files.Notes()],
        };
    }

    /// <summary>The submissions for students of a group who have not submitted anything themselves: the latest
    /// submission of the group's other members.</summary>
    private IEnumerable<Submission> OfPartners(Submission[] own) =>
        own.OrderByDescending(submission => WrittenTime.Parse(submission.Timestamp)?.Start)
            .ThenBy(submission => submission.Folder, StringComparer.Ordinal)
            .SelectMany(submission => _students.PartnersOf(submission.Id)
                .Select(partner => submission.ForPartner(partner, _students.FolderOf(partner))))
            .DistinctBy(submission => submission.Key)
            .Where(submission => !own.Any(known => known.Key == submission.Key));
}
