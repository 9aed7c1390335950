namespace Notebooks.Tests;

public sealed record CourseCell(int Number, string Id, string Kind, string Source, JsonElement Json)
{
    private const string MeasuredComment = "// measured: other numbers on every run";

    public bool IsCode => Kind == "code";

    public string[] Lines => Source.Split('\n');

    public bool HoldsClaims => IsCode && Source.Contains("Claim.");

    public bool IsPrediction => !IsCode && Source.Contains("> **Predict");

    /// <summary>Its code is hidden in Jupyter, and the course's pages fold it.</summary>
    public bool IsFolded => Json.GetProperty("metadata").TryGetProperty("jupyter", out _);

    /// <summary>The cell measures time, so it shows other numbers on every run, and tells the reader so.</summary>
    public bool IsMeasured => IsCode && Source.Contains(MeasuredComment);

    public override string ToString() => $"cell {Number} ({Id})";
}

/// <summary>A notebook of the course as it is committed, read without the engine, whose work is under test
/// here.</summary>
public sealed class CourseNotebook
{
    private CourseNotebook(string path)
    {
        Path = path;
        Text = File.ReadAllText(path);
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

    /// <summary>The cells from the heading with this anchor up to the next heading of its level or a higher
    /// one.</summary>
    public IReadOnlyList<CourseCell> Section(string anchor)
    {
        int Level(CourseCell cell, bool any) => cell.IsCode ? 0 : cell.Lines
            .Where(line => line.StartsWith('#') && (any || line.TrimStart('#', ' ').Replace(' ', '-') == anchor))
            .Select(line => line.Length - line.TrimStart('#').Length)
            .FirstOrDefault();
        CourseCell heading = Cells.Single(cell => Level(cell, any: false) > 0);
        int level = Level(heading, any: false);
        return
        [
            heading,
            .. Cells
                .Skip(heading.Number)
                .TakeWhile(cell => Level(cell, any: true) is var next && (next == 0 || next > level)),
        ];
    }

    /// <summary>As <see cref="Names"/> and <see cref="Assignments"/> call it.</summary>
    public string Name => System.IO.Path.GetRelativePath(Folder, Path);

    public override string ToString() => Name;

    public static CourseNotebook Open(string name) => new(System.IO.Path.Combine(Folder, name));

    public static implicit operator CourseNotebook(string name) => Open(name);
}

[AttributeUsage(AttributeTargets.Method)]
internal sealed class EveryNotebookAttribute() : CasesAttribute(CourseNotebook.Names);

[AttributeUsage(AttributeTargets.Method)]
internal sealed class EveryAssignmentAttribute() : CasesAttribute(CourseNotebook.Assignments);
