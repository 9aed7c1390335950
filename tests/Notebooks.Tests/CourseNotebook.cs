using NeuralNotebooks.Engine;
using NeuralNotebooks.Runner;

namespace Notebooks.Tests;

public sealed record CourseCell(int Number, string Id, string Kind, string Source, JsonElement Json)
{
    private const string MeasuredComment = "// measured: other numbers on every run";

    public bool IsCode => Kind == "code";

    public string[] Lines => Source.Split('\n');

    public bool HoldsClaims => IsCode && Source.Contains("Claim.");

    public bool IsPrediction => !IsCode && Source.Contains("> **Predict");

    /// <summary>The cell measures time, so it shows other numbers on every run, and tells the reader so.</summary>
    public bool IsMeasured => IsCode && Source.Contains(MeasuredComment);

    /// <summary>The cell asks whether the reader's function is right, and takes the course's otherwise.</summary>
    public bool TakesTheReaders => IsCode
        && ((string[])["Pieces.IsOwn(", "Pieces.Whose(", "isOwn ?"]).Any(Source.Contains);

    public override string ToString() => $"cell {Number} ({Id})";
}

/// <summary>A notebook of the course as it is committed, read without the engine, whose work is under test
/// here.</summary>
public sealed partial class CourseNotebook
{
    private CourseNotebook(string path, string text)
    {
        Path = path;
        Text = text;
        Json = JsonDocument.Parse(Text).RootElement;
        Cells =
        [
            .. Json.GetProperty("cells")
                .EnumerateArray()
                .Select(
                    (cell, index) =>
                        new CourseCell(
                            index + 1,
                            cell.GetProperty("id").GetString()!,
                            cell.GetProperty("cell_type").GetString()!,
                            string.Concat(cell.GetProperty("source").EnumerateArray().Select(line => line.GetString())),
                            cell)),
        ];
    }

    public static string Folder { get; } = Repository.At("notebooks");

    public static string[] Names { get; } =
        [
            .. Directory
                .GetFiles(Folder, "*.ipynb")
                .Select(path => System.IO.Path.GetFileName(path))
                .Order(StringComparer.Ordinal),
        ];

    public static string AssignmentsFolder { get; } = Repository.At("assignments/source");

    public static string[] Assignments { get; } =
        [
            .. Directory
                .GetFiles(AssignmentsFolder, "*.ipynb", SearchOption.AllDirectories)
                .Select(path => System.IO.Path.GetRelativePath(Folder, path))
                .Order(StringComparer.Ordinal),
        ];

    public string Path { get; }

    public string Text { get; }

    public JsonElement Json { get; }

    public IReadOnlyList<CourseCell> Cells { get; }

    public IEnumerable<CourseCell> Code => Cells.Where(cell => cell.IsCode);

    public IEnumerable<CourseCell> Markdown => Cells.Where(cell => !cell.IsCode);

    /// <summary>The number of the section in which a cell is.</summary>
    public string SectionOf(CourseCell cell) =>
        Markdown.TakeWhile(one => one.Number <= cell.Number)
            .SelectMany(one => SectionHeading().Matches(one.Source))
            .LastOrDefault()?.Groups[1].Value ?? "";

    /// <summary>As <see cref="Names"/> and <see cref="Assignments"/> call it.</summary>
    public string Name => System.IO.Path.GetRelativePath(Folder, Path);

    public override string ToString() => Name;

    public static CourseNotebook Open(string name)
    {
        string path = System.IO.Path.Combine(Folder, name);
        return new(path, File.ReadAllText(path));
    }

    public CourseNotebook With(string old, string other) => Text.Contains(old, StringComparison.Ordinal)
        ? new(Path, Text.Replace(old, other, StringComparison.Ordinal)) : throw new ArgumentException($"No {old}.");

    /// <summary>The file with the claims of the notebook.</summary>
    public string ClaimsPath => System.IO.Path.ChangeExtension(Path, ".claims.cs");

    /// <summary>The same notebook with its claims, each a cell behind the cell after which it runs, so that every host
    /// can run them.</summary>
    public CourseNotebook WithClaims
    {
        get
        {
            var notebook = Notebook.Parse(Text, Path);
            foreach (Claim claim in Claims.Of(Path, notebook).Claims.All.Reverse())
                notebook.Cells.Insert(
                    notebook.Cells.IndexOf(notebook.Cells.First(cell => cell.Id == claim.After)) + 1,
                    new CodeCell(claim.Cell.Id, claim.Code));
            return new(Path, notebook.ToJson());
        }
    }

    public static implicit operator CourseNotebook(string name) => Open(name);

    [GeneratedRegex(@"^#{2,3} (\d+)\. ", RegexOptions.Multiline)]
    private static partial Regex SectionHeading();
}

[AttributeUsage(AttributeTargets.Method)]
internal sealed class EveryNotebookAttribute() : CasesAttribute(CourseNotebook.Names);

[AttributeUsage(AttributeTargets.Method)]
internal sealed class EveryAssignmentAttribute() : CasesAttribute(CourseNotebook.Assignments);
