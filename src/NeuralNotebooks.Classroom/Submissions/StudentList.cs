namespace NeuralNotebooks.Classroom;

/// <summary>The class, from <c>students.csv</c> (<c>id,last_name,first_name,email,folder</c>): maps a learning
/// platform's folders to students.</summary>
public sealed class StudentList
{
    /// <summary>The file's name.</summary>
    public const string FileName = "students.csv";

    /// <summary>An empty list.</summary>
    public static readonly StudentList Empty = new([]);

    private readonly Dictionary<string, Student> _byId = new(StringComparer.Ordinal),
        _byFolder = new(StringComparer.Ordinal);

    private StudentList(IEnumerable<Student> students)
    {
        foreach (Student student in students)
        {
            _byId.TryAdd(student.Id, student);
            if (student.Folder.Length > 0)
                _byFolder.TryAdd(student.Folder, student);
        }
    }

    /// <summary>Reads the first of these folders' files that exists.</summary>
    /// <exception cref="FormatException">It has no column id.</exception>
    public static StudentList Read(params IEnumerable<string> folders) =>
        folders.Select(folder => Path.Combine(folder, FileName)).FirstOrDefault(File.Exists) is { } path
            ? new(
                Csv.Read(path, "id")
                    .Where(row => row["id"].Length > 0)
                    .Select(row => new Student(
                        row["id"],
                        row.GetValueOrDefault("last_name", ""),
                        row.GetValueOrDefault("first_name", ""),
                        row.GetValueOrDefault("email", ""),
                        row.GetValueOrDefault("folder", "")
                    ))
            )
            : Empty;

    /// <summary>The student with an id; without names if the list has none with this id.</summary>
    public Student this[string id] => _byId.TryGetValue(id, out Student? student) ? student : new(id, "", "", "", "");

    /// <summary>The id that belongs to any of these folder names; null if none is known.</summary>
    public string? IdOf(params IEnumerable<string> folders)
    {
        string[] names = [.. folders.Where(name => name.Length > 0)];
        return (names.Select(_byFolder.GetValueOrDefault).FirstOrDefault(student => student is not null)
            ?? names.Select(_byId.GetValueOrDefault).FirstOrDefault(student => student is not null))?.Id;
    }
}

/// <summary>A student.</summary>
/// <param name="Id">The id.</param>
/// <param name="LastName">The last name.</param>
/// <param name="FirstName">The first name.</param>
/// <param name="Email">The address.</param>
/// <param name="Folder">What the learning platform calls the student's folder.</param>
public sealed record Student(string Id, string LastName, string FirstName, string Email, string Folder);
