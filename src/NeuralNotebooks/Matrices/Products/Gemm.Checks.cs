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
        ThrowIfNull(A.Matrix, nameA);
        ThrowIfNull(B.Matrix, nameB);
        ThrowIfNull(destination, nameC);
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
            throw new ArgumentException(
                Mismatch<T>(new(nameA, a, A.IsTransposed), new(nameB, b, B.IsTransposed), new(nameC, c))
            );
        return new(a, b, c, accumulate);
    }

    private static string Mismatch<T>(Operand<T> a, Operand<T> b, Operand<T> c)
        where T : unmanaged
    {
        string operands = $"{a.Name} is {a.Shape} and {b.Name} is {b.Shape}",
            product = Shape.Text(a.View.Rows, b.View.Columns);
        if (a.View.Columns != b.View.Rows)
            return $"{operands}: the columns of {a.Name} must equal the rows of {b.Name}";
        if (c.Shape != product)
            return $"{operands}, so their product is {product}: {c.Name} is {c.Shape}";
        Operand<T> shared = c.View.Entries.Overlaps(a.View.Entries) ? a : b;
        return $"{c.Name}, {c.Shape}, shares entries with {shared.Name}, {shared.Shape}, which would be "
            + $"overwritten while it is still read: give {c.Name} its own memory";
    }

    /// <summary>An operand, and its name for messages.</summary>
    private readonly ref struct Operand<T>(string name, Strided<T> view, bool isTransposed = false)
        where T : unmanaged
    {
        public readonly Strided<T> View = view;

        public string Name => isTransposed ? name + "ᵀ" : name;

        public string Shape => NeuralNotebooks.Shape.Text(View.Rows, View.Columns);
    }
}
