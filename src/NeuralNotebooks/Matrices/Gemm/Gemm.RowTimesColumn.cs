using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

public static partial class Gemm
{
    // The inner product xᵀ y as a product of matrices. An entry is one sum in order, so that it has the same bits here and within a
    // larger product; then each multiply-add waits for the one before, four cycles on the machines of today, and nothing can be done
    // beside it. That is the bound that this loop runs at: a sum for each lane of several registers, as TensorPrimitives.Dot has them,
    // is more than ten times as fast, but adds in an order of its own. Such a wait leaves the checks of the spans for free.

    /// <summary>The product of a row and a column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RowTimesColumn<T>(in GemmOperands<T> operands)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReadOnlySpan<T> row = operands.A.Entries, column = operands.B.Entries;
        int stepOfRow = operands.A.ColumnStride, stepOfColumn = operands.B.RowStride;
        T sum = operands.Accumulate ? operands.C[0, 0] : T.Zero;
        for (int p = 0; p < operands.K; p++)
            sum = T.MultiplyAddEstimate(row[p * stepOfRow], column[p * stepOfColumn], sum);
        operands.C[0, 0] = sum;
    }
}
