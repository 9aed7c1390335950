namespace NeuralNotebooks.Classroom;

/// <summary>The students to whom submissions belong: those whom the class list assigns to a folder or an account,
/// otherwise students with the folder's name as id.</summary>
internal sealed class SubmissionOwners
{
    private readonly StudentList _students;
    private readonly SubmissionPlace[] _places;
    private readonly FolderNames _folders;

    private readonly ILookup<StudentId?, PlatformUser> _accounts;

    public SubmissionOwners(IEnumerable<SubmissionPlace> places, StudentList students)
    {
        (_places, _students) = ([.. places], students);
        _accounts = _places.Where(place => place.User is not null)
            .Select(place => (place.User, Id: students.IdOf(place.Names)))
            .Distinct()
            .ToLookup(account => account.Id, account => account.User!);
        _folders = new(students.Ids, _places.Select(IdOf));
    }

    /// <summary>Messages about class lists that fit several accounts, and about students who are not in the
    /// class.</summary>
    public IEnumerable<string> Problems =>
        _accounts.Where(accounts => accounts.Key is not null && accounts.Count() > 1)
            .Select(accounts =>
                $"{StudentList.FileName}: the folder of {accounts.Key} fits several accounts, "
                + string.Join(", ", accounts.Select(user => $"{user.Name}_{user.Id}").Order(StringComparer.Ordinal))
                + $": none of them is assigned to {accounts.Key}. Expected the folder's name with the number.")
            .Concat(
                _places.Select(IdOf).Where(_students.Lacks)
                    .Select(id => $"{Readable.Visible(id.Text)}: {StudentList.FileName} has no student with this id or "
                        + "folder."));

    /// <summary>The id of the student who has submitted something. If the class list fits several accounts, it assigns
    /// none of them.</summary>
    public StudentId IdOf(SubmissionPlace place) =>
        _students.IdOf(place.Names) is { } id && _accounts[id].Count() < 2 ? id : new(place.Name);

    public string FolderOf(StudentId id) => _folders[id];
}
