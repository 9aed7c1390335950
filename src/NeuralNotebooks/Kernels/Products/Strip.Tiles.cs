using static NeuralNotebooks.TiledProduct;

namespace NeuralNotebooks;

internal static partial class Strip<TColumn, T>
{
    // The innermost kernel: a tile of C, with ten, eight, four, two or one columns, stays in registers while the kernel
    // reads the columns of a strip of A and the rows of B. For each p it computes
    //
    //     tile  +=  column p of the strip (in registers)  ·  row p of B (each number broadcast to a register).
    //
    // The columns of the tile are separate local variables: an array would be in memory instead of registers, which
    // takes four times as long. Two registers by eight columns are 16 independent sums, more than the eight that are
    // needed to hide the latency of a multiply-add (four cycles, on two units). Together with the column of the strip
    // and the number of B they need 19 of the 32 registers of AVX-512 and of Arm64. On processors with 16 registers the
    // tile is three registers by four columns.
    //
    // The width is a type argument, so that the compiler generates a version for each width, without code for other
    // columns.
    //
    // The references stay inside their operands: the strips are padded to whole columns, and only whole tiles are
    // stored to C. The kernel is optimized from the first call: unoptimized code (tier 0) takes twenty times as long,
    // and a notebook calls most versions only once.

    /// <summary>The number of columns of the next tile: the maximum if that many are left, else 4, 2 or 1; ten where
    /// exactly ten are left.</summary>
    private static int NextColumns(int left) =>
        left == TenColumns && TColumn.TileColumns == MaxTileColumns ? TenColumns
        : left >= TColumn.TileColumns ? TColumn.TileColumns
        : (int)BitOperations.RoundUpToPowerOf2((uint)left + 1) / 2;

    /// <summary>A tile of 10, 8, 4, 2 or 1 columns, or several of 8 side by side.</summary>
    /// <param name="c">Where the tile begins in C, or in a buffer.</param>
    [MethodImpl(AggressiveInlining)]
    private static void Tile(
        in Product<T> product, int j, int columns, ref T a, nint aColumn, ref T c, nint cColumn, int tiles = 1)
    {
        if (Interpreter.IsUsed && columns == 4 && TColumn.Height == 3 * Vector128<T>.Count)
            InterpretedTile(in product, j, ref a, aColumn, ref c, cColumn);
        else if (columns == 8)
            Tiles<Count.Eight>(in product, j, ref a, aColumn, ref c, cColumn, tiles);
        else if (columns == 4)
            Tiles<Count.Four>(in product, j, ref a, aColumn, ref c, cColumn, tiles);
        else if (columns == TenColumns)
            Tiles<Count.Ten>(in product, j, ref a, aColumn, ref c, cColumn, tiles);
        else if (columns == 2)
            Tiles<Count.Two>(in product, j, ref a, aColumn, ref c, cColumn, tiles);
        else
            Tiles<Count.One>(in product, j, ref a, aColumn, ref c, cColumn, tiles);
    }

