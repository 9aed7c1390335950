namespace Notebooks.Tests.LectureNotes;

/// <summary>The four tables of notebook 10 as Markdown. Each is the whole of one cell, found by its id.</summary>
public static class LectureTables
{
    public const string Notebook = "10-lecture-notes.ipynb";

    public static IReadOnlyDictionary<string, string> ByCell { get; } =
        new Dictionary<string, string>
        {
            ["notation-table"] = Table(
                ["", "gates", "mlp", "delta", "graph", "iris", "this course"],
                Notation.Rows.Select(row =>
                    (string[])[$"**{row.What}**", row.Gates, row.Mlp, row.Delta, row.Graph, row.Iris, row.Course]
                )
            ),
            ["errors-table"] = ErrataTable("as written", "what it must be", Errata.Errors),
            ["conventions-table"] = ErrataTable("theirs", "ours, and what it changes", Errata.Conventions),
            ["readings-table"] = ErrataTable("as the machine read it", "what it must have been", Errata.Readings),
        };

    private static string ErrataTable(string written, string meant, IEnumerable<Erratum> errata) =>
        Table(
            ["", "notes", written, meant, "shown in"],
            errata.Select(erratum =>
                (string[])[erratum.Id, erratum.Notes, erratum.Written, erratum.Meant, Links(erratum)]
            )
        );

    private static string Links(Erratum erratum) =>
        erratum.Notebooks.Length == 0
            ? "–"
            : string.Join(
                ", ",
                erratum.Notebooks.Select(name => Section.Of(erratum, $"{name}.ipynb").Link(from: Notebook))
            );

    private static string Table(string[] headings, IEnumerable<string[]> rows) =>
        string.Join(
            '\n',
            (IEnumerable<string>)[Line(headings), Line(headings.Select(_ => "---")), .. rows.Select(Line)]
        );

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
