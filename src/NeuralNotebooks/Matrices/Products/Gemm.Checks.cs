using System.Globalization;
using System.Runtime.InteropServices;

namespace NeuralNotebooks;

public static partial class Gemm
{
    /// <summary>The checked operands, transposed as requested.</summary>
    /// <exception cref="ArgumentException">The shapes do not match, or the destination shares entries with an
    /// operand.</exception>
    private static Product<T> Checked<T>(
        Matrix<T> A, Matrix<T> B, Matrix<T> destination, bool transposeA, bool transposeB, bool accumulate,
        string nameA = "A", string nameB = "B", string nameDestination = "destination")
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(A, nameA);
        ArgumentNullException.ThrowIfNull(B, nameB);
        ArgumentNullException.ThrowIfNull(destination, nameDestination);
        Strided<T> a = A.View(transposeA),
            b = B.View(transposeB),
            c = destination.View();
        if (
            a.Columns != b.Rows
            || c.Rows != a.Rows
            || c.Columns != b.Columns
            || c.Entries.Overlaps(a.Entries)
            || c.Entries.Overlaps(b.Entries)
        )
            throw Refusal(a, transposeA ? nameA + "ᵀ" : nameA, b, transposeB ? nameB + "ᵀ" : nameB, c, nameDestination);
        return new(a, b, c, accumulate);
    }

    /// <summary>A column-major matrix in plain memory; the span is trimmed to the entries of the matrix.</summary>
    internal static Strided<T> Part<T>(
        ReadOnlySpan<T> entries,
        int rows,
        int columns,
        int leadingDimension,
        string name,
        string nameOfLeading
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (leadingDimension < rows)
        {
            throw new ArgumentOutOfRangeException(
                nameOfLeading,
                leadingDimension,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name} is {Shape.Text(rows, columns)}: its leading dimension, from one column to the "
                        + $"next, must be at least {rows}."
                )
            );
        }

        long length = rows == 0 || columns == 0 ? 0 : (columns - 1L) * leadingDimension + rows;
        if (length > entries.Length)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name} is {Shape.Text(rows, columns)} with a leading dimension of {leadingDimension}, "
                        + $"which takes {length} entries: "
                ) + string.Create(CultureInfo.InvariantCulture, $"the span has {entries.Length}."),
                name
            );
        }

        // Operands are only read; one type of view serves them and the destination.
        Span<T> own = MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(entries), (int)length);
        return new(own, rows, columns, 1, leadingDimension);
    }

    private static ArgumentException Refusal<T>(Strided<T> A, string a, Strided<T> B, string b, Strided<T> C, string c)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string shapeA = Shape.Text(A.Rows, A.Columns), shapeB = Shape.Text(B.Rows, B.Columns);
        if (A.Columns != B.Rows)
            return Shape.Mismatch(a, shapeA, b, shapeB, $"the columns of {a} must equal the rows of {b}");

        string shapeC = Shape.Text(C.Rows, C.Columns), product = Shape.Text(A.Rows, B.Columns);
        if (shapeC != product)
            return new($"{a} is {shapeA} and {b} is {shapeB}, so their product is {product}: {c} is {shapeC}");
        bool sharesA = C.Entries.Overlaps(A.Entries);
        return new(SharedEntries(c, C, sharesA ? a : b, sharesA ? A : B));
    }

    private static string SharedEntries<T>(
        string destinationName,
        Strided<T> destination,
        string operandName,
        Strided<T> operand
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        $"{destinationName}, {Shape.Text(destination.Rows, destination.Columns)}, shares entries with "
        + $"{operandName}, {Shape.Text(operand.Rows, operand.Columns)}, "
        + $"which would be overwritten while it is still read: give {destinationName} memory of its own";
}