    [MethodImpl(AggressiveOptimization)]
    private static void Tiles<TWidth>(
        in Product<T> product, int j, ref T a, nint aColumn, ref T c, nint cColumn, int tiles)
        where TWidth : ICount
    {
        int depth = product.K / TColumn.Steps;
        aColumn *= TColumn.Steps;
        ref T b = ref product.B[0, j];
        nint bRow = product.B.RowStride * TColumn.Steps, bColumn = product.B.ColumnStride;
        bool accumulate = product.Accumulate;
        for (; tiles > 0; tiles--)
        {
            TColumn c0 = default, c1 = c0, c2 = c0, c3 = c0, c4 = c0, c5 = c0, c6 = c0, c7 = c0, c8 = c0, c9 = c0;
            if (accumulate)
            {
                c0 = TColumn.Load(ref c);
                if (TWidth.Value > 1)
                    c1 = TColumn.Load(ref Unsafe.Add(ref c, cColumn));
                if (TWidth.Value > 2)
                {
                    c2 = TColumn.Load(ref Unsafe.Add(ref c, 2 * cColumn));
                    c3 = TColumn.Load(ref Unsafe.Add(ref c, 3 * cColumn));
                }
                if (TWidth.Value > 4)
                {
                    c4 = TColumn.Load(ref Unsafe.Add(ref c, 4 * cColumn));
                    c5 = TColumn.Load(ref Unsafe.Add(ref c, 5 * cColumn));
                    c6 = TColumn.Load(ref Unsafe.Add(ref c, 6 * cColumn));
                    c7 = TColumn.Load(ref Unsafe.Add(ref c, 7 * cColumn));
                }
                if (TWidth.Value > 8)
                {
                    c8 = TColumn.Load(ref Unsafe.Add(ref c, 8 * cColumn));
                    c9 = TColumn.Load(ref Unsafe.Add(ref c, 9 * cColumn));
                }
            }

            // Four addresses in the row of B. The numbers one and two strides after each need no extra registers for
            // their addresses: the processor computes them in the load (addressing modes).
            ref T left = ref b, middle = ref b, right = ref b, last = ref b;
            if (TWidth.Value > 2)
                middle = ref Unsafe.Add(ref b, 3 * bColumn);
            if (TWidth.Value > 4)
                right = ref Unsafe.Add(ref b, 6 * bColumn);
            if (TWidth.Value > 8)
                last = ref Unsafe.Add(ref b, 9 * bColumn);
            ref T strip = ref a;
            for (int p = 0; p < depth; p++)
            {
                TColumn column = TColumn.LoadSteps(ref strip);
                c0 = TColumn.MultiplyAdd(column, ref left, c0);
                if (TWidth.Value > 1)
                    c1 = TColumn.MultiplyAdd(column, ref Unsafe.Add(ref left, bColumn), c1);
                if (TWidth.Value > 2)
                {
                    c2 = TColumn.MultiplyAdd(column, ref Unsafe.Add(ref left, 2 * bColumn), c2);
                    c3 = TColumn.MultiplyAdd(column, ref middle, c3);
                }
                if (TWidth.Value > 4)
                {
                    c4 = TColumn.MultiplyAdd(column, ref Unsafe.Add(ref middle, bColumn), c4);
                    c5 = TColumn.MultiplyAdd(column, ref Unsafe.Add(ref middle, 2 * bColumn), c5);
                    c6 = TColumn.MultiplyAdd(column, ref right, c6);
                    c7 = TColumn.MultiplyAdd(column, ref Unsafe.Add(ref right, bColumn), c7);
                }
                if (TWidth.Value > 8)
                {
                    c8 = TColumn.MultiplyAdd(column, ref Unsafe.Add(ref right, 2 * bColumn), c8);
                    c9 = TColumn.MultiplyAdd(column, ref last, c9);
                }
                strip = ref Unsafe.Add(ref strip, aColumn);
                left = ref Unsafe.Add(ref left, bRow);
                if (TWidth.Value > 2)
                    middle = ref Unsafe.Add(ref middle, bRow);
                if (TWidth.Value > 4)
                    right = ref Unsafe.Add(ref right, bRow);
                if (TWidth.Value > 8)
                    last = ref Unsafe.Add(ref last, bRow);
            }

            c0.Store(ref c);
            if (TWidth.Value > 1)
                c1.Store(ref Unsafe.Add(ref c, cColumn));
            if (TWidth.Value > 2)
            {
                c2.Store(ref Unsafe.Add(ref c, 2 * cColumn));
                c3.Store(ref Unsafe.Add(ref c, 3 * cColumn));
            }
            if (TWidth.Value > 4)
            {
                c4.Store(ref Unsafe.Add(ref c, 4 * cColumn));
                c5.Store(ref Unsafe.Add(ref c, 5 * cColumn));
                c6.Store(ref Unsafe.Add(ref c, 6 * cColumn));
                c7.Store(ref Unsafe.Add(ref c, 7 * cColumn));
            }
            if (TWidth.Value > 8)
            {
                c8.Store(ref Unsafe.Add(ref c, 8 * cColumn));
                c9.Store(ref Unsafe.Add(ref c, 9 * cColumn));
            }
            b = ref Unsafe.Add(ref b, TWidth.Value * bColumn);
            c = ref Unsafe.Add(ref c, TWidth.Value * cColumn);
        }
    }
}
