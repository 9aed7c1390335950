using static System.IO.Path;

namespace NeuralNotebooks.Classroom;

/// <summary>The folder of a class's results: where the results, pages and code of a submission are, and which names in
/// the folder are reserved.</summary>
/// <remarks>The folder contains <c>STUDENT/ASSIGNMENT/</c> with the results of each submission; <c>feedback</c>,
/// <c>code</c> and <c>marking</c>; and tables and pages of the whole class, which are named by the types that write
/// them.</remarks>
public sealed class ResultFolder(string path)
{
    public const string Feedback = "feedback";

    public const string Result = "result.json";

    internal const string Answers = "answers.json";

    private const string Withdrawn = "withdrawn.json", Images = "images";
    private const string Code = "code", MarkingImages = "marking";

    private static readonly string[] _folders = [Feedback, Code, MarkingImages];
    private static readonly string[] _extensions = [".csv", ".html", ".json", ".xml"];

    public string Path { get; } = GetFullPath(path);

    internal string ImagesToMark => Combine(Path, MarkingImages);

    public string Of(SubmissionKey key) => Combine(Path, key.Folder, key.Assignment);

    public string AnswersOf(SubmissionKey key) => Combine(Of(key), Answers);

    /// <summary>The file with all results of a submission that no longer exists.</summary>
    internal string WithdrawnOf(SubmissionKey key) => Combine(Of(key), Withdrawn);

    internal string ResultOf(SubmissionKey key) => Combine(Of(key), Result);

    internal string ImagesOf(SubmissionKey key) => Combine(Of(key), Images);

    internal string ImageOf(SubmissionKey key, string name) => Combine(ImagesOf(key), name);

    /// <summary>The file with the code of a submission. The files of a class are the input of programs that detect
    /// plagiarism.</summary>
    internal string CodeOf(SubmissionKey key) => Combine(Path, Code, key.Assignment, key.Folder + ".cs");

    /// <summary>The student's page of a submission, below the folder of the students' pages, in nbgrader's
    /// layout.</summary>
    internal static ResultPath StudentPageOf(SubmissionKey key) =>
        new(key.Folder, key.Assignment, key.Assignment + ".html");

    internal static ResultPath FeedbackOf(SubmissionKey key) => new([Feedback, .. StudentPageOf(key).Parts]);

    internal static ResultPath ImageToMark(string name) => new(MarkingImages, name);

    /// <summary>Whether a name is that of a table, a page or another folder in the folder of the results, so that a
    /// student's folder must not have it.</summary>
    internal static bool IsReserved(string name) =>
        _folders.Contains(name, StringComparer.OrdinalIgnoreCase)
        || _extensions.Any(extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}

internal readonly struct ResultPath(params string[] parts)
{
    public IReadOnlyList<string> Parts => parts;

    public string Link => string.Join('/', parts.Select(Uri.EscapeDataString));

    public string In(string folder) => Combine([folder, .. parts]);
}
