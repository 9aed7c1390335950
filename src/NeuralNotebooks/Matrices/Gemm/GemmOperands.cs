using System.Numerics;

namespace NeuralNotebooks;

/// <summary>The operands of one product C ← C + A · B after the checks: transposition is done, shapes fit.</summary>
internal readonly ref struct GemmOperands<T>(Strided<T> a, Strided<T> b, Strided<T> c)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>m × k.</summary>
    public readonly Strided<T> A = a;

    /// <summary>k × n.</summary>
    public readonly Strided<T> B = b;

    /// <summary>m × n, with row stride 1.</summary>
    public readonly Strided<T> C = c;

    public int M => C.Rows;

    public int N => C.Columns;

    public int K => A.Columns;

    /// <summary>Checks and prepares a product: without <paramref name="accumulate"/> the destination begins at 0.</summary>
    public static GemmOperands<T> Of(
        Matrix<T> A, Matrix<T> B, Matrix<T> destination, bool transposeA, bool transposeB, bool accumulate,
        string nameA = "A", string nameB = "B", string nameDestination = "destination")
    {
        ArgumentNullException.ThrowIfNull(A);
        ArgumentNullException.ThrowIfNull(B);
        ArgumentNullException.ThrowIfNull(destination);
        var operands = new GemmOperands<T>(
            Strided<T>.Of(A, transposeA), Strided<T>.Of(B, transposeB), Strided<T>.Of(destination));

        if (operands.A.Columns != operands.B.Rows
            || operands.C.Rows != operands.A.Rows || operands.C.Columns != operands.B.Columns
            || destination.AsSpan().Overlaps(A.AsSpan()) || destination.AsSpan().Overlaps(B.AsSpan()))
        {
            throw Refusal(operands, transposeA ? nameA + "ᵀ" : nameA, transposeB ? nameB + "ᵀ" : nameB, nameDestination);
        }

        if (!accumulate)
            destination.AsSpan().Clear();
        return operands;
    }

    private static ArgumentException Refusal(GemmOperands<T> operands, string a, string b, string c)
    {
        string shapeA = Shape.Text(operands.A.Rows, operands.A.Columns);
        string shapeB = Shape.Text(operands.B.Rows, operands.B.Columns);
        if (operands.A.Columns != operands.B.Rows)
            return Shape.Mismatch(a, shapeA, b, shapeB, $"the columns of {a} must equal the rows of {b}");

        string shapeC = Shape.Text(operands.C.Rows, operands.C.Columns);
        string product = Shape.Text(operands.A.Rows, operands.B.Columns);
        if (shapeC != product)
            return new($"{a} is {shapeA} and {b} is {shapeB}, so their product is {product}: {c} is {shapeC}");

        return new($"{c} shares entries with {a} or {b}, which would be overwritten while they are read: give it memory of its own");
    }
}
