namespace Notebooks.Tests.LectureNotes;

/// <summary>The appendix names a cell of the course for each place of the lecture notes, and for each mistake in
/// them.</summary>
public partial class LectureNotesTests
{
    private static readonly CourseNotebook _appendix = CourseNotebook.Open("A-lecture-notes.ipynb").WithClaims;

    private static readonly CourseCell _map = _appendix.Cells.Single(cell => cell.Id == "map");

    /// <summary>The tables of what is wrong or different in the notes, and that of the letters.</summary>
    private static readonly CourseCell[] _tables =
        [.. _appendix.Markdown.Where(cell => cell.Id.EndsWith("-table", StringComparison.Ordinal))];

    /// <summary>An audit of the notes counted their places.</summary>
    [Theory]
    [Cases("gates", 62, "mlp", 26, "delta", 26, "graph", 25, "iris", 37)]
    public void The_map_has_every_place_of_a_set_of_notes(string set, int places) =>
        Assert.Equal(
            places,
            Rows(_map.Source.Split("<summary>").Single(part => part.StartsWith($"{set}<", StringComparison.Ordinal)))
                .Skip(1).Sum(row => row[0].Split("; ").Length));

    [Fact]
    public void A_row_names_cells_that_exist_and_the_sections_in_which_they_are()
    {
        string[][] rows =
        [
            .. _tables.Where(cell => cell.Id != "notation-table").Append(_map)
                .SelectMany(cell => Rows(cell.Source))
                .Where(row => row[^1] is not ("in the course" or "seen in")),
        ];
        Assert.All(rows, row => Assert.Matches($"^{Link()}(, {Link()})*$", row[^1]));
        Assert.Empty(
            from link in rows.SelectMany(row => Link().Matches(row[^1]))
            let notebook = link.Groups["file"].Value is { Length: > 0 } file
                ? CourseNotebook.Open(file).WithClaims : _appendix
            let cell = notebook.Cells.FirstOrDefault(cell => cell.Id == link.Groups["cell"].Value)
            let section = cell is null ? "no section: there is no such cell" : $"§{notebook.SectionOf(cell)}"
            where section != $"§{link.Groups["section"].Value}"
                || !link.Groups["file"].Value.StartsWith(link.Groups["number"].Value, StringComparison.Ordinal)
            select $"{link.Value} leads to {section}");
    }

    /// <summary>A bar within a cell would begin another one, a line break would end the table.</summary>
    [Fact]
    public void Every_row_has_as_many_cells_as_the_header()
    {
        Assert.Equal(5, _tables.Length);
        Assert.All(
            _tables.Select(cell => Rows(cell.Source)),
            rows => Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length)));
    }

    private static string[][] Rows(string text) =>
    [
        .. text.Split('\n').Where(line => line.StartsWith('|') && !line.StartsWith("|--", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];

    [GeneratedRegex(@"\[(?:(?<number>\d\d) )?§(?<section>\d+)\]\((?<file>[^)#]*)#[^)]*\)<!-- (?<cell>[a-z0-9-]+) -->")]
    private static partial Regex Link();
}
