namespace Notebooks.Tests.LectureNotes;

/// <summary>The four tables of notebook 00 as Markdown. Each is the whole of one cell, found by its id.</summary>
public static class LectureTables
{
    public const string Notebook = "00-start-here.ipynb";

    public static IReadOnlyDictionary<string, string> ByCell { get; } = new Dictionary<string, string>
    {
        ["notation-table"] = Table(
            ["", "gates", "mlp", "delta", "graph", "iris", "this course"],
            Notation.Rows.Select(row => (string[])[$"**{row.What}**", row.Gates, row.Mlp, row.Delta, row.Graph, row.Iris, row.Course])),
        ["errors-table"] = ErrataTable("as written", "what it must be", Errata.Errors),
        ["conventions-table"] = ErrataTable("theirs", "ours, and what it changes", Errata.Conventions),
        ["readings-table"] = ErrataTable("as the machine read it", "what it must have been", Errata.Readings),
    };

    private static string ErrataTable(string written, string meant, IEnumerable<Erratum> errata) => Table(
        ["", "notes", written, meant, "shown in"],
        errata.Select(erratum => (string[])[erratum.Id, erratum.Notes, erratum.Written, erratum.Meant, Links(erratum.Notebooks)]));

    private static string Links(string[] notebooks) =>
        notebooks.Length == 0 ? "–" : string.Join(", ", notebooks.Select(name => $"[{name[..2]}]({name}.ipynb)"));

    private static string Table(string[] headings, IEnumerable<string[]> rows) =>
        string.Join('\n', (IEnumerable<string>)[Line(headings), Line(headings.Select(_ => "---")), .. rows.Select(Line)]);

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
