namespace NeuralNotebooks.Plotting;

/// <summary>A matrix as a heat map: its name, its entries, and the names of its rows and columns.</summary>
internal sealed record HeatMapCells(
    string Name, double[][] Z, IReadOnlyList<string>? Rows, IReadOnlyList<string>? Columns)
{
    /// <summary>Cells contain their numbers if all matrices have at most this many rows and columns.</summary>
    public const int MaxSizeWithNumbers = 12;

    /// <summary>What a row and a column of the matrix are, written beside the axes; empty for no text.</summary>
    public (string Row, string Column) AxisNames { get; init; } = ("", "");

    public int Height => Z.Length;

    public int Width => Z[0].Length;

    public bool HasNumbers => Math.Max(Height, Width) <= MaxSizeWithNumbers;

    /// <summary>The map of a matrix that has entries, all of them finite.</summary>
    /// <exception cref="ArgumentException">The matrix has no entries, one is not finite, or there are more or fewer
    /// names than rows or columns.</exception>
    public static HeatMapCells Of<T>(
        string name, Matrix<T> matrix, IReadOnlyList<string>? rows, IReadOnlyList<string>? columns, string? what = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        HeatMapCells map = new(name, Checked.Rows(matrix, what ?? name), rows, columns);
        CheckNames(rows, map.Height, "row");
        CheckNames(columns, map.Width, "column");
        return map;
    }

    private static void CheckNames(IReadOnlyList<string>? names, int count, string what)
    {
        if (names is not null && names.Count != count)
            throw new ArgumentException($"There are {names.Count} {what} names and {count} {what}s.", nameof(names));
    }

    public IEnumerable<IEnumerable<string>> Texts(int digits) => Z.Select(row =>
        row.Select(entry => NumberText.Html(SignificantDigits.Round(entry, digits))));

    /// <summary>0, 1, … as names, if the map is small; a large one has an axis of numbers.</summary>
    public IEnumerable<string>? Numbers(int count) =>
        HasNumbers ? Enumerable.Range(0, count).Select(k => $"{k}") : null;

    public string InWords() => ChartInWords.Matrix(Name, Z, Rows, Columns);
}
