using System.Runtime.Intrinsics;

namespace NeuralNotebooks;

/// <summary>The operands of one product C ← A · B or C ← C + A · B, with transposes applied; shapes match, and C shares
/// no entry with A or B.</summary>
internal readonly ref struct Product<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly bool _inParts;

    public Product(Strided<T> a, Strided<T> b, Strided<T> c, bool accumulate)
        : this(a, b, c, accumulate, a.Columns >= 64 && a.Columns % FourSteps<T>.Steps == 0 && b.RowStride == 1)
    {
        // Sums of fewer products take longer in four parts: the parts have to be added up, too.
    }

    private Product(Strided<T> a, Strided<T> b, Strided<T> c, bool accumulate, bool inParts)
    {
        A = a;
        B = b;
        C = c;
        Accumulate = accumulate;
        _inParts = inParts;
    }

    /// <summary>m × k.</summary>
    public readonly Strided<T> A;

    /// <summary>k × n.</summary>
    public readonly Strided<T> B;

    /// <summary>m × n, with contiguous columns unless the product is transposed.</summary>
    public readonly Strided<T> C;

    /// <summary>Whether the product is added to C.</summary>
    public readonly bool Accumulate;

    /// <summary>The same product as Cᵀ = Bᵀ Aᵀ. Its chunks may be cut anywhere in its rows, so none are summed in
    /// parts.</summary>
    public Product<T> Transposed => new(B.Transposed, A.Transposed, C.Transposed, Accumulate, inParts: false);

    public int M => C.Rows;

    public int N => C.Columns;

    public int K => A.Columns;

    /// <summary>How many of the last rows are summed in four parts: see <see cref="FourSteps{T}"/>. Products of some of
    /// the columns, or of rows that fill whole tiles and the rest, have the same.</summary>
    /// <param name="width">How many rows fill a register.</param>
    public int RowsInParts(int width)
    {
        int rest = M % width;
        return _inParts && width == Vector512<T>.Count && rest <= FourSteps<T>.Height ? rest : 0;
    }

    /// <summary>The part of the product with some of the rows of A and C.</summary>
    public Product<T> RowRange(int start, int count) =>
        new(A.Block(start, 0, count, K), B, C.Block(start, 0, count, N), Accumulate, _inParts);

    /// <summary>The part of the product with some of the columns of B and C.</summary>
    public Product<T> ColumnRange(int start, int count) =>
        new(A, B.Block(0, start, K, count), C.Block(0, start, M, count), Accumulate, _inParts);

    /// <summary>The part of the product that sums some of the columns of A times those rows of B: the first part
    /// overwrites C, unless the product is added to it.</summary>
    public Product<T> DepthRange(int start, int count) =>
        new(A.Block(0, start, M, count), B.Block(start, 0, count, N), C, Accumulate || start > 0, _inParts);

    /// <summary>The same product with another memory for B.</summary>
    public Product<T> WithB(Strided<T> b) => new(A, b, C, Accumulate, _inParts);

    /// <summary>Clears C unless it is to be added to, for the stages that only ever add.</summary>
    public void ClearUnlessAccumulating()
    {
        if (Accumulate)
            return;
        Strided<T> c = C.RowStride == 1 ? C : C.Transposed;
        for (int j = 0; j < c.Columns; j++)
            c.Column(j).Clear();
    }
}
