namespace NeuralNotebooks.Course;

/// <summary>Two matrices as plain arrays, stored by columns, as notebook 07 multiplies them.</summary>
/// <param name="M">The rows of the left one.</param>
/// <param name="K">Its columns.</param>
/// <param name="N">The columns of the right one.</param>
/// <param name="RightRows">The rows of the right one: K for a product, M where the left one is transposed.</param>
internal sealed record ArrayProduct(int M, int K, int N, int RightRows)
{
    public Matrix<double> Left { get; } = Numbers(M, K, seed: M);

    public Matrix<double> Right { get; } = Numbers(RightRows, N, seed: 10 + N);

    /// <summary>A fresh copy of the left one's entries.</summary>
    public double[] A => Left.AsSpan().ToArray();

    public double[] B => Right.AsSpan().ToArray();

    public string Describe() => FormattableString.Invariant($"for m = {M}, k = {K}, n = {N}");

    /// <summary>Column-major entries as a matrix; a single column if their count does not match.</summary>
    public static Matrix<double>? AsMatrix(double[]? entries, int rows, int columns) => entries is null ? null
        : entries.Length == rows * columns ? Matrix.Over([.. entries], 0, rows, columns)
        : Matrix.Column(entries);

    /// <summary>The entries of a matrix in row-major order, read as column-major.</summary>
    public static Matrix<double> ByRows(Matrix<double> matrix) => Matrix.Over([.. Matrices.Entries(matrix)], 0, matrix.Rows, matrix.Columns);

    /// <summary>The matrix as seen by code that reads column-major entries as row-major.</summary>
    public static Matrix<double> ReadByRows(Matrix<double> matrix)
    {
        double[] entries = matrix.AsSpan().ToArray();
        Matrix<double> read = Matrix.Zeros<double>(matrix.Rows, matrix.Columns);
        for (int i = 0; i < matrix.Rows; i++)
        {
            for (int j = 0; j < matrix.Columns; j++)
            {
                read[i, j] = entries[(i * matrix.Columns) + j];
            }
        }

        return read;
    }

    // Small whole numbers: products are exact, and can be followed by hand.
    private static Matrix<double> Numbers(int rows, int columns, int seed)
    {
        var random = new Random(seed);
        Matrix<double> matrix = Matrix.Zeros<double>(rows, columns);
        foreach (ref double entry in matrix.AsSpan())
        {
            entry = random.Next(1, 10) * (random.Next(3) == 0 ? -1 : 1);
        }

        return matrix;
    }
}
