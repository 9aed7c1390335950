namespace NeuralNotebooks.Course;

internal static class Matrices
{
    public static bool SameShape(M a, M b) => (a.Rows, a.Columns) == (b.Rows, b.Columns);

    public static bool IsZero(M matrix) => Entries(matrix).All(entry => entry == 0);

    /// <summary>The number c ≠ 1 with value = c · right in each entry of each pair, or null if there is none.</summary>
    public static double? CommonFactor(IReadOnlyList<M> values, IReadOnlyList<M> right)
    {
        if (!values.Zip(right).All(pair => SameShape(pair.First, pair.Second)))
            return null;
        (double Value, double Right)[] all =
            [.. values.SelectMany(Entries).Zip(right.SelectMany(Entries)).Where(pair => double.IsFinite(pair.Second))];
        double factor = all.Sum(one => one.Value * one.Right) / all.Sum(one => one.Right * one.Right);
        bool fits = factor != 0 && double.IsFinite(factor) && Abs(factor - 1) > 1e-6
            && values.Zip(right).All(pair => EntryDifference.IsNone(pair.First, factor * pair.Second));
        return fits ? factor : null;
    }

    public static M Column(IEnumerable<int> numbers) => Matrix.Column([.. numbers.Select(number => (double)number)]);

    public static M OfRows(double[][] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        int columns = rows.Length == 0 ? 0 : rows[0].Length;
        int other = Array.FindIndex(rows, row => row.Length != columns);
        return other < 0
            ? Of(rows.Length, columns, (i, j) => rows[i][j])
            : throw new ArgumentException(
                Invariant($"row {other + 1} of a matrix has {rows[other].Length} entries, ")
                    + Invariant($"the first row has {columns}."),
                nameof(rows));
    }

    public static M Of(int rows, int columns, Func<int, int, double> entry)
    {
        IEnumerable<double> entries =
            from column in Enumerable.Range(0, columns)
            from row in Enumerable.Range(0, rows)
            select entry(row, column);
        return Matrix.Over([.. entries], 0, rows, columns);
    }

    /// <summary>Random numbers from −1 to 1 with two decimals, which a verdict shows in full. For other numbers there
    /// are <c>Matrix.Uniform</c> and <c>Matrix.Normal</c>.</summary>
    public static M Random(int rows, int columns, int seed)
    {
        var random = new Random(seed);
        return Matrix.Zeros<double>(rows, columns).Map(_ => Round(2 * random.NextDouble() - 1, 2));
    }

    public static double[] Entries(M matrix) => matrix.T.AsSpan().ToArray();

    /// <summary>A matrix of this shape whose columns, one after the other, have the entries row by row.</summary>
    public static M ByRows(M matrix) => Matrix.Over(Entries(matrix), 0, matrix.Rows, matrix.Columns);
}
