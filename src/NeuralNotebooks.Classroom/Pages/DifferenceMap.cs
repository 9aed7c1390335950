using System.Globalization;
using System.Text;

namespace NeuralNotebooks.Classroom;

/// <summary>Two matrices of the same shape: their difference as a heat map, and both as tables if they are
/// small.</summary>
internal static class DifferenceMap
{
    private const double MaxCell = 32;

    /// <summary>More rows or columns are drawn in blocks.</summary>
    private const int MaxCells = 64;

    /// <summary>Larger matrices are not written out.</summary>
    private const int MaxEntries = 40;

    public static string Of(MatrixAnswer expected, MatrixAnswer actual)
    {
        int block = (Math.Max(expected.Rows, expected.Columns) + MaxCells - 1) / MaxCells;
        int rows = (expected.Rows + block - 1) / block,
            columns = (expected.Columns + block - 1) / block;
        double cell = Math.Min(Math.Floor(10 * AnswerPicture.Width / Math.Max(columns, rows)) / 10, MaxCell),
            gap = cell > 12 ? 1.5 : 0.5;
        double allowed = AnswerPicture.Allowed(expected.Entries);
        double largest = expected
            .Entries.Zip(actual.Entries, (e, a) => a - e)
            .Where(double.IsFinite)
            .Select(Math.Abs)
            .Append(0)
            .Max();

        // One path per shade, of which there are few: a page with large matrices stays small.
        SortedDictionary<string, StringBuilder> shades = new(StringComparer.Ordinal);
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                double difference = Largest(row, column);
                string shade =
                    !double.IsFinite(difference) ? "nan"
                    : Math.Abs(difference) <= allowed ? "empty"
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"{(difference < 0 ? "less" : "more")}\" "
                            + $"opacity=\"{0.2 + 0.8 * Math.Ceiling(10 * Math.Abs(difference) / largest) / 10:0.##}"
                    );
                if (!shades.TryGetValue(shade, out StringBuilder? path))
                    shades.Add(shade, path = new());
                string x = Readable.Place(column * cell),
                    y = Readable.Place(row * cell),
                    size = Readable.Place(cell - gap);
                path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h{size}v{size}h-{size}z");
            }
        }

        var svg = new StringBuilder();
        foreach ((string shade, StringBuilder path) in shades)
            svg.Append(CultureInfo.InvariantCulture, $"""<path class="{shade}" d="{path}"/>""");
        return AnswerPicture.Drawing(rows * cell, svg, Sentence(expected, actual, allowed))
            + Legend(largest, allowed, shades.ContainsKey("nan"), block)
            + (expected.Entries.Count <= MaxEntries ? Tables(expected, actual, allowed) : "");

        double Largest(int row, int column)
            => (from j in Enumerable.Range(column * block, Math.Min(block, expected.Columns - column * block))
                from i in Enumerable.Range(row * block, Math.Min(block, expected.Rows - row * block))
                let e = expected.Entries[j * expected.Rows + i]
                let a = actual.Entries[j * expected.Rows + i]
                select e.Equals(a) ? 0 : a - e
            ).MaxBy(difference => double.IsFinite(difference) ? Math.Abs(difference) : double.MaxValue);
    }

    private static string Legend(double largest, double allowed, bool hasNaN, int block)
    {
        string differs =
            largest <= allowed
                ? ""
                : $"{Key("less", "yours is smaller")}{Key("more", $"yours is larger, by up to {Readable.Number(largest)}")}";
        string nan = hasNaN ? Key("nan", "one of the two is no number") : "";
        string equal = Key("empty", differs.Length + nan.Length == 0 ? "no entry differs" : "equal");
        string blocks =
            block == 1
                ? ""
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"<li>each square is {block} × {block} entries and shows the largest difference</li>"
                );
        return $"""<ul class="legend">{differs}{nan}{equal}{blocks}</ul>""" + "\n";

        static string Key(string style, string text) =>
            $"""<li><svg viewBox="0 0 14 14" aria-hidden="true"><rect class="{style}" x="1" y="1" width="12" height="12"/></svg>{text}</li>""";
    }

    private static string Sentence(MatrixAnswer expected, MatrixAnswer actual, double allowed)
    {
        int[] different =
        [
            .. Enumerable
                .Range(0, expected.Entries.Count)
                .Where(i => !AnswerPicture.IsSame(expected.Entries[i], actual.Entries[i], allowed)),
        ];
        if (different.Length == 0)
            return $"All entries of the {Readable.Shape(expected)} matrix are equal.";
        int worst = different.MaxBy(i =>
            double.IsFinite(actual.Entries[i]) ? Math.Abs(actual.Entries[i] - expected.Entries[i]) : double.MaxValue
        );
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{different.Length} of {expected.Entries.Count} entries of the {Readable.Shape(expected)} "
                + $"matrix differ, most of all [{worst % expected.Rows}, {worst / expected.Rows}]: expected "
                + $"{Readable.Number(expected.Entries[worst])}, yours {Readable.Number(actual.Entries[worst])}."
        );
    }

    private static string Tables(MatrixAnswer expected, MatrixAnswer actual, double allowed)
    {
        return $"""<div class="both">{Table("yours; framed where it differs", actual, mark: true)}{Table("expected", expected, mark: false)}</div>"""
            + "\n";

        string Table(string caption, MatrixAnswer matrix, bool mark)
        {
            var html = new StringBuilder($"<table><caption>{caption}</caption>");
            for (int row = 0; row < matrix.Rows; row++)
            {
                html.Append("<tr>");
                for (int column = 0; column < matrix.Columns; column++)
                {
                    int i = column * matrix.Rows + row;
                    bool differs = mark && !AnswerPicture.IsSame(expected.Entries[i], actual.Entries[i], allowed);
                    html.Append(differs ? """<td class="differs">""" : "<td>")
                        .Append(Readable.Number(matrix.Entries[i]))
                        .Append("</td>");
                }

                html.Append("</tr>");
            }

            return html.Append("</table>").ToString();
        }
    }
}
