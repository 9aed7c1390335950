using System.Runtime.InteropServices;

namespace NeuralNotebooks;

public static partial class Gemm
{
    /// <summary>The checked operands, transposed as requested.</summary>
    /// <exception cref="ArgumentException">The shapes do not match, or the destination shares entries with an
    /// operand.</exception>
    private static Product<T> Checked<T>(
        (Matrix<T> Matrix, bool IsTransposed) A,
        (Matrix<T> Matrix, bool IsTransposed) B,
        Matrix<T> destination,
        bool accumulate,
        (string? A, string? B, string? Destination) names = default
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string nameA = names.A ?? "A", nameB = names.B ?? "B", nameC = names.Destination ?? "destination";
        ArgumentNullException.ThrowIfNull(A.Matrix, nameA);
        ArgumentNullException.ThrowIfNull(B.Matrix, nameB);
        ArgumentNullException.ThrowIfNull(destination, nameC);
        Strided<T> a = A.Matrix.View(A.IsTransposed);
        Strided<T> b = B.Matrix.View(B.IsTransposed);
        Strided<T> c = destination.View();
        if (
            a.Columns != b.Rows
            || c.Rows != a.Rows
            || c.Columns != b.Columns
            || c.Entries.Overlaps(a.Entries)
            || c.Entries.Overlaps(b.Entries)
        )
            throw ShapeError<T>(new(nameA, a, A.IsTransposed), new(nameB, b, B.IsTransposed), new(nameC, c));
        return new(a, b, c, accumulate);
    }

    /// <summary>A column-major matrix in plain memory; the span is trimmed to the entries of the matrix.</summary>
    internal static Operand<T> Part<T>(
        string name,
        ReadOnlySpan<T> entries,
        int rows,
        int columns,
        int leadingDimension
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (leadingDimension < rows)
            throw new ArgumentOutOfRangeException(
                $"leading{name}",
                leadingDimension,
                $"{name} is {Shape.Text(rows, columns)}: its leading dimension, from one column to the "
                    + $"next, must be at least {rows}."
            );
        long length = rows == 0 || columns == 0 ? 0 : (columns - 1L) * leadingDimension + rows;
        if (length > entries.Length)
            throw new ArgumentException(
                $"{name} is {Shape.Text(rows, columns)} with a leading dimension of {leadingDimension}, "
                    + $"which takes {length} entries: the span has {entries.Length}.",
                name
            );

        // Operands are only read; one type of view serves them and the destination.
        Span<T> trimmed = MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(entries), (int)length);
        return new(name, new Strided<T>(trimmed, rows, columns, 1, leadingDimension));
    }

    private static ArgumentException ShapeError<T>(Operand<T> a, Operand<T> b, Operand<T> c)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (a.View.Columns != b.View.Rows)
            return Shape.Mismatch(
                a.Name,
                a.Shape,
                b.Name,
                b.Shape,
                $"the columns of {a.Name} must equal the rows of {b.Name}"
            );

        string product = Shape.Text(a.View.Rows, b.View.Columns);
        return c.Shape == product
            ? new(SharedEntries(c, c.View.Entries.Overlaps(a.View.Entries) ? a : b))
            : new(
                $"{a.Name} is {a.Shape} and {b.Name} is {b.Shape}, so their product is {product}: "
                    + $"{c.Name} is {c.Shape}"
            );
    }

    private static string SharedEntries<T>(Operand<T> destination, Operand<T> operand)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        $"{destination.Name}, {destination.Shape}, shares entries with {operand.Name}, {operand.Shape}, "
        + $"which would be overwritten while it is still read: give {destination.Name} its own memory";

    /// <summary>An operand with its name for messages.</summary>
    internal readonly ref struct Operand<T>(string name, Strided<T> view, bool isTransposed = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public readonly Strided<T> View = view;

        public string Name => isTransposed ? name + "ᵀ" : name;

        public string Shape => NeuralNotebooks.Shape.Text(View.Rows, View.Columns);
    }
}
