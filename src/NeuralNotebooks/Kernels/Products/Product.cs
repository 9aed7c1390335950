namespace NeuralNotebooks;

/// <summary>The operands of one product C ← A · B or C ← C + A · B, with transposes applied; shapes match, and C shares
/// no entry with A or B.</summary>
internal readonly ref struct Product<T>(
    Strided<T> a, Strided<T> b, Strided<T> c, bool accumulate, bool isTransposed = false, bool isPacked = false)
    where T : unmanaged
{
    /// <summary>m × k.</summary>
    public readonly Strided<T> A = a;

    /// <summary>k × n.</summary>
    public readonly Strided<T> B = b;

    /// <summary>m × n, with contiguous columns unless the product is transposed.</summary>
    public readonly Strided<T> C = c;

    public readonly bool Accumulate = accumulate;

    /// <summary>Whether this is the transpose of the requested product. Its rows are columns of the requested one, so
    /// chunks may begin at any row.</summary>
    public readonly bool IsTransposed = isTransposed;

    /// <summary>Whether blocks of A and panels of B are copied (packed), so that they stay in the caches.</summary>
    public readonly bool IsPacked = isPacked;

    public Product<T> Transposed => new(B.Transposed, A.Transposed, C.Transposed, Accumulate, !IsTransposed);

    public Product<T> Packed => new(A, B, C, Accumulate, IsTransposed, isPacked: true);

    public int M => C.Rows;

    public int N => C.Columns;

    public int K => A.Columns;

    public Product<T> RowRange(int start, int count) =>
        new(A.Block(start, 0, count, K), B, C.Block(start, 0, count, N), Accumulate, IsTransposed);

    public Product<T> ColumnRange(int start, int count) =>
        new(A, B.Block(0, start, K, count), C.Block(0, start, M, count), Accumulate, IsTransposed);

    /// <summary>The part of the product with some of the columns of A and rows of B; all but the first are added to
    /// C.</summary>
    public Product<T> DepthRange(int start, int count) =>
        new(A.Block(0, start, M, count), B.Block(start, 0, count, N), C, Accumulate || start > 0, IsTransposed);

    public void ClearUnlessAccumulating()
    {
        if (Accumulate)
            return;
        Strided<T> c = C.RowStride == 1 ? C : C.Transposed;
        for (int j = 0; j < c.Columns; j++)
            c.Column(j).Clear();
    }
}
