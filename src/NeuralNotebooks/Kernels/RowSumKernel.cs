using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>The sum of each row of a column-major matrix.</summary>
internal static class RowSumKernel
{
    // A few rows at a time, whose sums stay in registers while the columns stream past.
    // Optimized from the first call: tier 0 takes twenty times as long.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<T>(ReadOnlySpan<T> entries, Span<T> sums)
        where T : unmanaged, INumberBase<T>
    {
        int rows = sums.Length, row = 0;
        for (; row <= rows - 2 * Vector<T>.Count; row += 2 * Vector<T>.Count)
        {
            Vector<T> upper = Vector<T>.Zero, lower = Vector<T>.Zero;
            for (int i = row; i < entries.Length; i += rows)
            {
                upper += new Vector<T>(entries[i..]);
                lower += new Vector<T>(entries[(i + Vector<T>.Count)..]);
            }
            upper.CopyTo(sums[row..]);
            lower.CopyTo(sums[(row + Vector<T>.Count)..]);
        }
        for (; row < rows; row++)
        {
            T sum = T.Zero;
            for (int i = row; i < entries.Length; i += rows)
                sum += entries[i];
            sums[row] = sum;
        }
    }
}
