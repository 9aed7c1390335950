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

    private static int RowsTogether => 2 * Vector<double>.Count;

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
        int rows = sums.Length;
        Span<double> buffer = stackalloc double[RowsTogether];
        for (int row = 0; row < rows; row += RowsTogether)
        {
            Span<double> some = buffer[..Math.Min(RowsTogether, rows - row)];
            OfSomeRows(entries[Math.Min(row, entries.Length)..], rows, some);
            for (int i = 0; i < some.Length; i++)
                sums[row + i] = T.CreateTruncating(some[i] / divisor);
        }
    }

    // The sums of the first rows: of as many as two registers have lanes, or of fewer.
    [MethodImpl(AggressiveOptimization)]
    private static void OfSomeRows<T>(ReadOnlySpan<T> entries, int rows, Span<double> sums)
        where T : unmanaged, INumberBase<T>
    {
        int columns = (entries.Length + rows - 1) / rows;
        if (columns > BlockColumns)
        {
            int half = Half(columns, BlockColumns) * rows;
            Span<double> others = stackalloc double[sums.Length];
            OfSomeRows(entries[..half], rows, sums);
            OfSomeRows(entries[half..], rows, others);
            TensorPrimitives.Add(sums, others, sums);
        }
        else if (sums.Length == RowsTogether)
        {
            Vector<double> lower = Vector<double>.Zero, upper = lower;
            for (int at = 0; at < entries.Length; at += rows)
                Add(ref Unsafe.Add(ref MemoryMarshal.GetReference(entries), at), ref lower, ref upper);
            lower.CopyTo(sums);
            upper.CopyTo(sums[Vector<double>.Count..]);
        }
        else
        {
            sums.Clear();
            for (int i = 0; i < sums.Length; i++)
                for (int at = i; at < entries.Length; at += rows)
                    sums[i] += double.CreateTruncating(entries[at]);
        }
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

    /// <summary>About half of a length, in whole blocks.</summary>
    private static int Half(int length, int block) => (length / 2 + block - 1) / block * block;
}
