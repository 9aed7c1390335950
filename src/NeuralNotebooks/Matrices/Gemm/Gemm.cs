using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>The matrix product, as a ladder of ever faster stages that all compute the same thing.</summary>
/// <remarks>
/// <para>
/// GEMM is the field's name for <c>C ← op(A) · op(B)</c>, or <c>C ← C + op(A) · op(B)</c>, where op is the matrix or its
/// transpose. A layer needs three of its cases: Z = W X, ∂L/∂W = δ Aᵀ and ∂L/∂X = Wᵀ δ. No stage makes a
/// transposed copy of an operand: the vector kernels turn at most a block of it at a time. Nothing is allocated, but for two
/// buffers that a thread makes at its first large product and keeps.
/// </para>
/// <para>
/// With op(A) m × k and op(B) k × n, C is m × n and costs 2 m n k operations. Each entry is one sum over k, in order, that
/// depends on no other row or column: the same operands give the same bits every time, and a column the same alone as in a
/// batch. (The vector stages round each multiply-add once, the scalar ones twice: those two groups differ in the last bits.)
/// </para>
/// <para>Goto and van de Geijn, "Anatomy of High-Performance Matrix Multiplication", ACM TOMS 34(3), 2008.</para>
/// </remarks>
public static partial class Gemm
{
    /// <summary>The product, by the fastest stage.</summary>
    /// <param name="A">The left operand: m × k, or k × m with <paramref name="transposeA"/>.</param>
    /// <param name="B">The right operand: k × n, or n × k with <paramref name="transposeB"/>.</param>
    /// <param name="destination">The result, m × n; it must not share entries with an operand.</param>
    /// <param name="transposeA">Whether Aᵀ takes the place of A.</param>
    /// <param name="transposeB">Whether Bᵀ takes the place of B.</param>
    /// <param name="accumulate">Whether the product is added to the destination instead of replacing it.</param>
    /// <param name="nameA">What the caller calls A: the compiler fills it in, for the message of an exception.</param>
    /// <param name="nameB">What the caller calls B.</param>
    /// <param name="nameDestination">What the caller calls the destination.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or the destination shares entries with an operand.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<T>(
        Matrix<T> A,
        Matrix<T> B,
        Matrix<T> destination,
        bool transposeA = false,
        bool transposeB = false,
        bool accumulate = false,
        [CallerArgumentExpression(nameof(A))] string nameA = "A",
        [CallerArgumentExpression(nameof(B))] string nameB = "B",
        [CallerArgumentExpression(nameof(destination))] string nameDestination = "destination")
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        GemmOperands<T> operands = new(A, B, destination, transposeA, transposeB, accumulate, nameA, nameB, nameDestination);
        OnThisMachine(in operands);
    }

    /// <summary>The product of matrices that are parts of larger ones, or of plain memory, by the fastest stage.</summary>
    /// <remarks>
    /// All are stored by columns. The leading dimension is how far the beginnings of two neighbouring columns lie apart: the
    /// number of rows of the whole from which a part is cut. (The convention, and the order of parameters, of the BLAS.)
    /// </remarks>
    /// <param name="m">The rows of op(A) and of C.</param>
    /// <param name="n">The columns of op(B) and of C.</param>
    /// <param name="k">The columns of op(A) and the rows of op(B).</param>
    /// <param name="A">m × k, or k × m with <paramref name="transposeA"/>.</param>
    /// <param name="leadingA">The leading dimension of A: at least its rows.</param>
    /// <param name="B">k × n, or n × k with <paramref name="transposeB"/>.</param>
    /// <param name="leadingB">The leading dimension of B: at least its rows.</param>
    /// <param name="C">The result, m × n; it must not share entries with an operand. What lies between its columns stays as it is.</param>
    /// <param name="leadingC">The leading dimension of C: at least m.</param>
    /// <param name="transposeA">Whether Aᵀ takes the place of A.</param>
    /// <param name="transposeB">Whether Bᵀ takes the place of B.</param>
    /// <param name="accumulate">Whether the product is added to C instead of replacing it.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative, or a leading dimension is less than the rows.</exception>
    /// <exception cref="ArgumentException">A span is shorter than its matrix, or C shares entries with an operand; nothing is written.</exception>
    /// <exception cref="NotSupportedException">The numbers are neither float nor double.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<T>(
        int m, int n, int k,
        ReadOnlySpan<T> A, int leadingA,
        ReadOnlySpan<T> B, int leadingB,
        Span<T> C, int leadingC,
        bool transposeA = false,
        bool transposeB = false,
        bool accumulate = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
            throw new NotSupportedException($"A product is of floats or doubles; {typeof(T).Name} is neither. Convert the numbers to float first.");
        ArgumentOutOfRangeException.ThrowIfNegative(m);
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        Strided<T> a = Strided<T>.Of(A, transposeA ? k : m, transposeA ? m : k, leadingA, nameof(A), nameof(leadingA));
        Strided<T> b = Strided<T>.Of(B, transposeB ? n : k, transposeB ? k : n, leadingB, nameof(B), nameof(leadingB));
        Strided<T> c = Strided<T>.Of(C, m, n, leadingC, nameof(C), nameof(leadingC));
        bool sharesA = c.SharesEntriesWith(a);
        if (sharesA || c.SharesEntriesWith(b))
            throw new ArgumentException(GemmOperands<T>.SharedEntries("C", c, sharesA ? "A" : "B", sharesA ? a : b), nameof(C));
        OnThisMachine(new GemmOperands<T>(transposeA ? a.Transposed : a, transposeB ? b.Transposed : b, c, accumulate));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OnThisMachine<T>(in GemmOperands<T> operands)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int chunks = SharingPays(in operands) ? SharedProduct<T>.Chunks(in operands) : 1;
        if (chunks > 1)
            SharedProduct<T>.Run(in operands, chunks);
        else
            OnThisThread(in operands);
    }

    // Handing work over takes a microsecond when the other threads are awake; this is the work of ten or more.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool SharingPays<T>(in GemmOperands<T> operands)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        (long)operands.M * operands.N * operands.K >= 96 * 96 * 96 && ThreadTeam.Size > 1;

    /// <summary>The product of views, by the fastest stage, on the caller's thread only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void OnThisThread<T>(in GemmOperands<T> operands)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (operands.M == 1 && operands.N == 1)
            RowTimesColumn(in operands);
        else if (operands.N == 1 && operands.A.RowStride == 1)
            OnWidestRegisters<ByColumnsStage, T>(in operands);
        else if (TurningRoundPays(in operands))
            OnWidestRegisters<InTiles<RegisterTiledStage>, T>(operands.Transposed);
        else if (PackingPays(in operands))
            OnWidestRegisters<InTiles<PackedStage>, T>(in operands);
        else
            OnWidestRegisters<InTiles<RegisterTiledStage>, T>(in operands);
    }

    // With fewer rows than a register has numbers, or ten, much of a register would be idle. If B is transposed, the columns of Bᵀ
    // are what fills registers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TurningRoundPays<T>(in GemmOperands<T> operands)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        operands.B.ColumnStride == 1 && operands.B.RowStride != 1 && (operands.M < Vector<T>.Count * 2 || operands.M == TenColumns) && operands.N >= 4 * Vector<T>.Count;

    // Copies pay where they are used often: by many rows, that is, and when B does not fit the second cache beside a strip of A, or
    // the columns of A are so far apart that copying them a few rows at a time would visit half a page of memory for each.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool PackingPays<T>(in GemmOperands<T> operands)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long panel = (long)operands.N * Math.Min(operands.K, MostDepth) * Unsafe.SizeOf<T>();
        long farApart = operands.A.RowStride == 1 ? operands.A.ColumnStride * Unsafe.SizeOf<T>() : 0;
        return operands.M > 192 && (panel > QuarterOfSecondCache || farApart >= 2048 && operands.N >= 64);
    }
}
