namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<ArrayProduct> _transposedProduct = new()
    {
        Expected = "double[] Backward(double[] W, double[] δ, int m, int k, int n)",
        Cases = () => [new(3, 2, 2, 3), new(2, 4, 3, 2), new(5, 3, 1, 5), new(3, 3, 3, 3)],
        Describe = ArrayProduct.Describe,
        FailsLater = "Two of the sizes are exchanged: W has m rows, δ has m, and Wᵀδ has k.",
        IfThrown = thrown => thrown is IndexOutOfRangeException
            ? "Look at the three indices: W has m rows, δ has m, and the result has k. Entry (i, j) of a matrix "
                + "with r rows is at i + j·r." : null,
        Praise = "Nothing was copied or transposed in memory: the two indices of W are swapped, and that is all. "
            + "Both factors are even read down their columns.",
        Parts = c => c.TransposedProduct,
    };

    /// <summary>Notebook 07: Wᵀδ for matrices stored by columns in plain arrays, without a transposed copy.</summary>
    /// <param name="backward">From W (m × k), δ (m × n), m, k, n to the k · n entries of Wᵀδ.</param>
    public static Verdict TransposedProduct(Func<double[], double[], int, int, int, double[]>? backward) =>
        _transposedProduct.Judge(backward, c => ArrayProduct.AsMatrix(backward!(c.A, c.B, c.m, c.k, c.n), c.k, c.n));

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict TransposedProduct(Delegate? backward) => _transposedProduct.Refuse(backward);
}

internal sealed partial record ArrayProduct
{
    public Part<ArrayProduct>[] TransposedProduct => [new("Wᵀδ", this, c => c.Left.T * c.Right)
    {
        { "W is not transposed: entry (i, p) of Wᵀ is entry (p, i) of W, at p + i·m.",
            m == k ? this with { Left = Left.T } : this },
        { "The result is written by rows. It has k rows, so its entry (i, j) belongs at i + j·k.",
            Matrices.ByRows(Left.T * Right) },
        { "W is read with k in place of m: W has m rows, so its entry (p, i) is at p + i·m.",
            this with { Left = WithOtherStride } },
        { "Only the last term of each sum is there: `=` where `+=` was meant.", OfRows(m - 1, 1) },
        { "The sums go over k. They go over the m units of the layer, p from 0 to m − 1.", OfRows(0, Min(k, m)) },
        { "The last term of each sum is missing: p goes from 0 to m − 1.", OfRows(0, m - 1) },
    }];
}
