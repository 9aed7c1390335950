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

    public static Markup Of(MatrixAnswer expected, MatrixAnswer actual)
    {
        int block = (Math.Max(expected.Rows, expected.Columns) + MaxCells - 1) / MaxCells;
        int rows = (expected.Rows + block - 1) / block,
            columns = (expected.Columns + block - 1) / block;
        double cell = Math.Min(Math.Floor(10 * Svg.Width / Math.Max(columns, rows)) / 10, MaxCell),
            size = cell - (cell > 12 ? 1.5 : 0.5);
        double allowed = AnswerPicture.Allowed(expected.Entries);
        double largest = expected
            .Entries.Zip(actual.Entries, (e, a) => Math.Abs(a - e))
            .Where(double.IsFinite)
            .Append(0)
            .Max();
        bool hasNaN = false;
        // One path per shade, of which there are few: a page with large matrices stays small.
        IEnumerable<Markup> paths = (
            from row in Enumerable.Range(0, rows)
            from column in Enumerable.Range(0, columns)
            let square = Markup.Of($"M{column * cell} {row * cell}h{size}v{size}h-{size}z")
            group square by Shade(Largest(row, column)) into shade
            orderby shade.Key.Style, shade.Key.Opacity
            select Markup.Of(
                $"""<path class="{shade.Key.Style}" opacity="{shade.Key.Opacity}" d="{shade}"/>"""
            )
        );
        Markup drawing = Svg.Drawing(rows * cell, Markup.Join("", paths), Sentence(expected, actual));
        Markup tables = expected.Entries.Count > MaxEntries ? default : Tables(expected, actual);
        return Markup.Of($"{drawing}{Legend()}{tables}");

        (string Style, double Opacity) Shade(double difference)
        {
            hasNaN |= !double.IsFinite(difference);
            return !double.IsFinite(difference) ? ("nan", 1)
                : Math.Abs(difference) <= allowed ? ("empty", 1)
                : (
                    difference < 0 ? "less" : "more",
                    0.2 + 0.8 * Math.Ceiling(10 * Math.Abs(difference) / largest) / 10
                );
        }

        double Largest(int row, int column)
            => (from j in Enumerable.Range(column * block, Math.Min(block, expected.Columns - column * block))
                from i in Enumerable.Range(row * block, Math.Min(block, expected.Rows - row * block))
                let e = expected.Entries[j * expected.Rows + i]
                let a = actual.Entries[j * expected.Rows + i]
                select e.Equals(a) ? 0 : a - e
            ).MaxBy(difference => double.IsFinite(difference) ? Math.Abs(difference) : double.MaxValue);

        Markup Legend()
        {
            List<Markup> keys = [];
            if (largest > allowed)
                keys.AddRange([
                    Svg.Key("less", "yours is smaller"),
                    Svg.Key("more", $"yours is larger, by up to {Readable.Number(largest)}"),
                ]);
            if (hasNaN)
                keys.Add(Svg.Key("nan", "one of the two is no number"));
            keys.Add(Svg.Key("empty", keys.Count == 0 ? "no entry differs" : "equal"));
            if (block > 1)
                keys.Add(Invariant($"each square is {block} × {block} entries and shows the largest difference"));
            return Svg.Legend(keys);
        }
    }

    private static string Sentence(MatrixAnswer expected, MatrixAnswer actual)
    {
        int[] different = AnswerPicture.Different(expected.Entries, actual.Entries);
        string shape = Readable.Shape(expected);
        if (different.Length == 0)
            return $"All entries of the {shape} matrix are equal.";
        int worst = different.MaxBy(i =>
            double.IsFinite(actual.Entries[i]) ? Math.Abs(actual.Entries[i] - expected.Entries[i]) : double.MaxValue
        );
        return Invariant(
            $"{different.Length} of {expected.Entries.Count} entries of the {shape} matrix differ, most of all "
        )
            + Invariant($"[{worst % expected.Rows}, {worst / expected.Rows}]: expected ")
            + $"{Readable.Number(expected.Entries[worst])}, yours {Readable.Number(actual.Entries[worst])}.";
    }

    private static Markup Tables(MatrixAnswer expected, MatrixAnswer actual)
    {
        int[] different = AnswerPicture.Different(expected.Entries, actual.Entries);
        Markup yours = Table("yours; framed where it differs", actual);
        return Markup.Of($"""<div class="both">{yours}{Table("expected", expected)}</div>""");

        Markup Table(string caption, MatrixAnswer matrix)
        {
            IEnumerable<int> columns = Enumerable.Range(0, matrix.Columns);
            IEnumerable<Markup> rows = Enumerable
                .Range(0, matrix.Rows)
                .Select(row => Markup.Of($"<tr>{columns.Select(column => Cell(column * matrix.Rows + row))}</tr>"));
            return Markup.Of($"<table><caption>{caption}</caption>{rows}</table>");

            Markup Cell(int i)
            {
                string style = matrix == actual && different.Contains(i) ? "differs" : "";
                return Markup.Of($"""<td class="{style}">{Readable.Number(matrix.Entries[i])}</td>""");
            }
        }
    }
}
