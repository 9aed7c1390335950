using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NeuralNotebooks;

/// <summary>The product of a row and a column: xᵀ y.</summary>
/// <remarks>
/// With one sum, each multiply-add would wait four cycles for the one before. Here every lane of four registers has a
/// partial sum, and these are added up at the end. Their number depends on the layout and the registers, not on
/// threads, so that the bits are the same on every run.
/// </remarks>
internal readonly struct DotProduct<T> : IVectorWork<Product<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Optimized from the first call: most dot products are computed once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<V>(in Product<T> product)
        where V : ISimd<V, T>
    {
        ReadOnlySpan<T> row = product.A.Entries, column = product.B.Entries;
        int rowStep = product.A.ColumnStride, columnStep = product.B.RowStride, p = 0;
        T sum = product.Accumulate ? product.C[0, 0] : T.Zero;
        if (rowStep == 1 && columnStep == 1 && product.K >= 4 * V.Width)
        {
            ref T x = ref MemoryMarshal.GetReference(row), y = ref MemoryMarshal.GetReference(column);
            V s0 = 0, s1 = 0, s2 = 0, s3 = 0;
            for (; p <= product.K - 4 * V.Width; p += 4 * V.Width)
            {
                s0 = Add(s0, ref x, ref y, p);
                s1 = Add(s1, ref x, ref y, p + V.Width);
                s2 = Add(s2, ref x, ref y, p + 2 * V.Width);
                s3 = Add(s3, ref x, ref y, p + 3 * V.Width);
            }
            for (; p <= product.K - V.Width; p += V.Width)
                s0 = Add(s0, ref x, ref y, p);
            sum += V.Sum(s0 + s1 + (s2 + s3));
        }
        for (; p < product.K; p++)
            sum += row[p * rowStep] * column[p * columnStep];
        product.C[0, 0] = sum;
    }

    /// <summary>sum + x · y, in a register of numbers from p on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Add<V>(V sum, ref T x, ref T y, int p)
        where V : ISimd<V, T> =>
        V.MultiplyAdd(V.Load(ref Unsafe.Add(ref x, p)), V.Load(ref Unsafe.Add(ref y, p)), sum);
}
