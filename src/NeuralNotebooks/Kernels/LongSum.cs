namespace NeuralNotebooks;

/// <summary>Sums of many numbers, accurate enough to compute means and standard deviations from them.</summary>
/// <remarks>The relative error of adding n numbers one after the other can reach n u, where u is 2⁻²⁴ for float: the
/// float sum of twenty million ones is 16,777,216. Pairwise summation (N. J. Higham, "The accuracy of floating point
/// summation", SIAM J. Sci. Comput. 14(4), 1993) adds up the halves separately, recursively down to short blocks, and
/// its error grows with log n. Here the sums of the blocks are added in double precision. The order of summation
/// depends only on n.</remarks>
internal static class LongSum
{
    /// <summary>The length of a block of a row sum: the number of columns that are added one after the other.</summary>
    private const int BlockColumns = 256;

    /// <summary>The length of a block that is added up in the precision of its numbers: at most 128 numbers in each
    /// lane of a register.</summary>
    private const int BlockLength = 512;

    [MethodImpl(AggressiveOptimization)]
    public static double Of<T>(ReadOnlySpan<T> entries)
        where T : unmanaged, INumberBase<T>
    {
        if (entries.Length <= BlockLength)
            return double.CreateTruncating(TensorPrimitives.Sum(entries));
        int half = Half(entries.Length, BlockLength);
        return Of(entries[..half]) + Of(entries[half..]);
    }

    /// <summary>√Σ x², scaled by the largest entry so that no square overflows or underflows.</summary>
    public static double Norm<T>(ReadOnlySpan<T> entries)
        where T : unmanaged, INumber<T>
    {
        if (entries.IsEmpty)
            return 0;
        double largest = Math.Abs(double.CreateTruncating(TensorPrimitives.MaxMagnitude(entries)));
        if (largest == 0 || !double.IsFinite(largest))
            return largest;
        double squares = 0;
        foreach (T entry in entries)
        {
            double scaled = double.CreateTruncating(entry) / largest;
            squares += scaled * scaled;
        }
        return largest * Math.Sqrt(squares);
    }

    /// <summary>The sum of each row of a column-major matrix over a divisor, rounded to T once.</summary>
    /// <remarks>A row has the same sum, to the last bit, at every position and on every register width.</remarks>
    // Optimized from the first call, as are the methods below: unoptimized code (tier 0) takes twenty times as long.
    [MethodImpl(AggressiveOptimization)]
    public static void OfRows<T>(ReadOnlySpan<T> entries, Span<T> sums, double divisor = 1)
        where T : unmanaged, INumberBase<T>
    {
        int rows = sums.Length, together = 2 * Vector<double>.Count, columns = entries.Length / Math.Max(1, rows);
        Span<double> some = stackalloc double[together];
        for (int row = 0; row < rows; row += together)
        {
            // The last group of rows overlaps the group before it.
            int count = Math.Min(together, rows), first = Math.Min(row, rows - count);
            if (count < together)
            {
                for (int i = 0; i < count; i++)
                    some[i] = OfRow(entries, i, rows, columns);
            }
            else
            {
                ref T entry = ref Unsafe.Add(ref MemoryMarshal.GetReference(entries), first);
                (Vector<double> lower, Vector<double> upper) = OfRows(ref entry, rows, columns);
                lower.CopyTo(some);
                upper.CopyTo(some[Vector<double>.Count..]);
            }
            for (int i = 0; i < count; i++)
                sums[first + i] = T.CreateTruncating(some[i] / divisor);
        }
    }

    // Sums as many rows as two registers of doubles have lanes. The sums stay in these registers for all columns.
    [MethodImpl(AggressiveOptimization)]
    private static (Vector<double> Lower, Vector<double> Upper) OfRows<T>(ref T first, nint rows, int columns)
        where T : unmanaged, INumberBase<T>
    {
        if (columns > BlockColumns)
        {
            int half = Half(columns, BlockColumns);
            (Vector<double> lower, Vector<double> upper) = OfRows(ref first, rows, half);
            (Vector<double> otherLower, Vector<double> otherUpper) =
                OfRows(ref Unsafe.Add(ref first, half * rows), rows, columns - half);
            return (lower + otherLower, upper + otherUpper);
        }

        // Two sums for each row, each of every other column: with only one, each addition would wait for the previous
        // one.
        Vector<double> lower1 = Vector<double>.Zero, upper1 = lower1, lower2 = lower1, upper2 = lower1;
        for (int column = 1; column < columns; column += 2)
        {
            Add(ref Unsafe.Add(ref first, (column - 1) * rows), ref lower1, ref upper1);
            Add(ref Unsafe.Add(ref first, column * rows), ref lower2, ref upper2);
        }
        if (columns % 2 == 1)
            Add(ref Unsafe.Add(ref first, (columns - 1) * rows), ref lower1, ref upper1);
        return (lower1 + lower2, upper1 + upper2);
    }

    [MethodImpl(AggressiveInlining)]
    private static void Add<T>(ref T entries, ref Vector<double> lower, ref Vector<double> upper)
        where T : unmanaged, INumberBase<T>
    {
        if (typeof(T) == typeof(float))
        {
            Vector<float> narrow = Vector.LoadUnsafe(ref Unsafe.As<T, float>(ref entries));
            lower += Vector.WidenLower(narrow);
            upper += Vector.WidenUpper(narrow);
        }
        else
        {
            ref double wide = ref Unsafe.As<T, double>(ref entries);
            lower += Vector.LoadUnsafe(ref wide);
            upper += Vector.LoadUnsafe(ref wide, (nuint)Vector<double>.Count);
        }
    }

    [MethodImpl(AggressiveOptimization)]
    private static double OfRow<T>(ReadOnlySpan<T> entries, int first, int rows, int columns)
        where T : unmanaged, INumberBase<T>
    {
        if (columns > BlockColumns)
        {
            int half = Half(columns, BlockColumns);
            return OfRow(entries, first, rows, half) + OfRow(entries, first + half * rows, rows, columns - half);
        }
        double sum1 = 0, sum2 = 0;
        for (int column = 1; column < columns; column += 2)
        {
            sum1 += double.CreateTruncating(entries[first + (column - 1) * rows]);
            sum2 += double.CreateTruncating(entries[first + column * rows]);
        }
        if (columns % 2 == 1)
            sum1 += double.CreateTruncating(entries[first + (columns - 1) * rows]);
        return sum1 + sum2;
    }

    /// <summary>About half of a length, in whole blocks.</summary>
    private static int Half(int length, int block) => (length / 2 + block - 1) / block * block;
}
