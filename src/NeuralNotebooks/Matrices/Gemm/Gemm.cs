using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>The matrix product, as a ladder of ever faster stages that all compute the same thing.</summary>
/// <remarks>
/// <para>
/// GEMM is the field's name for <c>C ← op(A) · op(B)</c>, or <c>C ← C + op(A) · op(B)</c>, where op is the matrix or its
/// transpose. A layer needs three of its cases: Z = W X, ∂L/∂W = δ Aᵀ and ∂L/∂X = Wᵀ δ. No stage allocates or makes a
/// transposed copy of an operand: the vector kernels turn at most a strip of it at a time, in a small buffer on the stack.
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
        OnThisThread(new GemmOperands<T>(A, B, destination, transposeA, transposeB, accumulate, nameA, nameB, nameDestination));
    }

    /// <summary>The product of views, by the fastest stage, on the caller's thread only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void OnThisThread<T>(GemmOperands<T> operands)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (operands.N == 1 && operands.A.RowStride == 1)
            ByColumnsOnThisMachine(operands);
        else
            TiledOnThisMachine(operands, packed: PackingPays(operands));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool PackingPays<T>(GemmOperands<T> operands)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        operands.M > 192 && (long)operands.N * operands.K * Unsafe.SizeOf<T>() > 512 * 1024;
}
