namespace Notebooks.Tests.LectureNotes;

/// <summary>A line of the tables of notebook 10: an error, a differing convention or a garbled place of the five sets
/// of lecture notes. A vertical bar would end a cell of a table, so norms are <c>\lVert … \rVert</c>.</summary>
/// <param name="Id">E for an error, C for a convention, G for a place that machine reading garbled, and a
/// number.</param>
/// <param name="Links">The sections that show it by a number, as Markdown.</param>
public sealed partial record Erratum(string Id, string Links)
{
    public const string Notebook = "10-lecture-notes.ipynb";

    /// <summary>The rows of each table of the notebook, that of the letters included, as cells.</summary>
    public static IReadOnlyList<string[][]> Tables { get; } =
        [
            .. CourseNotebook
                .Open(Notebook)
                .Markdown.Where(cell => cell.Id.EndsWith("-table", StringComparison.Ordinal))
                .Select(cell => cell.Lines.Where(line => line.StartsWith('|')))
                .Select(lines => lines.Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)))
                .Select(rows => rows.ToArray()),
        ];

    public static IReadOnlyList<Erratum> All { get; } =
        [
            .. Tables
                .SelectMany(rows => rows)
                .Where(row => Ids().IsMatch(row[0]))
                .Select(row => new Erratum(row[0], row[^1])),
        ];

    public IEnumerable<IReadOnlyList<CourseCell>> Sections =>
        Targets()
            .Matches(Links)
            .Select(link =>
                CourseNotebook.Open(link.Groups["file"] is { Length: > 0 } file ? file.Value : Notebook)
                    .Section(link.Groups["anchor"].Value)
            );

    /// <summary>What the text of a notebook calls it: erratum E7, convention C3, reading G1.</summary>
    public string Word =>
        Id[0] switch
        {
            'E' => "erratum",
            'C' => "convention",
            _ => "reading",
        };

    [GeneratedRegex(@"^[ECG]\d+$")]
    private static partial Regex Ids();

    [GeneratedRegex(@"\]\((?<file>[^)#]*)#(?<anchor>[^)]*)\)")]
    private static partial Regex Targets();
}
