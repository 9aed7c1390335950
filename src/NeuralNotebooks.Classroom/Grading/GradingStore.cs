using System.Numerics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NeuralNotebooks.Classroom;

/// <summary>The results of grading in a folder: <c>DIR/STUDENT/ASSIGNMENT/answers.json</c> for each
/// submission.</summary>
/// <param name="path">The folder.</param>
public sealed class GradingStore(string path)
{
    private const string Answers = "answers.json", Withdrawn = "withdrawn.json";

    private static readonly JsonSerializerOptions _layout = new()
    {
        Converters = { new PointsJson(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 512,
    };

    /// <summary>The folder.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>The folder of a submission's results.</summary>
    public string FolderOf(string student, string assignment) => System.IO.Path.Combine(Path, student, assignment);

    /// <summary>The file with all results of a submission.</summary>
    public string AnswersOf(string student, string assignment) =>
        System.IO.Path.Combine(FolderOf(student, assignment), Answers);

    /// <summary>The submissions that have results, by assignment, then student, ordinally.</summary>
    public IReadOnlyList<(string Student, string Assignment)> List() =>
        !Directory.Exists(Path)
            ? []
            :
            [
                .. (
                    from student in Directory.EnumerateDirectories(Path)
                    from assignment in Directory.EnumerateDirectories(student)
                    where File.Exists(System.IO.Path.Combine(assignment, Answers))
                    select (
                        Student: System.IO.Path.GetFileName(student),
                        Assignment: System.IO.Path.GetFileName(assignment)
                    )
                )
                    .OrderBy(entry => entry.Assignment, StringComparer.Ordinal)
                    .ThenBy(entry => entry.Student, StringComparer.Ordinal),
            ];

    /// <summary>The results of a submission; null if there are none that can be read.</summary>
    public GradedSubmission? Read(string student, string assignment)
    {
        string file = AnswersOf(student, assignment);
        try
        {
            return File.Exists(file)
                ? JsonSerializer.Deserialize<GradedSubmission>(File.ReadAllBytes(file), _layout)
                : null;
        }
        catch (JsonException)
        {
            return null; // Written by another version, or truncated by a full disk: graded again.
        }
    }

    /// <summary>Whether there are results of a submission that cannot be read.</summary>
    public bool IsDamaged(string student, string assignment) =>
        File.Exists(AnswersOf(student, assignment)) && Read(student, assignment) is null;

    /// <summary>What to say of results that cannot be read.</summary>
    internal string Damage(string student, string assignment) =>
        $"{AnswersOf(student, assignment)} is damaged. Grade {student} again.";

    /// <summary>Puts aside the results of submissions that are not there any more. If they are back, so are their
    /// results.</summary>
    /// <param name="submissions">All that are there.</param>
    /// <param name="isMissed">Whether those of a student for an assignment would be among them.</param>
    /// <returns>The submissions whose results were put aside.</returns>
    public IReadOnlyList<(string Student, string Assignment)> Withdraw(
        IReadOnlyCollection<(string Student, string Assignment)> submissions,
        Func<string, string, bool> isMissed
    )
    {
        foreach ((string student, string assignment) in submissions)
            Move(student, assignment, Withdrawn, Answers);
        (string Student, string Assignment)[] gone =
        [
            .. List().Except(submissions).Where(entry => isMissed(entry.Student, entry.Assignment)),
        ];
        foreach ((string student, string assignment) in gone)
        {
            Move(student, assignment, Answers, Withdrawn);
            File.Delete(System.IO.Path.Combine(FolderOf(student, assignment), ResultFiles.Result));
        }
        return gone;
    }

    private void Move(string student, string assignment, string from, string to)
    {
        string folder = FolderOf(student, assignment),
            source = System.IO.Path.Combine(folder, from);
        if (File.Exists(source) && (to != Answers || !File.Exists(System.IO.Path.Combine(folder, to))))
            File.Move(source, System.IO.Path.Combine(folder, to), overwrite: true);
    }

    /// <summary>Writes the results of a submission.</summary>
    public void Write(GradedSubmission submission) =>
        WriteFile(
            AnswersOf(submission.Student, submission.Assignment),
            JsonSerializer.Serialize(submission, _layout) + "\n"
        );

    /// <summary>Writes who is who in results without names.</summary>
    public void WriteNames(IEnumerable<string> students) =>
        WriteFile(
            System.IO.Path.Combine(Path, StudentList.NamesFile),
            Csv.Write(
                students
                    .Order(StringComparer.Ordinal)
                    .Select(student => new[] { Submission.PseudonymOf(student), student })
                    .Prepend(StudentList.NamesColumns.Split(','))
            )
        );

    /// <summary>Writes a file atomically.</summary>
    internal static void WriteFile(string path, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        string temporary = $"{path}.{Guid.NewGuid():N}";
        try
        {
            File.WriteAllText(temporary, text);
            NamedFile.Replace(path, temporary);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Points as text, exactly.</summary>
    private sealed class PointsJson : JsonConverter<Points>
    {
        public override Points Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            string[] parts = (reader.GetString() ?? "").Split('/');
            return
                parts.Length == 2
                && TryParse(parts[0], out BigInteger numerator)
                && TryParse(parts[1], out BigInteger denominator)
                && denominator.Sign > 0
                ? new(numerator, denominator)
                : throw new JsonException("Expected points, such as \"4/3\".");
        }

        public override void Write(Utf8JsonWriter writer, Points value, JsonSerializerOptions options)
            => writer.WriteStringValue(Invariant($"{value.Numerator}/{value.Denominator}"));

        private static bool TryParse(string text, out BigInteger number)
            => BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }
}
