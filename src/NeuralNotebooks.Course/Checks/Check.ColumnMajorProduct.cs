namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<ArrayProduct> _columnMajorProduct = new()
    {
        Expected = "double[] Product(double[] A, double[] B, int m, int k, int n)",
        Cases = () => [new(2, 3, 2, 3), new(3, 2, 4, 2), new(4, 5, 1, 5), new(3, 3, 3, 3)],
        Describe = ArrayProduct.Describe,
        FailsLater = "Two of the sizes are exchanged: A has m rows, B has k, and C has m.",
        IfThrown = thrown => thrown is IndexOutOfRangeException
            ? "Look at the three indices: A has m rows, B has k, C has m. Entry (i, j) of a matrix with r rows is "
                + "at i + j·r." : null,
        Praise = "The definition, for matrices that are stored by columns. Any order of the three loops gives the "
            + "same sums.",
        Parts = c => c.ColumnMajorProduct,
    };

    /// <summary>Notebook 07: C = A B for matrices stored by columns in plain arrays.</summary>
    /// <param name="product">From A, B, m, k, n to the m · n entries of C.</param>
    public static Verdict ColumnMajorProduct(Func<double[], double[], int, int, int, double[]>? product) =>
        _columnMajorProduct.Judge(product, c => ArrayProduct.AsMatrix(product!(c.A, c.B, c.m, c.k, c.n), c.m, c.n));

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict ColumnMajorProduct(Delegate? product) => _columnMajorProduct.Refuse(product);
}

internal sealed partial record ArrayProduct
{
    public Part<ArrayProduct>[] ColumnMajorProduct => [new("C", this, c => c.Left * c.Right)
    {
        { "All three matrices are read by rows. Here they are stored by columns: entry (i, j) of a matrix with "
            + "m rows is at i + j·m.",
            Matrices.ByRows(ReadByRows.Left * ReadByRows.Right) },
        { "A and B are read by columns, but C is written by rows: its entry (i, j) belongs at i + j·m.",
            Matrices.ByRows(Left * Right) },
        { "A is read by rows. Its entry (i, p) is at i + p·m.", ReadByRows.Left * Right },
        { "B is read by rows. Its entry (p, j) is at p + j·k.", Left * ReadByRows.Right },
        { "Only the last term of each sum is there: `=` where `+=` was meant.", Term(k - 1) },
        { "The last term of each sum is missing: p goes from 0 to k − 1.", Left * Right - Term(k - 1) },
        { "The first term of each sum is missing: p begins at 0.", Left * Right - Term(0) },
        { "The sum is not set back to 0 before the next entry.", RunningSums((Left * Right).T).T },
        { "The sum is not set back to 0 before the next entry (your loops go down the columns).",
            RunningSums(Left * Right) },
    }];

    /// <summary>Running sums of the entries, down one column after the other.</summary>
    private static M RunningSums(M matrix)
    {
        double[] sums = matrix.AsSpan().ToArray();
        for (int i = 1; i < sums.Length; i++)
        {
            sums[i] += sums[i - 1];
        }

        return Matrix.Over(sums, 0, matrix.Rows, matrix.Columns);
    }
}
