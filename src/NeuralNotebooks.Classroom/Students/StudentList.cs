namespace NeuralNotebooks.Classroom;

/// <summary>The class, from <c>students.csv</c> (<c>id,last_name,first_name,email,folder,group</c>): maps a learning
/// platform's folders to students, and students to groups.</summary>
public sealed class StudentList
{
    public const string FileName = "students.csv";

    internal const string Columns = "id,last_name,first_name,email,folder,group";

    private readonly Dictionary<StudentId, Student> _byId = [];

    /// <summary>The students by the names of their folders: on the learning platform, and in the results.</summary>
    private readonly Dictionary<string, Student> _byPlatformFolder = new(StringComparer.Ordinal), _byFolder;
    private readonly FolderNames _folders;

    private StudentList(string path, IEnumerable<Student> students)
    {
        students = [.. students];
        IdsInOrder = [.. students.Select(student => student.Id).Distinct()];
        foreach (Student student in students)
            if (!_byId.TryAdd(student.Id, student) && _byId[student.Id] != student)
                throw new TableException($"{path}: there are two students with the id {student.Id}.");
        foreach (Student student in _byId.Values.Where(student => student.PlatformFolder.Length > 0))
        {
            Student other = _byId.GetValueOrDefault(new(student.PlatformFolder), student);
            if (!_byPlatformFolder.TryAdd(student.PlatformFolder, student) || other != student)
                throw new TableException(
                    $"{path}: {student.PlatformFolder}, the folder of {student.Id}, is also that of "
                        + $"{(other != student ? other : _byPlatformFolder[student.PlatformFolder]).Id}. "
                        + "Expected one for each student.");
        }
        _folders = new(_byId.Keys);
        _byFolder = _byId.Values.ToDictionary(student => _folders[student.Id]);
    }

    public static StudentList Read(string folder)
    {
        string path = Path.Combine(folder, FileName);
        return new(
            path,
            Csv.Read(path, "id").Where(row => row["id"].Length > 0)
                .Select(row => new Student(
                    new(NormalizedName.Of(row["id"])), row["last_name"],
                    row["first_name"], row["email"], NormalizedName.Of(row["folder"]))
                {
                    Group = row["group"],
                }));
    }

    /// <summary>The student of a folder in the results. If the list does not contain the student, the result has no
    /// names.</summary>
    /// <param name="id">The id if the folder's name differs from it; else null.</param>
    public Student Of(string folder, StudentId? id = null)
    {
        Student student = _byFolder.GetValueOrDefault(folder) ?? new(new(folder), "", "", "", "");
        return id is { } known ? student with { Id = known } : student;
    }

    /// <summary>Whether a name that a teacher has written means the student of a folder in the results.</summary>
    public bool IsNameOf(string written, string folder) =>
        written == folder || written == Csv.Text(folder) || written == Of(folder).Id.Text;

    /// <summary>The name of a student's folder in the results: the id, if that is a valid name on every system and
    /// differs from other students' names in more than case.</summary>
    public string FolderOf(StudentId id) => _folders[id];

    internal IEnumerable<StudentId> PartnersOf(StudentId id) =>
        _byId.GetValueOrDefault(id)?.Group is { Length: > 0 } group
            ? Ids.Where(other => other != id && _byId[other].Group == group)
            : [];

    public IEnumerable<StudentId> Ids => _byId.Keys.OrderBy(id => id.Text, StringComparer.Ordinal);

    public IReadOnlyList<StudentId> IdsInOrder { get; }

    /// <summary>Whether the list has students but not this one.</summary>
    public bool Lacks(StudentId id) => _byId.Count > 0 && !_byId.ContainsKey(id);

    /// <summary>Whether a name is a student's id, or that of a student's folder on the learning platform.</summary>
    internal bool Has(string name) => _byId.ContainsKey(new(name)) || _byPlatformFolder.ContainsKey(name);

    /// <summary>The id of the student whose folder on the learning platform has the first known of these names; null if
    /// none is known.</summary>
    public StudentId? IdOf(params IEnumerable<string> folders) =>
        folders.Select(_byPlatformFolder.GetValueOrDefault).FirstOrDefault(student => student is not null)?.Id;
}

/// <param name="PlatformFolder">The name of the student's folder on the learning platform; empty if it is not
/// known.</param>
public sealed record Student(StudentId Id, string LastName, string FirstName, string Email, string PlatformFolder)
{
    /// <summary>Students of the same group submit together; empty for none.</summary>
    public string Group { get; init; } = "";
}
