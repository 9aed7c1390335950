namespace NeuralNotebooks;

/// <summary>The matrix product in five stages that all compute the same, each faster than the one before.</summary>
/// <remarks>
/// <para>
/// GEMM is the field's name for <c>C ← op(A) · op(B)</c>, or <c>C ← C + op(A) · op(B)</c>, where op is the matrix or
/// its transpose. A layer needs three of its cases: Z = W X, ∂L/∂W = δ Xᵀ and ∂L/∂X = Wᵀ δ. No stage makes a transposed
/// copy of a whole operand: the fast kernels transpose at most a block of it at a time. Nothing is allocated except
/// buffers, which are reused.
/// </para>
/// <para>
/// With op(A) m × k and op(B) k × n, C is m × n and costs 2 m n k floating-point operations. The order in which an
/// entry is summed depends on the shape, the layout and the machine's registers: the same operands give the same bits
/// every time, on any number of threads. (Stages differ in the last bits: the vector stages round each multiply-add
/// once, the scalar ones twice, and the fastest ones may sum an entry in a few parts.)
/// </para>
/// <para>Goto and van de Geijn, "Anatomy of High-Performance Matrix Multiplication", ACM TOMS 34(3), 2008.</para>
/// </remarks>
public static partial class Gemm
{
    /// <summary>The product by the fastest stage for these shapes, on several threads if it is large.</summary>
    /// <param name="A">The left operand: m × k, or k × m with <paramref name="transposeA"/>.</param>
    /// <param name="B">The right operand: k × n, or n × k with <paramref name="transposeB"/>.</param>
    /// <param name="destination">The result, m × n; it must not share entries with an operand.</param>
    /// <param name="transposeA">Whether to multiply by Aᵀ instead of A.</param>
    /// <param name="transposeB">Whether to multiply by Bᵀ instead of B.</param>
    /// <param name="accumulate">Whether the product is added to the destination instead of replacing it.</param>
    /// <param name="nameA">The caller's expression for A, filled in by the compiler for the message of an
    /// exception.</param>
    /// <param name="nameB">The caller's expression for B, likewise.</param>
    /// <param name="nameDestination">The caller's expression for the destination, likewise.</param>
    /// <exception cref="ArgumentException">The shapes do not match, or the destination shares entries with an
    /// operand.</exception>
    public static void Multiply<T>(
        Matrix<T> A, Matrix<T> B, Matrix<T> destination,
        bool transposeA = false,
        bool transposeB = false,
        bool accumulate = false,
        [CallerArgumentExpression(nameof(A))] string nameA = "A",
        [CallerArgumentExpression(nameof(B))] string nameB = "B",
        [CallerArgumentExpression(nameof(destination))] string nameDestination = "destination")
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        FastestProduct.Run(
            Checked((A, transposeA), (B, transposeB), destination, accumulate, (nameA, nameB, nameDestination)));

    /// <summary>Stage 4: C is computed in tiles that stay in registers for a sum over up to 384 values of p. A tile has
    /// two registers by eight columns or, on processors with only 16 registers, three by four.</summary>
    /// <inheritdoc cref="Multiply{T}(Matrix{T}, Matrix{T}, Matrix{T}, bool, bool, bool, string, string, string)"/>
    public static void RegisterTiled<T>(
        Matrix<T> A, Matrix<T> B, Matrix<T> destination,
        bool transposeA = false, bool transposeB = false, bool accumulate = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        WidestRegisters.Run<TiledProduct.InTiles<T>, Product<T>, T>(
            Checked((A, transposeA), (B, transposeB), destination, accumulate));

    /// <summary>Stage 5: stage 4 on blocks of A and panels of B that fit in the caches. Blocks are first copied to a
    /// contiguous buffer (packed), and so are panels whose columns are scattered in memory.</summary>
    /// <inheritdoc cref="Multiply{T}(Matrix{T}, Matrix{T}, Matrix{T}, bool, bool, bool, string, string, string)"/>
    public static void Packed<T>(
        Matrix<T> A, Matrix<T> B, Matrix<T> destination,
        bool transposeA = false, bool transposeB = false, bool accumulate = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        WidestRegisters.Run<TiledProduct.InTiles<T>, Product<T>, T>(
            Checked((A, transposeA), (B, transposeB), destination, accumulate).Packed);
}
