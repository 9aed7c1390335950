namespace NeuralNotebooks.Classroom;

/// <summary>The class, from <c>students.csv</c> (<c>id,last_name,first_name,email,folder</c>): maps a learning
/// platform's folders to students.</summary>
public sealed class StudentList
{
    /// <summary>The file's name.</summary>
    public const string FileName = "students.csv";

    /// <summary>An empty list.</summary>
    public static readonly StudentList Empty = new("", []);

    private readonly Dictionary<string, Student> _byId = new(StringComparer.Ordinal),
        _byFolder = new(StringComparer.Ordinal);

    private StudentList(string path, IEnumerable<Student> students)
    {
        foreach (Student student in students)
        {
            if (!_byId.TryAdd(student.Id, student) && _byId[student.Id] != student)
                throw new FormatException($"{path}: there are two students with the id {student.Id}.");
        }
        foreach (Student student in _byId.Values.Where(student => student.Folder.Length > 0))
        {
            Student other = _byId.GetValueOrDefault(SubmissionPlace.SafeId(student.Folder), student);
            if (!_byFolder.TryAdd(student.Folder, student) || other != student)
                throw new FormatException(
                    $"{path}: {student.Folder}, the folder of {student.Id}, is also that of "
                        + $"{(other != student ? other : _byFolder[student.Folder]).Id}. Expected one for each student."
                );
        }
    }

    /// <summary>Reads the first of these folders' files that exists.</summary>
    /// <exception cref="FormatException">It has no column id, or two students have the same id or folder.</exception>
    public static StudentList Read(params IEnumerable<string> folders) =>
        folders.Select(folder => Path.Combine(folder, FileName)).FirstOrDefault(File.Exists) is { } path
            ? new(
                path,
                Csv.Read(path, "id")
                    .Where(row => row["id"].Length > 0)
                    .Select(row => new Student(
                        SubmissionPlace.SafeId(row["id"]),
                        row.GetValueOrDefault("last_name", ""),
                        row.GetValueOrDefault("first_name", ""),
                        row.GetValueOrDefault("email", ""),
                        SubmissionPlace.Normalized(row.GetValueOrDefault("folder", ""))
                    ))
            )
            : Empty;

    /// <summary>The student with an id; without names if the list has none with this id.</summary>
    public Student this[string id] => _byId.GetValueOrDefault(id) ?? new(id, "", "", "", "");

    /// <summary>The ids, ordinally.</summary>
    public IEnumerable<string> Ids => _byId.Keys.Order(StringComparer.Ordinal);

    /// <summary>Whether somebody is missing in the list, if there is one.</summary>
    public bool Lacks(string id) => _byId.Count > 0 && !_byId.ContainsKey(id);

    /// <summary>The id of the student with the first of these folder names; null if nobody has any.</summary>
    public string? IdOf(params IEnumerable<string> folders) =>
        folders.Select(_byFolder.GetValueOrDefault).FirstOrDefault(student => student is not null)?.Id;
}

/// <summary>A student.</summary>
/// <param name="Id">The id.</param>
/// <param name="LastName">The last name.</param>
/// <param name="FirstName">The first name.</param>
/// <param name="Email">The address.</param>
/// <param name="Folder">What the learning platform calls the student's folder.</param>
public sealed record Student(string Id, string LastName, string FirstName, string Email, string Folder);
