using ProductFunction = System.Func<double[], double[], int, int, int, double[]>;

namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string ProductPart = "C";
    private const string ColumnMajorSignature = "double[] Product(double[] A, double[] B, int m, int k, int n)";

    private static readonly Exercise<ArrayProduct> _columnMajorProductExercise = new()
    {
        Cases = () => [new(2, 3, 2, 3), new(3, 2, 4, 2), new(4, 5, 1, 5), new(3, 3, 3, 3)],
        Describe = product => product.Describe(),
        Reference = product => [new(ProductPart, product.Left * product.Right)],
        Mistakes =
        [
            WrongProduct("All three matrices are read by rows. Here they are stored by columns: entry (i, j) of a matrix with m rows is at i + j·m.",
                c => ArrayProduct.ByRows(ArrayProduct.ReadByRows(c.Left) * ArrayProduct.ReadByRows(c.Right))),
            WrongProduct("A and B are read by columns, but C is written by rows: its entry (i, j) belongs at i + j·m.", c => ArrayProduct.ByRows(c.Left * c.Right)),
            WrongProduct("A is read by rows. Its entry (i, p) is at i + p·m.", c => ArrayProduct.ReadByRows(c.Left) * c.Right),
            WrongProduct("B is read by rows. Its entry (p, j) is at p + j·k.", c => c.Left * ArrayProduct.ReadByRows(c.Right)),
            WrongProduct("Only the last term of each sum is there: `=` where `+=` was meant.", c => c.Left.Column(c.K - 1) * c.Right.Row(c.K - 1)),
            WrongProduct("The last term of each sum is missing: p goes from 0 to k − 1.", c => (c.Left * c.Right) - (c.Left.Column(c.K - 1) * c.Right.Row(c.K - 1))),
            WrongProduct("The first term of each sum is missing: p begins at 0.", c => (c.Left * c.Right) - (c.Left.Column(0) * c.Right.Row(0))),
            WrongProduct("The sum is not set back to 0 before the next entry.", c => RunningSums(c.Left * c.Right, byColumns: false)),
            WrongProduct("The sum is not set back to 0 before the next entry (your loops go down the columns).", c => RunningSums(c.Left * c.Right, byColumns: true)),
        ],
        Praise = "The definition, for matrices that are stored by columns. Any order of the three loops gives the same sums.",
        FailsLater = "Two of the sizes are exchanged: A has m rows, B has k, and C has m.",
        IfThrown = thrown => thrown is IndexOutOfRangeException
            ? "Look at the three indices: A has m rows, B has k, C has m. Entry (i, j) of a matrix with r rows is at i + j·r." : null,
    };

    /// <summary>Notebook 07: C = A B for matrices stored by columns in plain arrays.</summary>
    /// <param name="product">From A, B, m, k, n to the m · n entries of C.</param>
    public static Verdict ColumnMajorProduct(ProductFunction? product) => product is null
        ? Signature.Differs(null, ColumnMajorSignature)
        : _columnMajorProductExercise.Judge(c => [new(ProductPart, ArrayProduct.AsMatrix(product(c.A, c.B, c.M, c.K, c.N), c.M, c.N))]);

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict ColumnMajorProduct(Delegate? product) => Signature.Differs(product, ColumnMajorSignature);

    /// <summary>Running sums of the entries, along rows or down columns.</summary>
    private static Matrix<double> RunningSums(Matrix<double> matrix, bool byColumns)
    {
        Matrix<double> sums = matrix.Copy();
        double sum = 0;
        for (int index = 0; index < matrix.Count; index++)
        {
            (int row, int column) = byColumns ? (index % matrix.Rows, index / matrix.Rows) : (index / matrix.Columns, index % matrix.Columns);
            sum += matrix[row, column];
            sums[row, column] = sum;
        }

        return sums;
    }

    private static Mistake<ArrayProduct> WrongProduct(string sentence, Func<ArrayProduct, Matrix<double>> wrong) => new(ProductPart, sentence, wrong);
}
