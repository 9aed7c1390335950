namespace NeuralNotebooks;

public sealed partial class Matrix<TReal>
{
    /// <summary>The sum of all entries.</summary>
    /// <remarks>All sums and means of this class use pairwise summation in double precision (N. J. Higham, "The
    /// accuracy of floating point summation", SIAM J. Sci. Comput. 14(4), 1993); only blocks of up to 512 adjacent
    /// entries are summed in their own precision.</remarks>
    public TReal Sum() => TReal.CreateTruncating(LongSum.Of<TReal>(AsSpan()));

    /// <summary>The mean of all entries; NaN if there are none.</summary>
    public TReal Mean() => TReal.CreateTruncating(LongSum.Of<TReal>(AsSpan()) / Count);

    /// <summary>The largest entry; NaN if any entry is NaN.</summary>
    /// <exception cref="InvalidOperationException">The matrix has no entries.</exception>
    public TReal Max() => TensorPrimitives.Max(NotEmpty());

    /// <summary>The smallest entry; NaN if any entry is NaN.</summary>
    /// <exception cref="InvalidOperationException">The matrix has no entries.</exception>
    public TReal Min() => TensorPrimitives.Min(NotEmpty());

    /// <summary>The Frobenius norm ‖A‖ = √Σ aᵢⱼ².</summary>
    public TReal Norm() => TReal.CreateTruncating(LongSum.Norm<TReal>(AsSpan()));

    /// <summary>The sum of each row (Rows × 1), such as the gradient of the biases, ∂L/∂b = δ uᵀ.</summary>
    public Matrix<TReal> RowSums()
    {
        var sums = new Matrix<TReal>(Rows, 1);
        LongSum.OfRows<TReal>(AsSpan(), sums.AsSpan());
        return sums;
    }

    /// <summary>The sum of each column (1 × Columns).</summary>
    public Matrix<TReal> ColumnSums()
    {
        var sums = new Matrix<TReal>(1, Columns);
        for (int column = 0; column < Columns; column++)
            sums[0, column] = TReal.CreateTruncating(LongSum.Of<TReal>(ColumnSpan(column)));
        return sums;
    }

    /// <summary>The mean of each row (Rows × 1). If rows are features, it is the mean of a feature over the
    /// examples.</summary>
    public Matrix<TReal> RowMeans()
    {
        var means = new Matrix<TReal>(Rows, 1);
        LongSum.OfRows<TReal>(AsSpan(), means.AsSpan(), Columns);
        return means;
    }

    /// <summary>The largest |aᵢⱼ − bᵢⱼ|; 0 if there are no entries, NaN if an entry is NaN in only one of the two
    /// matrices.</summary>
    /// <remarks>Two entries that are both NaN, or the same infinity, count as equal.</remarks>
    /// <param name="other">The matrix of the bᵢⱼ, of the shape of this one.</param>
    /// <param name="name">The caller's expression for <paramref name="other"/>, filled in by the compiler for the
    /// message of an exception.</param>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    public TReal MaxAbsoluteDifference(Matrix<TReal> other, [CallerArgumentExpression(nameof(other))] string name = "")
    {
        Shape.MustEqual(this, other, "this matrix", name);
        ReadOnlySpan<TReal> a = AsSpan(), b = other.AsSpan();
        TReal largest = TReal.Zero;
        for (int i = 0; i < a.Length; i++)
        {
            if (!a[i].Equals(b[i]))   // Equals, unlike ==, holds for NaN and NaN
                largest = TReal.Max(largest, TReal.Abs(a[i] - b[i]));
        }

        return largest;
    }

    /// <summary>Whether the shapes are equal and |aᵢⱼ − bᵢⱼ| is at most the tolerance for all entries.</summary>
    public bool IsCloseTo(Matrix<TReal> other, TReal tolerance)
    {
        ThrowIfNull(other);
        return Rows == other.Rows && Columns == other.Columns && MaxAbsoluteDifference(other) <= tolerance;
    }

    /// <summary>The row of the largest entry of a column: the class, if the column holds scores or is one-hot. −1 if an
    /// entry is NaN.</summary>
    internal int RowOfLargest(int column)
    {
        int row = TensorPrimitives.IndexOfMax<TReal>(ColumnSpan(column));   // a NaN counts as the largest
        return TReal.IsNaN(this[row, column]) ? -1 : row;
    }

    private ReadOnlySpan<TReal> NotEmpty() =>
        Count > 0
            ? AsSpan()
            : throw new InvalidOperationException(
                $"A {Shape.Text(Rows, Columns)} matrix has no entries, so none is the largest or smallest.");
}
