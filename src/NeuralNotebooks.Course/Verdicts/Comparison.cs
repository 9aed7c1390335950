namespace NeuralNotebooks.Course;

/// <summary>A student's matrix and the expected one, of the same shape, side by side. Entries that differ are
/// marked.</summary>
internal static class Comparison
{
    // A larger matrix would push the message off the screen.
    private const int MaxEntries = 40;

    // Marks an entry by a frame as well as by a colour, for readers who cannot distinguish the colours.
    public const string Marked = $"font-weight:700;box-shadow:inset 0 0 0 2px {Palette.Orange};border-radius:3px";

    /// <summary>Two small tables; empty for a single number, which the message contains, and for a large
    /// matrix.</summary>
    public static string ToHtml(M yours, M expected, double floor)
    {
        if (expected.Count is 1 or > MaxEntries)
            return "";
        HashSet<(int, int)> wrong =
            [.. EntryDifference.All(yours, expected, floor).Select(one => (one.Row, one.Column))];
        return "<div style=\"display:flex;flex-wrap:wrap;gap:.3em 2em;margin-top:.5em\">"
            + Table("yours; framed where it differs", yours, wrong) + Table("expected", expected, []) + "</div>";
    }

    private static string Table(string caption, M matrix, HashSet<(int, int)> wrong)
    {
        IEnumerable<string> rows = Enumerable.Range(0, matrix.Rows).Select(row =>
            string.Concat(Enumerable.Range(0, matrix.Columns).Select(column => Cell(row, column))));
        return """<table style="border-collapse:separate;border-spacing:2px;color:inherit;background:transparent;"""
            + """font-variant-numeric:tabular-nums">"""
            + """<caption style="text-align:left;white-space:nowrap;color:inherit;opacity:.7;font-size:.85em">"""
            + $"{caption}</caption>"
            + string.Concat(rows.Select(row => $"""<tr style="background:transparent">{row}</tr>""")) + "</table>";

        string Cell(int row, int column) => """<td style="text-align:right;padding:.05em .5em;border:none;"""
            + $"""{(wrong.Contains((row, column)) ? Marked : "")}">{TextOf.Number(matrix[row, column])}</td>""";
    }
}
