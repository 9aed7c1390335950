using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

public static partial class Gemm
{
    /// <summary>How much of B is copied together: what the second cache holds beside a strip of A and its part of C.</summary>
    private const int PanelInBytes = 512 * 1024;

    /// <summary>Stage 6: stage 5 on panels of B that are copied together first, so that a large B is near and in order when tiles need it.</summary>
    /// <inheritdoc cref="Multiply{T}"/>
    // All strips of A use the same panel of B. Copied together it stays in the second cache and on few pages of memory; where
    // it lies, its columns are far apart, often by a power of 2, and crowd each other out. The copy costs 1 / m of the work.
    public static void Packed<T>(
        Matrix<T> A, Matrix<T> B, Matrix<T> destination,
        bool transposeA = false, bool transposeB = false, bool accumulate = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        TiledOnThisMachine(new GemmOperands<T>(A, B, destination, transposeA, transposeB, accumulate), packed: true);

    private static int PanelColumns<T>() => PanelInBytes / (StripDepth * Unsafe.SizeOf<T>());

    /// <summary>A copy of a panel of B in this thread's buffer, in the direction in which B lies, so that the copy is a plain one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Strided<T> Pack<T>(Strided<T> b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<T> panel = PanelBuffer<T>.OfThisThread;
        if (b.RowStride == 1)
        {
            // Column after column, with a gap so that no two of them are a power of 2 apart.
            int stride = StripDepth + 16;
            for (int j = 0; j < b.Columns; j++)
                b.Column(j).CopyTo(panel[(j * stride)..]);
            return new(panel, b.Rows, b.Columns, 1, stride);
        }

        {
            int stride = PanelColumns<T>() + 16;
            for (int p = 0; p < b.Rows; p++)
                b.Transposed.Column(p).CopyTo(panel[(p * stride)..]);
            return new(panel, b.Rows, b.Columns, stride, 1);
        }
    }

    private static class PanelBuffer<T>
        where T : unmanaged
    {
        [ThreadStatic]
        private static T[]? t_buffer;

        public static T[] OfThisThread => t_buffer ??= GC.AllocateUninitializedArray<T>(
            Math.Max(PanelColumns() * (StripDepth + 16), StripDepth * (PanelColumns() + 16)));

        private static int PanelColumns() => PanelInBytes / (StripDepth * Unsafe.SizeOf<T>());
    }
}
