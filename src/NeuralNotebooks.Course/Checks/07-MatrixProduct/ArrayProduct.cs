namespace NeuralNotebooks.Course;

/// <summary>Two matrices as plain arrays, stored by columns, as notebook 07 multiplies them.</summary>
/// <param name="RightRows">The rows of the right one.</param>
internal sealed record ArrayProduct(int m, int k, int n, int RightRows)
{
    /// <summary>Each entry of C before the product is written there.</summary>
    public const float Before = 7;

    public double[] A { get; init; } = Numbers(m * k, seed: m);

    public double[] B { get; init; } = Numbers(RightRows * n, seed: 10 + n);

    public M Left => Matrix.Over(A, 0, m, k);

    public M Right => Matrix.Over(B, 0, RightRows, n);

    /// <summary>The p-th term of all sums of the product: column p times row p.</summary>
    public M Term(int p) => Left.Column(p) * Right.Row(p);

    /// <summary>As seen by code that reads column-major entries as row-major.</summary>
    public ArrayProduct ReadByRows => this with
    { A = Matrices.Entries(Matrix.Over(A, 0, k, m)), B = Matrices.Entries(Matrix.Over(B, 0, n, RightRows)) };

    /// <summary>Column-major entries as a matrix; a single column if their count does not match.</summary>
    public static M? AsMatrix(double[]? entries, int rows, int columns) => entries is null ? null
        : entries.Length == rows * columns ? Matrix.Over([.. entries], 0, rows, columns)
        : Matrix.Column(entries);

    // Small whole numbers: products are exact, and can be followed by hand.
    private static double[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(1, 10) * (random.Next(3) == 0 ? -1 : 1))];
    }

    public Part<ArrayProduct>[] ColumnMajorProduct => [new("C", c => c.Left * c.Right)
    {
        { ("All three matrices are read by rows.",
            "Here they are stored by columns: entry (i, j) of a matrix with m rows is at i + j·m."),
            Matrices.ByRows(ReadByRows.Left * ReadByRows.Right) },
        { ("A and B are read by columns, but C is written by rows:", "its entry (i, j) belongs at i + j·m."),
            Matrices.ByRows(Left * Right) },
        { ("A is read by rows.", "Its entry (i, p) is at i + p·m."), ReadByRows.Left * Right },
        { ("B is read by rows.", "Its entry (p, j) is at p + j·k."), Left * ReadByRows.Right },
        { ("Only the last term of each sum is there:", "`=` where `+=` was meant."), Term(k - 1) },
        { ("The last term of each sum is missing:", "p goes from 0 to k − 1."), Left * Right - Term(k - 1) },
        { ("The first term of each sum is missing:", "p begins at 0."), Left * Right - Term(0) },
        { "The sum is not set back to 0 before the next entry.", RunningSums((Left * Right).T).T },
        { "The sum is not set back to 0 before the next entry (your loops go down the columns).",
            RunningSums(Left * Right) },
    }];

    /// <summary>Running sums of the entries, down one column after the other.</summary>
    private static M RunningSums(M matrix)
    {
        double[] sums = matrix.AsSpan().ToArray();
        for (int i = 1; i < sums.Length; i++)
            sums[i] += sums[i - 1];
        return Matrix.Over(sums, 0, matrix.Rows, matrix.Columns);
    }

    public Part<ArrayProduct>[] RegisterTile => [new("C", c => c.Left * c.Right)
    {
        { ("Every second column is missing:", "the sums `c01` and `c11` belong to column j + 1."),
            Columns(j => j % 2 == 0 ? j : null) },
        { ("Column j + 1 is the same as column j:", "its number of B is at `p + (j + 1) * n`."),
            Columns(j => j - (j % 2)) },
        { ("Only the last term of each sum is there:", "`=` where `+=` was meant."), Term(k - 1) },
        { ("The sums begin with what was in C:", "begin them at 0."), Left * Right + (double)Before },
    }];

    /// <summary>The product with other columns in place of its own; for null, what was there before.</summary>
    private M Columns(Func<int, int?> column)
    {
        M right = Left * Right;
        return Matrices.Of(m, n, (i, j) => column(j) is { } from ? right[i, from] : Before);
    }
}
