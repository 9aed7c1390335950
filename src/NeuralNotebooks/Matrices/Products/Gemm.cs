using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>The matrix product, as a ladder of ever faster stages that all compute the same thing.</summary>
/// <remarks>
/// <para>
/// GEMM is the field's name for <c>C ← op(A) · op(B)</c>, or <c>C ← C + op(A) · op(B)</c>, where op is the matrix or
/// its transpose. A layer needs three of its cases: Z = W X, ∂L/∂W = δ Aᵀ and ∂L/∂X = Wᵀ δ. No stage makes a transposed
/// copy of a whole operand: the fast kernels transpose at most a block of it at a time. Nothing is allocated except
/// buffers that are kept.
/// </para>
/// <para>
/// With op(A) m × k and op(B) k × n, C is m × n and costs 2 m n k operations. The order in which an entry is summed
/// depends on the shape, the layout and the machine's registers: the same operands give the same bits every time, on
/// any number of threads. (Stages differ in the last bits: the vector stages round each multiply-add once, the scalar
/// ones twice, and the fastest ones may sum an entry in a few parts.)
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
            Checked((A, transposeA), (B, transposeB), destination, accumulate, (nameA, nameB, nameDestination))
        );

    /// <summary>The product of matrices that are parts of larger ones, or of plain memory, by the fastest
    /// stage.</summary>
    /// <remarks>
    /// All are column-major. The leading dimension is the distance between the beginnings of two adjacent columns: for
    /// a part of a larger matrix, the number of rows of the latter. (The convention and parameter order of the BLAS.)
    /// </remarks>
    /// <param name="m">The rows of op(A) and of C.</param>
    /// <param name="n">The columns of op(B) and of C.</param>
    /// <param name="k">The columns of op(A) and the rows of op(B).</param>
    /// <param name="A">m × k, or k × m with <paramref name="transposeA"/>.</param>
    /// <param name="leadingA">The leading dimension of A: at least its rows.</param>
    /// <param name="B">k × n, or n × k with <paramref name="transposeB"/>.</param>
    /// <param name="leadingB">The leading dimension of B: at least its rows.</param>
    /// <param name="C">The result, m × n; it must not share entries with an operand. Memory between its columns is left
    /// untouched.</param>
    /// <param name="leadingC">The leading dimension of C: at least m.</param>
    /// <param name="transposeA">Whether Aᵀ takes the place of A.</param>
    /// <param name="transposeB">Whether Bᵀ takes the place of B.</param>
    /// <param name="accumulate">Whether the product is added to C instead of replacing it.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative, or a leading dimension is less than the
    /// rows.</exception>
    /// <exception cref="ArgumentException">A span is shorter than its matrix, or C shares entries with an operand;
    /// nothing is written.</exception>
    /// <exception cref="NotSupportedException">The numbers are neither float nor double.</exception>
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
            throw new NotSupportedException(
                $"A matrix product takes float or double; {typeof(T).Name} is neither. Convert the numbers "
                    + $"to float first."
            );
        ArgumentOutOfRangeException.ThrowIfNegative(m);
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        Operand<T> a = Part(nameof(A), A, transposeA ? k : m, transposeA ? m : k, leadingA);
        Operand<T> b = Part(nameof(B), B, transposeB ? n : k, transposeB ? k : n, leadingB);
        Operand<T> c = Part<T>(nameof(C), C, m, n, leadingC);
        bool sharesA = c.View.SharesEntriesWith(a.View);
        if (sharesA || c.View.SharesEntriesWith(b.View))
            throw new ArgumentException(SharedEntries(c, sharesA ? a : b), nameof(C));
        FastestProduct.Run(
            new Product<T>(
                transposeA ? a.View.Transposed : a.View,
                transposeB ? b.View.Transposed : b.View,
                c.View,
                accumulate
            )
        );
    }

    /// <summary>Stage 5: a tile of C stays in registers, sixteen of them, while a strip of A and eight columns of B
    /// stream past.</summary>
    /// <inheritdoc cref="Multiply{T}(Matrix{T}, Matrix{T}, Matrix{T}, bool, bool, bool, string, string, string)"/>
    public static void RegisterTiled<T>(
        Matrix<T> A, Matrix<T> B, Matrix<T> destination,
        bool transposeA = false, bool transposeB = false, bool accumulate = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        TiledProduct.RegisterTiled(Checked((A, transposeA), (B, transposeB), destination, accumulate));

    /// <summary>Stage 6: stage 5 on blocks of A and panels of B that are first packed into buffers if scattered, so
    /// that they are in the caches when tiles need them.</summary>
    /// <inheritdoc cref="Multiply{T}(Matrix{T}, Matrix{T}, Matrix{T}, bool, bool, bool, string, string, string)"/>
    public static void Packed<T>(
        Matrix<T> A, Matrix<T> B, Matrix<T> destination,
        bool transposeA = false, bool transposeB = false, bool accumulate = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        TiledProduct.Packed(Checked((A, transposeA), (B, transposeB), destination, accumulate));
}
