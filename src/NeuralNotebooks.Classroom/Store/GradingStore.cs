using System.Text.Encodings.Web;
using static System.IO.Path;

namespace NeuralNotebooks.Classroom;

/// <summary>The results of grading in a folder: <c>DIR/STUDENT/ASSIGNMENT/answers.json</c> for each
/// submission.</summary>
public sealed class GradingStore(string path)
{
    internal static readonly JsonSerializerOptions Layout = new()
    {
        Converters = { new PointsJson(), new IdJson(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 512,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public ResultFolder Folder { get; } = new(path);

    public string Path => Folder.Path;

    public IReadOnlyList<SubmissionKey> List() =>
        !Directory.Exists(Path)
            ? []
            :
            [
                .. (from student in Directory.EnumerateDirectories(Path)
                    from assignment in Directory.EnumerateDirectories(student)
                    where File.Exists(Combine(assignment, ResultFolder.Answers))
                    select new SubmissionKey(
                        GetFileName(student), GetFileName(assignment))).Order(SubmissionKey.Ordinal),
            ];

    /// <summary>The results of a submission; null if they are missing, incomplete or unreadable, so that it is graded
    /// again.</summary>
    internal JudgedSubmission? Read(SubmissionKey key)
    {
        string file = Folder.AnswersOf(key);
        try
        {
            return File.Exists(file)
                && JsonSerializer.Deserialize<JudgedSubmission>(File.ReadAllBytes(file), Layout) is { } read
                && StoredResults.AreComplete(read, key, image => File.Exists(Folder.ImageOf(key, image)))
                    ? read
                    : null;
        }
        catch (Exception e)
            when (e is JsonException or NotSupportedException or IOException or UnauthorizedAccessException)
        {
            return null; // Written by another version, or truncated by a full disk.
        }
    }

    /// <summary>Whether there are results of a submission, which may be damaged.</summary>
    internal bool Has(SubmissionKey key) => File.Exists(Folder.AnswersOf(key));

    internal string Damage(SubmissionKey key) => $"{Folder.AnswersOf(key)} is damaged. Grade {key.Folder} again.";

    /// <summary>Renames the results of submissions that no longer exist, so that they do not count. If such a
    /// submission exists again, its results are renamed back.</summary>
    /// <param name="isMissed">Whether a submission would be in the list if it existed: false for one of another
    /// assignment or outside the graded part of the class.</param>
    /// <returns>The submissions whose results no longer count.</returns>
    public IReadOnlyList<SubmissionKey> Withdraw(
        IReadOnlyCollection<SubmissionKey> submissions, Func<SubmissionKey, bool> isMissed)
    {
        foreach (SubmissionKey key in submissions)
            if (!Has(key))
                Move(Folder.WithdrawnOf(key), Folder.AnswersOf(key));
        SubmissionKey[] gone = [.. List().Except(submissions).Where(isMissed)];
        foreach (SubmissionKey key in gone)
        {
            Move(Folder.AnswersOf(key), Folder.WithdrawnOf(key));
            File.Delete(Folder.ResultOf(key));
            if (File.Exists(Folder.CodeOf(key)))
                File.Delete(Folder.CodeOf(key));
        }
        return gone;
    }

    private static void Move(string from, string to)
    {
        if (File.Exists(from))
            File.Move(from, to, overwrite: true);
    }

    internal void Write(JudgedSubmission submission, params IEnumerable<SubmittedImage> newImages)
    {
        foreach (SubmittedImage image in newImages)
            WriteImage(Folder.ImageOf(submission.Key, image.FileName), image.CopyTo);
        NamedFile.Write(Folder.AnswersOf(submission.Key), JsonSerializer.Serialize(submission, Layout) + "\n");
        string folder = Folder.ImagesOf(submission.Key);
        if (Directory.Exists(folder))
            foreach (string file in Directory.EnumerateFiles(folder).Except(ImagesOf(submission)))
                File.Delete(file); // It belongs to an earlier version of the notebook.
    }

    internal void Copy(SubmissionKey key, GradingStore target)
    {
        foreach (string image in Read(key) is { } submission ? ImagesOf(submission) : [])
            WriteImage(target.Folder.ImageOf(key, GetFileName(image)), stream =>
            {
                using FileStream content = File.OpenRead(image);
                content.CopyTo(stream);
            });
        Directory.CreateDirectory(target.Folder.Of(key));
        File.Copy(Folder.AnswersOf(key), target.Folder.AnswersOf(key), overwrite: true);
    }

    private IEnumerable<string> ImagesOf(JudgedSubmission submission) =>
        submission.Tasks.SelectMany(task => task.Images?.Values ?? []).Distinct()
            .Select(name => Folder.ImageOf(submission.Key, name));

    /// <summary>Writes an image. Its name is a hash of its content, so an existing file has the same content and is not
    /// written again.</summary>
    private static void WriteImage(string path, Action<Stream> copyTo)
    {
        if (File.Exists(path))
            return;
        Directory.CreateDirectory(GetDirectoryName(path)!);
        string unfinished = $"{path}.{Guid.NewGuid():N}";
        try
        {
            using (FileStream stream = File.Create(unfinished))
                copyTo(stream);
            NamedFile.Replace(path, unfinished);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private sealed class IdJson : JsonConverter<StudentId>
    {
        public override StudentId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, StudentId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Text);
    }

    private sealed class PointsJson : JsonConverter<Points>
    {
        public override Points Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out decimal points)
                ? points
                : throw new JsonException("Expected a number of points.");

        public override void Write(Utf8JsonWriter writer, Points value, JsonSerializerOptions options)
            => writer.WriteNumberValue(value.Exact);
    }
}
