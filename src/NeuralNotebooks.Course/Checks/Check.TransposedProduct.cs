using TransposedFunction = System.Func<double[], double[], int, int, int, double[]>;

namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string BackwardPart = "Wᵀδ";
    private const string TransposedSignature = "double[] Backward(double[] W, double[] δ, int m, int k, int n)";

    private static readonly Exercise<ArrayProduct> _transposedProductExercise = new()
    {
        Cases = () => [new(3, 2, 2, 3), new(2, 4, 3, 2), new(5, 3, 1, 5), new(3, 3, 3, 3)],
        Describe = product => product.Describe(),
        Reference = product => [new(BackwardPart, product.Left.Transpose() * product.Right)],
        Mistakes =
        [
            WrongBackward("W is not transposed: entry (i, p) of Wᵀ is entry (p, i) of W, at p + i·m.",
                c => c.M == c.K ? c.Left * c.Right : c.Left.Transpose() * c.Right),
            WrongBackward("The result is written by rows. It has k rows, so its entry (i, j) belongs at i + j·k.", c => ArrayProduct.ByRows(c.Left.Transpose() * c.Right)),
            WrongBackward("W is read with k in place of m: W has m rows, so its entry (p, i) is at p + i·m.", c => ReadWithOtherStride(c) * c.Right),
            WrongBackward("Only the last term of each sum is there: `=` where `+=` was meant.", c => c.Left.Row(c.M - 1).Transpose() * c.Right.Row(c.M - 1)),
            WrongBackward("The sums go over k. They go over the m units of the layer, p from 0 to m − 1.", c => SumsOverK(c)),
            WrongBackward("The last term of each sum is missing: p goes from 0 to m − 1.",
                c => (c.Left.Transpose() * c.Right) - (c.Left.Row(c.M - 1).Transpose() * c.Right.Row(c.M - 1))),
        ],
        Praise = "Nothing was copied or transposed in memory: the two indices of W are swapped, and that is all. Both factors are even read down their columns.",
        FailsLater = "Two of the sizes are exchanged: W has m rows, δ has m, and Wᵀδ has k.",
        IfThrown = thrown => thrown is IndexOutOfRangeException
            ? "Look at the three indices: W has m rows, δ has m, and the result has k. Entry (i, j) of a matrix with r rows is at i + j·r." : null,
    };

    /// <summary>Notebook 07: Wᵀδ for matrices stored by columns in plain arrays, without a transposed copy.</summary>
    /// <param name="backward">From W (m × k), δ (m × n), m, k, n to the k · n entries of Wᵀδ.</param>
    public static Verdict TransposedProduct(TransposedFunction? backward) => backward is null
        ? Signature.Differs(null, TransposedSignature)
        : _transposedProductExercise.Judge(c => [new(BackwardPart, ArrayProduct.AsMatrix(backward(c.A, c.B, c.M, c.K, c.N), c.K, c.N))]);

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict TransposedProduct(Delegate? backward) => Signature.Differs(backward, TransposedSignature);

    /// <summary>W read at i·k + p, as if it had k rows; NaN where that is out of bounds.</summary>
    private static Matrix<double> ReadWithOtherStride(ArrayProduct c)
    {
        double[] entries = c.A;
        Matrix<double> turned = Matrix.Zeros<double>(c.K, c.M);
        for (int i = 0; i < c.K; i++)
        {
            for (int p = 0; p < c.M; p++)
            {
                int index = p + (i * c.K);
                turned[i, p] = index < entries.Length ? entries[index] : double.NaN;
            }
        }

        return turned;
    }

    private static Matrix<double> SumsOverK(ArrayProduct c)
    {
        int terms = Math.Min(c.K, c.M);
        return c.Left.Rows(0, terms).Transpose() * c.Right.Rows(0, terms);
    }

    private static Mistake<ArrayProduct> WrongBackward(string sentence, Func<ArrayProduct, Matrix<double>> wrong) => new(BackwardPart, sentence, wrong);
}
