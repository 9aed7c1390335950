namespace NeuralNotebooks;

public static partial class Gemm
{
    private static Product<T> Checked<T>(
        (Matrix<T> Matrix, bool IsTransposed) A,
        (Matrix<T> Matrix, bool IsTransposed) B,
        Matrix<T> destination,
        bool accumulate,
        (string? A, string? B, string? Destination) names = default)
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
            throw Mismatch<T>(new(nameA, a, A.IsTransposed), new(nameB, b, B.IsTransposed), new(nameC, c));
        return new(a, b, c, accumulate);
    }

    private static ArgumentException Mismatch<T>(Operand<T> a, Operand<T> b, Operand<T> c)
        where T : unmanaged
    {
        string operands = $"{a.Name} is {a.Text} and {b.Name} is {b.Text}";
        (int Rows, int Columns) product = (a.View.Rows, b.View.Columns);
        if (a.View.Columns != b.View.Rows)
            return new ShapeException(
                ShapeRule.Product,
                a.Shape,
                b.Shape,
                $"{operands}: the columns of {a.Name} must equal the rows of {b.Name}");
        if (c.Shape != product)
            return new ShapeException(
                ShapeRule.Elementwise,
                product,
                c.Shape,
                $"{operands}, so their product is {Shape.Text(product.Rows, product.Columns)}: {c.Name} is {c.Text}");
        Operand<T> shared = c.View.Entries.Overlaps(a.View.Entries) ? a : b;
        return new ArgumentException(
            $"{c.Name}, {c.Text}, shares entries with {shared.Name}, {shared.Text}, which would be "
                + $"overwritten while it is still read: give {c.Name} its own memory");
    }

    private readonly ref struct Operand<T>(string name, Strided<T> view, bool isTransposed = false)
        where T : unmanaged
    {
        public readonly Strided<T> View = view;

        public string Name => isTransposed ? name + "ᵀ" : name;

        public (int Rows, int Columns) Shape => (View.Rows, View.Columns);

        public string Text => NeuralNotebooks.Shape.Text(View.Rows, View.Columns);
    }
}
