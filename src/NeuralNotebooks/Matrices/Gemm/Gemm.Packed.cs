using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

public static partial class Gemm
{
    /// <summary>How many columns of B are used together: 384 rows of 1,024 floats are 1.5 MB, which the third cache holds.</summary>
    private const int PanelColumns = 1024;

    /// <summary>How many strips a block of A has at most: 256 rows of 384 floats are 384 KB, which the second cache holds.</summary>
    private const int MostStrips = 8;

    /// <summary>Stage 6: stage 5 on blocks of A and panels of B that are copied together first where they are scattered, so that they are near when tiles need them.</summary>
    /// <inheritdoc cref="Multiply{T}(Matrix{T}, Matrix{T}, Matrix{T}, bool, bool, bool, string, string, string)"/>
    // Where a large matrix lies, its columns are far apart, often by a power of 2: every one is on another page of memory, and
    // they crowd each other out of the cache, which files an address by its lower bits. Copied together they stay: the panel of
    // B in the third cache for all blocks of A, the block of A in the second for the whole panel, eight columns of the panel in
    // the nearest for all strips of the block. The copies cost 1/m and 1/n of the work. (Contiguous columns of B that are no power
    // of 2 apart may as well be read where they lie.)
    public static void Packed<T>(
        Matrix<T> A, Matrix<T> B, Matrix<T> destination,
        bool transposeA = false, bool transposeB = false, bool accumulate = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        OnWidestRegisters<InTiles<PackedStage>, T>(new GemmOperands<T>(A, B, destination, transposeA, transposeB, accumulate));

    internal readonly struct PackedStage : ITiledStage
    {
        [SkipLocalsInit]
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Multiply<TTall, TLow, T>(in GemmOperands<T> operands, int tileColumns)
            where TTall : struct, ITileColumn<TTall, T>
            where TLow : struct, ITileColumn<TLow, T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            if (operands.K == 0)
            {
                operands.Begin();
                return;
            }

            int whole = operands.M / TTall.Height * TTall.Height, blockRows = PartOf(whole / TTall.Height, MostStrips) * TTall.Height;
            int part = PartOf(operands.K, MostDepth);
            Span<T> strip = CacheLine.Aligned(stackalloc T[TTall.Height * part + CacheLine.Of<T>()]);
            for (int j = 0; j < operands.N; j += PanelColumns)
            {
                int columns = Math.Min(PanelColumns, operands.N - j);
                for (int p = 0; p < operands.K; p += part)
                {
                    int depth = Math.Min(part, operands.K - p);
                    bool fresh = p == 0 && !operands.Accumulate;
                    Strided<T> panel = PackingBuffers<T>.Panel(operands.B.Block(p, j, depth, columns));
                    for (int i = 0; i < whole; i += blockRows)
                    {
                        int rows = Math.Min(blockRows, whole - i);
                        MultiplyBlock<TTall, T>(
                            operands.A.Block(i, p, rows, depth), in panel, operands.C.Block(i, j, rows, columns), fresh, tileColumns);
                    }

                    MultiplyStrips<TTall, TLow, T>(
                        operands.A.Block(whole, p, operands.M - whole, depth),
                        in panel,
                        operands.C.Block(whole, j, operands.M - whole, columns),
                        fresh, strip, tileColumns);
                }
            }
        }
    }

    /// <summary>Whole strips of A, copied one after the other, times a panel of B.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyBlock<TColumn, T>(in Strided<T> a, in Strided<T> panel, in Strided<T> c, bool fresh, int tileColumns)
        where TColumn : struct, ITileColumn<TColumn, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int height = TColumn.Height, depth = a.Columns;
        Span<T> block = PackingBuffers<T>.Block(a.Rows * depth);
        CopyBlock<TColumn, T>(in a, block);

        // All strips meet eight columns before the next eight come: those of B stay in the nearest cache, and those of C on
        // eight pages of memory.
        for (int j = 0; j < c.Columns; j += MostTileColumns)
        {
            int columns = Math.Min(MostTileColumns, c.Columns - j);
            Strided<T> slice = panel.Block(0, j, depth, columns);
            for (int i = 0; i < a.Rows; i += height)
            {
                // The tile of C that comes next is far away: it is called for now.
                if (i + height < a.Rows)
                    Prefetch.Block(c.Block(i + height, j, height, columns));
                else if (j + 2 * columns <= c.Columns)
                    Prefetch.Block(c.Block(0, j + columns, height, columns));
                MultiplyStrip<TColumn, T>(ref block[i * depth], height, in slice, c.Block(i, j, height, columns), 0, height, fresh, tileColumns);
            }
        }
    }

    /// <summary>Copies whole strips of A one after the other: in the direction in which A lies, for every page of memory that is visited anew costs time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyBlock<TColumn, T>(in Strided<T> a, Span<T> block)
        where TColumn : struct, ITileColumn<TColumn, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int height = TColumn.Height, depth = a.Columns;
        if (a.RowStride != 1)
        {
            for (int i = 0; i < a.Rows; i += height)
                TurnRound(a.Block(i, 0, height, depth), block[(i * depth)..], height);
            return;
        }

        for (int p = 0; p < depth; p++)
        {
            Span<T> column = a.Column(p);
            for (int i = 0; i < column.Length; i += height)
                TColumn.Load(ref column[i]).Store(ref block[i * depth + p * height]);
        }
    }

    /// <summary>Where this thread copies blocks and panels to; made at the first large product and kept.</summary>
    private static class PackingBuffers<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        [ThreadStatic]
        private static T[]? _panel;

        [ThreadStatic]
        private static T[]? _block;

        /// <summary>A panel of B where its tiles may read it: where it lies, unless eight columns would crowd each other out of the cache or are its rows.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static Strided<T> Panel(Strided<T> b)
        {
            if (b.RowStride != 1)
                return Copy(b.Transposed).Transposed;
            return b.ColumnStride * Unsafe.SizeOf<T>() % MemoryPage.Bytes == 0 ? Copy(b) : b;
        }

        /// <summary>A copy in the direction in which B lies, so that pieces of memory are copied whole.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static Strided<T> Copy(Strided<T> b)
        {
            // A line more than a column takes, so that no two are a power of 2 apart.
            int stride = b.Rows + CacheLine.Of<T>();
            Span<T> panel = AtLeast(ref _panel, stride * b.Columns);
            for (int j = 0; j < b.Columns; j++)
                b.Column(j).CopyTo(panel[(j * stride)..]);
            return new(panel, b.Rows, b.Columns, 1, stride);
        }

        /// <summary>Room for a block of A.</summary>
        public static Span<T> Block(int length) => AtLeast(ref _block, length);

        // Pinned, or it could be moved off the beginning of a line.
        private static Span<T> AtLeast(ref T[]? buffer, int length)
        {
            length += CacheLine.Of<T>();
            if (buffer is null || buffer.Length < length)
                buffer = GC.AllocateUninitializedArray<T>(length, pinned: true);
            return CacheLine.Aligned<T>(buffer);
        }
    }
}
