namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<ArrayProduct> _intensity = new()
    {
        Cases = () => [new(128, 784, 1, 784), new(128, 784, 128, 784), new(10, 128, 64, 128), new(3, 5, 7, 5)],
        Describe = c => $"for m = {c.m}, k = {c.k}, n = {c.n}",
        Praise = "Every number moved once, every multiply-add counted as two. That is the best that any product can "
            + "do.",
        Parts = c => c.Intensity,
    };

    /// <summary>Notebook 07: operations per byte of a product of floats, each of which is moved once.</summary>
    /// <param name="intensity">From m, k, n.</param>
    public static Verdict Intensity(Func<int, int, int, double> intensity) =>
        _intensity.Judge(c => intensity(c.m, c.k, c.n));

    private static readonly Exercise<ArrayProduct> _columnMajorProduct = _intensity with
    {
        Cases = () => [new(2, 3, 2, 3), new(3, 2, 4, 2), new(4, 5, 1, 5), new(3, 3, 3, 3)],
        FailsLater = ("Two of the sizes are exchanged:", "A has m rows, B has k, and C has m."),
        IfThrown = thrown => thrown is IndexOutOfRangeException
            ? "Look at the three indices: A has m rows, B has k, C has m. Entry (i, j) of a matrix with r rows is "
                + "at i + j·r." : null,
        Praise = "The definition, for matrices that are stored by columns. Any order of the three loops gives the "
            + "same sums.",
        Parts = c => c.ColumnMajorProduct,
    };

    /// <summary>Notebook 07: C = A B for matrices stored by columns in plain arrays.</summary>
    /// <param name="product">From A, B, m, k, n to the m · n entries of C.</param>
    public static Verdict ColumnMajorProduct(Func<double[], double[], int, int, int, double[]> product) =>
        _columnMajorProduct.Judge(c => ArrayProduct.AsMatrix(product(c.A, c.B, c.m, c.k, c.n), c.m, c.n));

    private static readonly Exercise<ArrayProduct> _transposedProduct = _columnMajorProduct with
    {
        Cases = () => [new(3, 2, 2, 3), new(2, 4, 3, 2), new(5, 3, 1, 5), new(3, 3, 3, 3)],
        FailsLater = ("Two of the sizes are exchanged:", "W has m rows, δ has m, and Wᵀδ has k."),
        IfThrown = thrown => thrown is IndexOutOfRangeException
            ? "Look at the three indices: W has m rows, δ has m, and the result has k. Entry (i, j) of a matrix "
                + "with r rows is at i + j·r." : null,
        Praise = "Nothing was copied or transposed in memory: the two indices of W are swapped, and that is all. "
            + "Both factors are even read down their columns.",
        Parts = c => c.TransposedProduct,
    };

    /// <summary>Notebook 07: Wᵀδ for matrices stored by columns in plain arrays, without a transposed copy.</summary>
    /// <param name="backward">From W (m × k), δ (m × n), m, k, n to the k · n entries of Wᵀδ.</param>
    public static Verdict TransposedProduct(Func<double[], double[], int, int, int, double[]> backward) =>
        _transposedProduct.Judge(c => ArrayProduct.AsMatrix(backward(c.A, c.B, c.m, c.k, c.n), c.k, c.n));
}
