using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

public sealed partial class Matrix<TReal>
{
    /// <summary>The sum of all entries.</summary>
    public TReal Sum() => TReal.CreateTruncating(LongSum.Of<TReal>(AsSpan()));

    /// <summary>The mean of all entries; NaN when there are none.</summary>
    public TReal Mean() => TReal.CreateTruncating(LongSum.Of<TReal>(AsSpan()) / Count);

    /// <summary>The largest entry; NaN when one entry is.</summary>
    /// <exception cref="InvalidOperationException">The matrix has no entries.</exception>
    public TReal Max() => TensorPrimitives.Max(NotEmpty());

    /// <summary>The smallest entry; NaN when one entry is.</summary>
    /// <exception cref="InvalidOperationException">The matrix has no entries.</exception>
    public TReal Min() => TensorPrimitives.Min(NotEmpty());

    /// <summary>The Frobenius norm ‖A‖ = √Σ aᵢⱼ².</summary>
    public TReal Norm() => TReal.CreateTruncating(LongSum.Norm<TReal>(AsSpan()));

    /// <summary>The sum of each row (Rows × 1): δ uᵀ, the gradient of a bias.</summary>
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

    /// <summary>The mean of each row (Rows × 1): of a feature over the examples.</summary>
    public Matrix<TReal> RowMeans()
    {
        var means = new Matrix<TReal>(Rows, 1);
        LongSum.OfRows<TReal>(AsSpan(), means.AsSpan(), Columns);
        return means;
    }

    /// <summary>The largest |aᵢⱼ − bᵢⱼ|; 0 when there are no entries, NaN when an entry is NaN in only one of
    /// them.</summary>
    /// <remarks>Entries that are both NaN, or the same infinity, do not differ.</remarks>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
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

    /// <summary>Whether the shapes are equal and no two entries differ by more than the tolerance.</summary>
    public bool IsCloseTo(Matrix<TReal> other, TReal tolerance)
    {
        ThrowIfNull(other);
        return Rows == other.Rows && Columns == other.Columns && MaxAbsoluteDifference(other) <= tolerance;
    }

    /// <summary>The row of the largest entry of a column: the class that scores or one-hot targets stand for. A NaN
    /// counts as the largest.</summary>
    internal int RowOfLargest(int column) => TensorPrimitives.IndexOfMax<TReal>(ColumnSpan(column));

    private ReadOnlySpan<TReal> NotEmpty() =>
        Count > 0
            ? AsSpan()
            : throw new InvalidOperationException(
                $"A {Shape.Text(Rows, Columns)} matrix has no entries, so none is the largest or smallest."
            );
}
