using System.Runtime.Intrinsics.Arm;

namespace NeuralNotebooks;

/// <summary>Copies a matrix to another of the same shape, or chosen columns of it. If the copy is a transpose (the
/// strides differ), it is made in squares of 4 × 4 floats or 2 × 2 doubles, in 128-bit registers.</summary>
internal static class StridedCopy
{
    // Optimized from the first call, as are the methods below: in unoptimized code (tier 0) the first copies would take
    // twenty times as long.
    [MethodImpl(AggressiveOptimization)]
    public static void Run<T>(in Strided<T> from, in Strided<T> to)
        where T : unmanaged
    {
        int rows = from.Rows,
            columns = from.Columns,
            width = Vector128<T>.Count;
        ref T source = ref MemoryMarshal.GetReference(from.Entries),
            destination = ref MemoryMarshal.GetReference(to.Entries);
        if (from.RowStride != to.RowStride && rows >= width && columns >= width)
        {
            nint sourceColumn = from.RowStride == 1 ? from.ColumnStride : from.RowStride;
            nint destinationColumn = to.RowStride == 1 ? to.ColumnStride : to.RowStride;
            for (int j = 0; j < columns; j += width)
            {
                // The last square overlaps the one before it.
                int column = Math.Min(j, columns - width);
                ref T sourceSquare = ref Unsafe.Add(ref source, column * from.ColumnStride),
                    destinationSquare = ref Unsafe.Add(ref destination, column * to.ColumnStride);
                for (int i = 0; i < rows; i += width)
                {
                    int row = Math.Min(i, rows - width);
                    TransposeSquare(
                        ref Unsafe.Add(ref sourceSquare, row * from.RowStride), sourceColumn,
                        ref Unsafe.Add(ref destinationSquare, row * to.RowStride), destinationColumn);
                }
            }
        }
        else if (from.RowStride == 1 && to.RowStride == 1 && rows >= width)
        {
            // Copied in registers: for a column as short as that of a tile, a call to Span.CopyTo would take longer.
            for (int j = 0; j < columns; j++)
            {
                ref T sourceColumn = ref Unsafe.Add(ref source, j * from.ColumnStride);
                ref T destinationColumn = ref Unsafe.Add(ref destination, j * to.ColumnStride);
                for (int i = 0; i < rows - width; i += width)
                    Vector128.LoadUnsafe(ref sourceColumn, (nuint)i).StoreUnsafe(ref destinationColumn, (nuint)i);
                Vector128
                    .LoadUnsafe(ref sourceColumn, (nuint)(rows - width))
                    .StoreUnsafe(ref destinationColumn, (nuint)(rows - width));
            }
        }
        else if (rows < columns)
            CopyEntries(from.Transposed, to.Transposed);
        else
            CopyEntries(in from, in to);
    }

    [MethodImpl(AggressiveOptimization)]
    public static void Gather<T>(ReadOnlySpan<T> source, ReadOnlySpan<int> columns, int rows, Span<T> destination)
    {
        for (int j = 0; j < columns.Length; j++)
            source.Slice(columns[j] * rows, rows).CopyTo(destination[(j * rows)..]);
    }

    /// <summary>Copies entry by entry; fast if the columns are longer than the rows.</summary>
    [MethodImpl(AggressiveOptimization | NoInlining)]
    private static void CopyEntries<T>(in Strided<T> from, in Strided<T> to)
        where T : unmanaged
    {
        nint rows = from.Rows, fromStep = from.RowStride, toStep = to.RowStride;
        for (int j = 0; j < from.Columns; j++)
        {
            ref T source = ref Unsafe.Add(ref MemoryMarshal.GetReference(from.Entries), j * from.ColumnStride);
            ref T destination = ref Unsafe.Add(ref MemoryMarshal.GetReference(to.Entries), j * to.ColumnStride);
            for (nint i = 0; i < rows; i++)
                Unsafe.Add(ref destination, i * toStep) = Unsafe.Add(ref source, i * fromStep);
        }
    }

    /// <summary>4 × 4 floats or 2 × 2 doubles: reads columns of the source and writes them as rows of the
    /// destination.</summary>
    [MethodImpl(AggressiveInlining)]
    public static void TransposeSquare<T>(ref T source, nint sourceColumn, ref T destination, nint destinationColumn)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            Transpose4x4(
                ref Unsafe.As<T, float>(ref source),
                sourceColumn,
                ref Unsafe.As<T, float>(ref destination),
                destinationColumn);
            return;
        }

        Vector128<double> a = Vector128.LoadUnsafe(ref source).AsDouble();
        Vector128<double> b = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, sourceColumn)).AsDouble();
        ZipLow(a, b).As<double, T>().StoreUnsafe(ref destination);
        ZipHigh(a, b).As<double, T>().StoreUnsafe(ref Unsafe.Add(ref destination, destinationColumn));
    }

    // Two rounds: first single numbers are interleaved, then pairs of numbers.
    [MethodImpl(AggressiveInlining)]
    private static void Transpose4x4(ref float source, nint sourceColumn, ref float destination, nint destinationColumn)
    {
        Vector128<float> a = Vector128.LoadUnsafe(ref source);
        Vector128<float> b = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, sourceColumn));
        Vector128<float> c = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 2 * sourceColumn));
        Vector128<float> d = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 3 * sourceColumn));
        Vector128<double> ab01 = ZipLow(a, b).AsDouble(), ab23 = ZipHigh(a, b).AsDouble();
        Vector128<double> cd01 = ZipLow(c, d).AsDouble(), cd23 = ZipHigh(c, d).AsDouble();
        ZipLow(ab01, cd01).AsSingle().StoreUnsafe(ref destination);
        ZipHigh(ab01, cd01).AsSingle().StoreUnsafe(ref Unsafe.Add(ref destination, destinationColumn));
        ZipLow(ab23, cd23).AsSingle().StoreUnsafe(ref Unsafe.Add(ref destination, 2 * destinationColumn));
        ZipHigh(ab23, cd23).AsSingle().StoreUnsafe(ref Unsafe.Add(ref destination, 3 * destinationColumn));
    }

    /// <summary>a₀ b₀ a₁ b₁.</summary>
    [MethodImpl(AggressiveInlining)]
    private static Vector128<float> ZipLow(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackLow(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(a, b)
        : Vector128.Create(a[0], b[0], a[1], b[1]);

    /// <summary>a₂ b₂ a₃ b₃.</summary>
    [MethodImpl(AggressiveInlining)]
    private static Vector128<float> ZipHigh(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackHigh(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(a, b)
        : Vector128.Create(a[2], b[2], a[3], b[3]);

    /// <summary>a₀ b₀.</summary>
    [MethodImpl(AggressiveInlining)]
    private static Vector128<double> ZipLow(Vector128<double> a, Vector128<double> b) =>
        Sse2.IsSupported ? Sse2.UnpackLow(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(a, b)
        : Vector128.Create(a[0], b[0]);

    /// <summary>a₁ b₁.</summary>
    [MethodImpl(AggressiveInlining)]
    private static Vector128<double> ZipHigh(Vector128<double> a, Vector128<double> b) =>
        Sse2.IsSupported ? Sse2.UnpackHigh(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(a, b)
        : Vector128.Create(a[1], b[1]);
}
