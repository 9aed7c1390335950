using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

public sealed partial class Matrix<T>
{
    /// <summary>The sum of all entries.</summary>
    public T Sum() => T.CreateTruncating(LongSum.Of<T>(AsSpan()));

    /// <summary>The mean of all entries; NaN when there are none.</summary>
    public T Mean() => T.CreateTruncating(LongSum.Of<T>(AsSpan()) / Count);

    /// <summary>The largest entry; NaN when one entry is.</summary>
    /// <exception cref="InvalidOperationException">The matrix has no entries.</exception>
    public T Max() => TensorPrimitives.Max(NotEmpty());

    /// <summary>The smallest entry; NaN when one entry is.</summary>
    /// <exception cref="InvalidOperationException">The matrix has no entries.</exception>
    public T Min() => TensorPrimitives.Min(NotEmpty());

    /// <summary>The Frobenius norm ‖A‖ = √Σ aᵢⱼ².</summary>
    public T Norm() => T.CreateTruncating(LongSum.Norm<T>(AsSpan()));

    /// <summary>The sum of each row (Rows × 1): δ uᵀ, the gradient of a bias.</summary>
    public Matrix<T> RowSums()
    {
        var sums = new Matrix<T>(Rows, 1);
        RowSums(sums.AsSpan());
        return sums;
    }

    /// <summary>The sum of each row, into <paramref name="destination"/> (Rows entries), without allocating.</summary>
    /// <exception cref="ArgumentException">The destination has a different length.</exception>
    public void RowSums(Span<T> destination)
    {
        if (destination.Length != Rows)
        {
            throw new ArgumentException(
                Invariant(
                    $"The sums of the rows of a {Rows}×{Columns} matrix need {Rows} entries; the destination "
                        + $"has {destination.Length}."
                )
            );
        }

        LongSum.OfRows<T>(AsSpan(), destination);
    }

    /// <summary>The sum of each column (1 × Columns).</summary>
    public Matrix<T> ColumnSums()
    {
        var sums = new Matrix<T>(1, Columns);
        for (int column = 0; column < Columns; column++)
            sums[0, column] = T.CreateTruncating(LongSum.Of<T>(ColumnSpan(column)));
        return sums;
    }

    /// <summary>The mean of each row (Rows × 1): of a feature over the examples.</summary>
    public Matrix<T> RowMeans()
    {
        var means = new Matrix<T>(Rows, 1);
        LongSum.OfRows<T>(AsSpan(), means.AsSpan(), Columns);
        return means;
    }

    /// <summary>The mean of each column (1 × Columns).</summary>
    public Matrix<T> ColumnMeans() => ColumnSums() / T.CreateChecked(Rows);

    /// <summary>The largest |aᵢⱼ − bᵢⱼ|; 0 when there are no entries, NaN when an entry is NaN in only one of
    /// them.</summary>
    /// <remarks>Entries that are both NaN, or the same infinity, do not differ.</remarks>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public T MaxAbsoluteDifference(Matrix<T> other, [CallerArgumentExpression(nameof(other))] string name = "")
    {
        Shape.MustEqual(this, other, "this matrix", name);
        ReadOnlySpan<T> a = AsSpan(), b = other.AsSpan();
        T largest = T.Zero;
        for (int i = 0; i < a.Length; i++)
        {
            if (!a[i].Equals(b[i]))   // Equals, unlike ==, holds for NaN and NaN
                largest = T.Max(largest, T.Abs(a[i] - b[i]));
        }

        return largest;
    }

    /// <summary>Whether the shapes are equal and no two entries differ by more than the tolerance.</summary>
    public bool IsCloseTo(Matrix<T> other, T tolerance)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Rows == other.Rows && Columns == other.Columns && MaxAbsoluteDifference(other) <= tolerance;
    }

    /// <summary>The row of the largest entry of a column: the class that scores or one-hot targets stand for. A NaN
    /// counts as the largest.</summary>
    internal int RowOfLargest(int column) => TensorPrimitives.IndexOfMax<T>(ColumnSpan(column));

    private ReadOnlySpan<T> NotEmpty() =>
        Count > 0
            ? AsSpan()
            : throw new InvalidOperationException(
                $"A {Shape.Text(Rows, Columns)} matrix has no entries, so none is the largest or smallest."
            );
}
