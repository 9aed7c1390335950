namespace NeuralNotebooks.Course;

/// <summary>Two matrices as plain arrays, stored by columns, as notebook 07 multiplies them.</summary>
/// <param name="m">The rows of the left one.</param>
/// <param name="k">Its columns.</param>
/// <param name="n">The columns of the right one.</param>
/// <param name="RightRows">The rows of the right one: k for a product, m where the left one is transposed.</param>
internal sealed partial record ArrayProduct(int m, int k, int n, int RightRows)
{
    public M Left { get; init; } = Numbers(m, k, seed: m);

    public M Right { get; init; } = Numbers(RightRows, n, seed: 10 + n);

    /// <summary>A fresh copy of the left one's entries.</summary>
    public double[] A => Left.AsSpan().ToArray();

    public double[] B => Right.AsSpan().ToArray();

    /// <summary>A multiply-add counts as two operations.</summary>
    public double Operations => 2.0 * m * n * k;

    /// <summary>Each entry of A, B and C has four, and is moved once.</summary>
    public double Bytes { get; init; } = 4.0 * (m * k + k * n + m * n);

    public static Sentence Describe(ArrayProduct product) => $"for m = {product.m}, k = {product.k}, n = {product.n}";

    /// <summary>The p-th term of all sums of the product: column p times row p.</summary>
    public M Term(int p) => Left.Column(p) * Right.Row(p);

    /// <summary>The same with some of the rows of both.</summary>
    public ArrayProduct OfRows(int start, int count) =>
        this with { Left = Left.Rows(start, count), Right = Right.Rows(start, count) };

    /// <summary>As seen by code that reads column-major entries as row-major.</summary>
    public ArrayProduct ReadByRows =>
        this with { Left = Matrix.Over(A, 0, k, m).T, Right = Matrix.Over(B, 0, n, RightRows).T };

    /// <summary>The left one read at p + i·k, as if it had k rows; NaN where that is out of bounds.</summary>
    public M WithOtherStride =>
        Matrices.Of(m, k, (i, p) => i + p * k < m * k ? A[i + p * k] : double.NaN);

    /// <summary>Column-major entries as a matrix; a single column if their count does not match.</summary>
    public static M? AsMatrix(double[]? entries, int rows, int columns) => entries is null ? null
        : entries.Length == rows * columns ? Matrix.Over([.. entries], 0, rows, columns)
        : Matrix.Column(entries);

    // Small whole numbers: products are exact, and can be followed by hand.
    private static M Numbers(int rows, int columns, int seed)
    {
        var random = new Random(seed);
        return Matrix.Zeros<double>(rows, columns).Map(_ => random.Next(1, 10) * (random.Next(3) == 0 ? -1 : 1));
    }
}
