namespace NeuralNotebooks.Classroom;

/// <summary>The class, from <c>students.csv</c> (<c>id,last_name,first_name,email,folder,group</c>): maps a learning
/// platform's folders to students, and students to groups.</summary>
public sealed class StudentList
{
    public const string FileName = "students.csv";

    internal const string Columns = "id,last_name,first_name,email,folder,group";

    private readonly Dictionary<string, Student> _byId = new(StringComparer.Ordinal),
        _byFolder = new(StringComparer.Ordinal);

    /// <summary>The names of the students' folders in the results, and the students by these names.</summary>
    private readonly FolderNames _folders;
    private readonly Dictionary<string, Student> _byName;

    private StudentList(string path, IEnumerable<Student> students)
    {
        students = [.. students];
        IdsInOrder = [.. students.Select(student => student.Id).Distinct()];
        foreach (Student student in students)
            if (!_byId.TryAdd(student.Id, student) && _byId[student.Id] != student)
                throw new TableException($"{path}: there are two students with the id {student.Id}.");
        foreach (Student student in _byId.Values.Where(student => student.Folder.Length > 0))
        {
            Student other = _byId.GetValueOrDefault(student.Folder, student);
            if (!_byFolder.TryAdd(student.Folder, student) || other != student)
                throw new TableException(
                    $"{path}: {student.Folder}, the folder of {student.Id}, is also that of "
                        + $"{(other != student ? other : _byFolder[student.Folder]).Id}. "
                        + "Expected one for each student.");
        }
        _folders = new(_byId.Keys);
        _byName = _byId.Values.ToDictionary(student => _folders[student.Id]);
    }

    public static StudentList Read(string folder)
    {
        string path = Path.Combine(folder, FileName);
        return new(
            path,
            Csv.Read(path, "id").Where(row => row["id"].Length > 0)
                .Select(row => new Student(
                    NormalizedName.Of(row["id"]), row["last_name"],
                    row["first_name"], row["email"], NormalizedName.Of(row["folder"]))
                {
                    Group = row["group"],
                }));
    }

    /// <summary>The student whose folder in the results has this name. If the list does not contain the student, the
    /// result has no names.</summary>
    public Student this[string name] => _byName.GetValueOrDefault(name) ?? new(name, "", "", "", "");

    /// <param name="id">The id if the folder's name differs from it; else null.</param>
    internal Student Of(string folder, string? id) => id is null ? this[folder] : this[folder] with { Id = id };

    /// <summary>Whether an id that a teacher has written means a student of the results.</summary>
    public bool IsNameOf(string written, string student) =>
        written == student || written == Csv.Text(student) || written == this[student].Id;

    /// <summary>The name of a student's folder in the results: the id, if that is a valid name on every system and
    /// differs from other students' names in more than case.</summary>
    public string FolderOf(string id) => _folders[id];

    internal IEnumerable<string> PartnersOf(string id) =>
        _byId.GetValueOrDefault(id)?.Group is { Length: > 0 } group
            ? Ids.Where(other => other != id && _byId[other].Group == group)
            : [];

    public IEnumerable<string> Ids => _byId.Keys.Order(StringComparer.Ordinal);

    public IReadOnlyList<string> IdsInOrder { get; }

    /// <summary>Whether the list has students but not this one.</summary>
    public bool Lacks(string id) => _byId.Count > 0 && !_byId.ContainsKey(id);

    internal bool Has(string name) => _byId.ContainsKey(name) || _byFolder.ContainsKey(name);

    /// <summary>The id of the student whose folder has the first known of these names; null if none is known.</summary>
    public string? IdOf(params IEnumerable<string> folders) =>
        folders.Select(_byFolder.GetValueOrDefault).FirstOrDefault(student => student is not null)?.Id;
}

/// <param name="Folder">The name of the student's folder on the learning platform.</param>
public sealed record Student(string Id, string LastName, string FirstName, string Email, string Folder)
{
    /// <summary>Students of the same group submit together; empty for none.</summary>
    public string Group { get; init; } = "";
}
