using System.Numerics;

namespace NeuralNotebooks;

/// <summary>The operands of one product C ← A · B or C ← C + A · B after the checks: transposed as asked, and fitting.</summary>
internal readonly ref struct GemmOperands<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>m × k.</summary>
    public readonly Strided<T> A;

    /// <summary>k × n.</summary>
    public readonly Strided<T> B;

    /// <summary>m × n, with contiguous columns unless the product is turned round.</summary>
    public readonly Strided<T> C;

    /// <summary>Whether the product is added to C.</summary>
    public readonly bool Accumulate;

    public GemmOperands(Strided<T> a, Strided<T> b, Strided<T> c, bool accumulate)
    {
        A = a;
        B = b;
        C = c;
        Accumulate = accumulate;
    }

    /// <exception cref="ArgumentException">The shapes do not fit, or the destination shares entries with an operand.</exception>
    public GemmOperands(
        Matrix<T> A, Matrix<T> B, Matrix<T> destination, bool transposeA, bool transposeB, bool accumulate,
        string nameA = "A", string nameB = "B", string nameDestination = "destination")
        : this(Strided<T>.Of(A, transposeA, nameA), Strided<T>.Of(B, transposeB, nameB), Strided<T>.Of(destination, name: nameDestination), accumulate)
    {
        if (this.A.Columns != this.B.Rows || C.Rows != this.A.Rows || C.Columns != this.B.Columns
            || C.Entries.Overlaps(this.A.Entries) || C.Entries.Overlaps(this.B.Entries))
        {
            throw Refusal(transposeA ? nameA + "ᵀ" : nameA, transposeB ? nameB + "ᵀ" : nameB, nameDestination);
        }
    }

    /// <summary>The same product turned round: Cᵀ = Bᵀ Aᵀ.</summary>
    public GemmOperands<T> Transposed => new(B.Transposed, A.Transposed, C.Transposed, Accumulate);

    public int M => C.Rows;

    public int N => C.Columns;

    public int K => A.Columns;

    /// <summary>Clears C unless it is to be added to, for the stages that only ever add.</summary>
    public void Begin()
    {
        if (Accumulate)
            return;
        Strided<T> c = C.RowStride == 1 ? C : C.Transposed;
        for (int j = 0; j < c.Columns; j++)
            c.Column(j).Clear();
    }

    private ArgumentException Refusal(string a, string b, string c)
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

    /// <summary>What is said where the destination would overwrite an operand.</summary>
    public static string SharedEntries(string destinationName, Strided<T> destination, string operandName, Strided<T> operand) =>
        $"{destinationName}, {Shape.Text(destination.Rows, destination.Columns)}, shares entries with {operandName}, {Shape.Text(operand.Rows, operand.Columns)}, "
        + $"which would be overwritten while it is still read: give {destinationName} memory of its own";
}
