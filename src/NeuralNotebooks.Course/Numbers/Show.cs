namespace NeuralNotebooks.Course;

/// <summary>A table of numbers: <c>Show.Table(["", "w", "b"], ["after 10 steps", 0.42, -0.31])</c>.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class Show : IHtml
{
    private readonly string[] _header;
    private readonly object[][] _rows;

    private Show(string[] header, object[][] rows) => (_header, _rows) = (header, rows);

    /// <summary>A table of named rows.</summary>
    /// <param name="header">The headings of the columns; the first column has the names.</param>
    /// <param name="rows">A name, and numbers or words.</param>
    /// <exception cref="ArgumentException">A row is shorter or longer than the header.</exception>
    public static Show Table(string[] header, params IEnumerable<object[]> rows)
    {
        ArgumentNullException.ThrowIfNull(header);
        object[][] all = [.. rows];
        int wrong = Array.FindIndex(all, row => row.Length != header.Length);
        return wrong < 0
            ? new(header, all)
            : throw new ArgumentException(
                $"Row {wrong + 1} of the table has {all[wrong].Length} entries; its header has {header.Length}.",
                nameof(rows));
    }

    /// <summary>A table with a row for each of several things: <c>Show.Table(["x", "σ"], xs, x =&gt; [x, σ(x)])</c>.
    /// </summary>
    public static Show Table<TItem>(string[] header, IEnumerable<TItem> items, Func<TItem, object[]> row) =>
        Table(header, items.Select(row));

    /// <summary>A matrix with names of its rows and columns: <c>Show.Table("score", scores, species, flowers)</c>.
    /// </summary>
    /// <param name="name">What the entries are.</param>
    /// <param name="matrix">The matrix, rows × columns.</param>
    /// <param name="rows">A name for each row.</param>
    /// <param name="columns">A name for each column.</param>
    /// <exception cref="ArgumentException">There are more or fewer names than rows or columns.</exception>
    public static Show Table(string name, M matrix, IReadOnlyList<string> rows, IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(columns);
        return rows.Count == matrix.Rows && columns.Count == matrix.Columns
            ? Table([name, .. columns], rows.Select((row, i) =>
                (object[])[row, .. Enumerable.Range(0, matrix.Columns).Select(j => (object)matrix[i, j])]))
            : throw new ArgumentException(
                $"'{name}' is {matrix.Rows}×{matrix.Columns}; it has names for {rows.Count} rows and "
                + $"{columns.Count} columns.", nameof(rows));
    }

    /// <inheritdoc/>
    public string ToHtml()
    {
        HtmlTable table = new(caption: "");
        table.Headers(_header);
        foreach (object[] row in _rows)
        {
            table.BeginRow(Text(row[0]));
            foreach (object entry in row.Skip(1))
            {
                if (Number(entry) is { } number)
                    table.Number(number);
                else
                    table.Text(Text(entry));
            }
        }
        return table.ToString();
    }

    /// <summary>The table as lines of text.</summary>
    public override string ToString()
    {
        string[][] lines = [_header, .. _rows.Select(row => row.Select(Text).ToArray())];
        int[] widths = [.. _header.Select((_, column) => lines.Max(line => line[column].Length))];
        return string.Join(
            '\n',
            lines.Select(line => string.Join("   ", line.Select((text, column) => text.PadLeft(widths[column])))));
    }

    private static double? Number(object entry) =>
        entry is double or float or int ? Convert.ToDouble(entry, CultureInfo.InvariantCulture) : null;

    private static string Text(object entry) =>
        Number(entry) is { } number ? NumberText.Html(number)
        : entry is bool holds ? (holds ? "yes" : "no")
        : Invariant($"{entry}");
}
