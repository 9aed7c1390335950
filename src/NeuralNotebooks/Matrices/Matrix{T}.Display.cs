namespace NeuralNotebooks;

public sealed partial class Matrix<TReal>
{
    private const int FirstShown = 8, LastShown = 2;
    private const int Gap = -1;

    /// <summary>The shape and the entries as text; for a large matrix, only the first eight and last two rows and
    /// columns.</summary>
    public override string ToString()
    {
        int[] rows = Shown(Rows), columns = Shown(Columns);
        string[][] cells = [.. columns.Select(column => rows.Select(row => TextAt(row, column)).ToArray())];
        var text = new StringBuilder(Caption());
        for (int row = 0; row < rows.Length && Columns > 0; row++)
        {
            text.Append('\n');
            foreach (string[] column in cells)
                text.Append("  ").Append(column[row].PadLeft(column.Max(cell => cell.Length)));
        }

        return text.ToString();
    }

    /// <summary>The shape and the entries as an HTML table; the larger an entry, the stronger its shade, blue for
    /// negative and orange for positive numbers. Of a large matrix, only the first eight and last two rows and columns
    /// are shown.</summary>
    public string ToHtml()
    {
        int[] rows = Shown(Rows), columns = Shown(Columns);
        double largest = LargestFinite();
        var table = new HtmlTable(Caption());
        if (Count > 0)
            table.Headers(["", .. columns.Select(IndexText)]);
        foreach (int row in Count > 0 ? rows : [])
        {
            table.BeginRow(IndexText(row));
            foreach (int column in columns)
            {
                if (row == Gap || column == Gap)
                {
                    table.Gap();
                    continue;
                }

                TReal entry = this[row, column];
                table.Number(entry, HtmlTable.SignedTint(double.CreateChecked(entry), largest));
            }
        }

        return table.ToString();
    }

    private static int[] Shown(int count) => count <= FirstShown + LastShown + 1
        ? [.. Enumerable.Range(0, count)]
        : [.. Enumerable.Range(0, FirstShown), Gap, .. Enumerable.Range(count - LastShown, LastShown)];

    private static string IndexText(int index) => index == Gap ? "…" : index.ToString(CultureInfo.InvariantCulture);

    private string Caption() =>
        $"{Shape.Text(Rows, Columns)} matrix of {(typeof(TReal) == typeof(float) ? "float" : "double")}";

    private string TextAt(int row, int column) =>
        row == Gap || column == Gap ? "…" : NumberText.Plain(double.CreateChecked(this[row, column]));

    /// <summary>The largest absolute value of a finite entry; this entry has the strongest shade.</summary>
    private double LargestFinite()
    {
        TReal largest = TReal.Zero;
        foreach (TReal entry in AsSpan())
        {
            if (TReal.IsFinite(entry))
                largest = TReal.Max(largest, TReal.Abs(entry));
        }

        return double.CreateChecked(largest);
    }
}
