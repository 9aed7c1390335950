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
        Parts = [new("C", c => c.Left * c.Right)
        {
            { "All three matrices are read by rows. Here they are stored by columns: entry (i, j) of a matrix with "
                + "m rows is at i + j·m.",
                c => Matrices.ByRows(c.ReadByRows().Left * c.ReadByRows().Right) },
            { "A and B are read by columns, but C is written by rows: its entry (i, j) belongs at i + j·m.",
                c => Matrices.ByRows(c.Left * c.Right) },
            { "A is read by rows. Its entry (i, p) is at i + p·m.", c => c.ReadByRows().Left * c.Right },
            { "B is read by rows. Its entry (p, j) is at p + j·k.", c => c.Left * c.ReadByRows().Right },
            { "Only the last term of each sum is there: `=` where `+=` was meant.", c => c.Term(c.k - 1) },
            { "The last term of each sum is missing: p goes from 0 to k − 1.",
                c => c.Left * c.Right - c.Term(c.k - 1) },
            { "The first term of each sum is missing: p begins at 0.", c => c.Left * c.Right - c.Term(0) },
            { "The sum is not set back to 0 before the next entry.",
                c => RunningSums((c.Left * c.Right).T).T },
            { "The sum is not set back to 0 before the next entry (your loops go down the columns).",
                c => RunningSums(c.Left * c.Right) },
        }],
    };

    /// <summary>Notebook 07: C = A B for matrices stored by columns in plain arrays.</summary>
    /// <param name="product">From A, B, m, k, n to the m · n entries of C.</param>
    public static Verdict ColumnMajorProduct(Func<double[], double[], int, int, int, double[]>? product) =>
        _columnMajorProduct.Judge(product, c => ArrayProduct.AsMatrix(product!(c.A, c.B, c.m, c.k, c.n), c.m, c.n));

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict ColumnMajorProduct(Delegate? product) => _columnMajorProduct.Refuse(product);

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
