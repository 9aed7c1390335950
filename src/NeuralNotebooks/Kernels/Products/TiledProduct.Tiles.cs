using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Wasm;

namespace NeuralNotebooks;

internal static partial class TiledProduct<T>
{
    // The innermost kernels: a tile of C, ten, eight, four, two or one columns of it, stays in registers while depth
    // columns of a strip of A and depth rows of B stream past. For each p the kernel does
    //
    //     tile  +=  column p of the strip (in registers)  ·  row p of B (each number broadcast to a register).
    //
    // The columns of the tile are named locals: an array of them would live in memory, at a quarter of the speed. Two
    // registers by eight columns are 16 independent sums, which cover the latency of a multiply-add, four cycles on two
    // units; with the strip's column and B's number they need 19 of the 32 registers of AVX-512 and of Arm64. On
    // machines with 16 registers the tile is three registers by four columns.
    //
    // The references stay inside their operands: the strips are padded to whole columns, and only whole tiles are
    // stored to C. All kernels are optimized from the first call: in tier 0 they run at a twentieth of the speed, and a
    // notebook calls most of them once.

    /// <summary>The number of columns of the next tile: the maximum if that many are left, else 4, 2 or 1; ten where
    /// exactly ten are left.</summary>
    private static int TileColumns(int left, int max) =>
        left == TenColumns && max == MaxTileColumns ? TenColumns
        : left >= max ? max
        : (int)BitOperations.RoundUpToPowerOf2((uint)left + 1) / 2;

    /// <summary>The operands of a tile: where each begins, and the distances between its entries.</summary>
    internal ref struct Tile
    {
        public ref T A, B, C;
        public nint AColumn, BRow, BColumn, CColumn;
        public int Depth;

        /// <summary>Whether C is set instead of added to.</summary>
        public bool Overwrite;

        /// <summary>How many tiles, of eight columns, are multiplied one after the other.</summary>
        public int Count;

        public void SetB(in Strided<T> b) => (Depth, BRow, BColumn) = (b.Rows, b.RowStride, b.ColumnStride);

        /// <summary>The first row of B, in column j.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly ref T BAt(int j) => ref Unsafe.Add(ref B, j * BColumn);

        /// <summary>Column j of C.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly ref T CAt(int j) => ref Unsafe.Add(ref C, j * CColumn);
    }

    /// <summary>A tile of 10, 8, 4, 2 or 1 columns, or several of 8 next to each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Multiply<TColumn>(ref Tile tile, int columns)
        where TColumn : struct, ITileColumn<TColumn, T>
    {
        if (PackedSimd.IsSupported && columns == 4 && TColumn.Height == 3 * Vector128<T>.Count)
            InterpretedTile(in tile);
        else if (columns == 8)
            Tile8<TColumn>(ref tile);
        else if (columns == 4)
            Tile4<TColumn>(in tile);
        else if (columns == TenColumns)
            Tile10<TColumn>(in tile);
        else if (columns == 2)
            Tile2<TColumn>(in tile);
        else
            Tile1<TColumn>(in tile);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile8<TColumn>(ref Tile tile)
        where TColumn : struct, ITileColumn<TColumn, T>
    {
        int steps = tile.Depth / TColumn.Steps;
        nint aColumn = tile.AColumn * TColumn.Steps, bRow = tile.BRow * TColumn.Steps, bColumn = tile.BColumn;
        for (int tiles = tile.Count; tiles > 0; tiles--)
        {
            TColumn c0 = default, c1 = c0, c2 = c0, c3 = c0, c4 = c0, c5 = c0, c6 = c0, c7 = c0;
            if (!tile.Overwrite)
            {
                c0 = TColumn.Load(ref tile.C);
                c1 = TColumn.Load(ref tile.CAt(1));
                c2 = TColumn.Load(ref tile.CAt(2));
                c3 = TColumn.Load(ref tile.CAt(3));
                c4 = TColumn.Load(ref tile.CAt(4));
                c5 = TColumn.Load(ref tile.CAt(5));
                c6 = TColumn.Load(ref tile.CAt(6));
                c7 = TColumn.Load(ref tile.CAt(7));
            }

            // Three addresses in the row of B: from each, an addressing mode reaches two more, one or two strides away.
            ref T a = ref tile.A;
            ref T left = ref tile.B;
            ref T middle = ref tile.BAt(3);
            ref T right = ref tile.BAt(6);
            for (int p = 0; p < steps; p++)
            {
                TColumn column = TColumn.LoadSteps(ref a);
                c0 = TColumn.MultiplyAdd(column, ref left, c0);
                c1 = TColumn.MultiplyAdd(column, ref Unsafe.Add(ref left, bColumn), c1);
                c2 = TColumn.MultiplyAdd(column, ref Unsafe.Add(ref left, 2 * bColumn), c2);
                c3 = TColumn.MultiplyAdd(column, ref middle, c3);
                c4 = TColumn.MultiplyAdd(column, ref Unsafe.Add(ref middle, bColumn), c4);
                c5 = TColumn.MultiplyAdd(column, ref Unsafe.Add(ref middle, 2 * bColumn), c5);
                c6 = TColumn.MultiplyAdd(column, ref right, c6);
                c7 = TColumn.MultiplyAdd(column, ref Unsafe.Add(ref right, bColumn), c7);
                a = ref Unsafe.Add(ref a, aColumn);
                left = ref Unsafe.Add(ref left, bRow);
                middle = ref Unsafe.Add(ref middle, bRow);
                right = ref Unsafe.Add(ref right, bRow);
            }

            c0.Store(ref tile.C);
            c1.Store(ref tile.CAt(1));
            c2.Store(ref tile.CAt(2));
            c3.Store(ref tile.CAt(3));
            c4.Store(ref tile.CAt(4));
            c5.Store(ref tile.CAt(5));
            c6.Store(ref tile.CAt(6));
            c7.Store(ref tile.CAt(7));
            tile.B = ref tile.BAt(8);
            tile.C = ref tile.CAt(8);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile10<TColumn>(in Tile tile)
        where TColumn : struct, ITileColumn<TColumn, T>
    {
        int steps = tile.Depth / TColumn.Steps;
        nint aColumn = tile.AColumn * TColumn.Steps, bRow = tile.BRow * TColumn.Steps, bColumn = tile.BColumn;
        TColumn c0 = default, c1 = c0, c2 = c0, c3 = c0, c4 = c0, c5 = c0, c6 = c0, c7 = c0, c8 = c0, c9 = c0;
        if (!tile.Overwrite)
        {
            c0 = TColumn.Load(ref tile.C);
            c1 = TColumn.Load(ref tile.CAt(1));
            c2 = TColumn.Load(ref tile.CAt(2));
            c3 = TColumn.Load(ref tile.CAt(3));
            c4 = TColumn.Load(ref tile.CAt(4));
            c5 = TColumn.Load(ref tile.CAt(5));
            c6 = TColumn.Load(ref tile.CAt(6));
            c7 = TColumn.Load(ref tile.CAt(7));
            c8 = TColumn.Load(ref tile.CAt(8));
            c9 = TColumn.Load(ref tile.CAt(9));
        }

        ref T a = ref tile.A;
        ref T left = ref tile.B;
        ref T middle = ref tile.BAt(3);
        ref T right = ref tile.BAt(6);
        ref T last = ref tile.BAt(9);
        for (int p = 0; p < steps; p++)
        {
            TColumn column = TColumn.LoadSteps(ref a);
            c0 = TColumn.MultiplyAdd(column, ref left, c0);
            c1 = TColumn.MultiplyAdd(column, ref Unsafe.Add(ref left, bColumn), c1);
            c2 = TColumn.MultiplyAdd(column, ref Unsafe.Add(ref left, 2 * bColumn), c2);
            c3 = TColumn.MultiplyAdd(column, ref middle, c3);
            c4 = TColumn.MultiplyAdd(column, ref Unsafe.Add(ref middle, bColumn), c4);
            c5 = TColumn.MultiplyAdd(column, ref Unsafe.Add(ref middle, 2 * bColumn), c5);
            c6 = TColumn.MultiplyAdd(column, ref right, c6);
            c7 = TColumn.MultiplyAdd(column, ref Unsafe.Add(ref right, bColumn), c7);
            c8 = TColumn.MultiplyAdd(column, ref Unsafe.Add(ref right, 2 * bColumn), c8);
            c9 = TColumn.MultiplyAdd(column, ref last, c9);
            a = ref Unsafe.Add(ref a, aColumn);
            left = ref Unsafe.Add(ref left, bRow);
            middle = ref Unsafe.Add(ref middle, bRow);
            right = ref Unsafe.Add(ref right, bRow);
            last = ref Unsafe.Add(ref last, bRow);
        }

        c0.Store(ref tile.C);
        c1.Store(ref tile.CAt(1));
        c2.Store(ref tile.CAt(2));
        c3.Store(ref tile.CAt(3));
        c4.Store(ref tile.CAt(4));
        c5.Store(ref tile.CAt(5));
        c6.Store(ref tile.CAt(6));
        c7.Store(ref tile.CAt(7));
        c8.Store(ref tile.CAt(8));
        c9.Store(ref tile.CAt(9));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4<TColumn>(in Tile tile)
        where TColumn : struct, ITileColumn<TColumn, T>
    {
        int steps = tile.Depth / TColumn.Steps;
        nint aColumn = tile.AColumn * TColumn.Steps, bRow = tile.BRow * TColumn.Steps, bColumn = tile.BColumn;
        TColumn c0 = default, c1 = c0, c2 = c0, c3 = c0;
        if (!tile.Overwrite)
        {
            c0 = TColumn.Load(ref tile.C);
            c1 = TColumn.Load(ref tile.CAt(1));
            c2 = TColumn.Load(ref tile.CAt(2));
            c3 = TColumn.Load(ref tile.CAt(3));
        }

        ref T a = ref tile.A;
        ref T left = ref tile.B;
        ref T right = ref tile.BAt(2);
        for (int p = 0; p < steps; p++)
        {
            TColumn column = TColumn.LoadSteps(ref a);
            c0 = TColumn.MultiplyAdd(column, ref left, c0);
            c1 = TColumn.MultiplyAdd(column, ref Unsafe.Add(ref left, bColumn), c1);
            c2 = TColumn.MultiplyAdd(column, ref right, c2);
            c3 = TColumn.MultiplyAdd(column, ref Unsafe.Add(ref right, bColumn), c3);
            a = ref Unsafe.Add(ref a, aColumn);
            left = ref Unsafe.Add(ref left, bRow);
            right = ref Unsafe.Add(ref right, bRow);
        }

        c0.Store(ref tile.C);
        c1.Store(ref tile.CAt(1));
        c2.Store(ref tile.CAt(2));
        c3.Store(ref tile.CAt(3));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile2<TColumn>(in Tile tile)
        where TColumn : struct, ITileColumn<TColumn, T>
    {
        int steps = tile.Depth / TColumn.Steps;
        nint aColumn = tile.AColumn * TColumn.Steps, bRow = tile.BRow * TColumn.Steps, bColumn = tile.BColumn;
        TColumn c0 = default, c1 = c0;
        if (!tile.Overwrite)
        {
            c0 = TColumn.Load(ref tile.C);
            c1 = TColumn.Load(ref tile.CAt(1));
        }

        ref T a = ref tile.A;
        ref T b = ref tile.B;
        for (int p = 0; p < steps; p++)
        {
            TColumn column = TColumn.LoadSteps(ref a);
            c0 = TColumn.MultiplyAdd(column, ref b, c0);
            c1 = TColumn.MultiplyAdd(column, ref Unsafe.Add(ref b, bColumn), c1);
            a = ref Unsafe.Add(ref a, aColumn);
            b = ref Unsafe.Add(ref b, bRow);
        }

        c0.Store(ref tile.C);
        c1.Store(ref tile.CAt(1));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1<TColumn>(in Tile tile)
        where TColumn : struct, ITileColumn<TColumn, T>
    {
        int steps = tile.Depth / TColumn.Steps;
        nint aColumn = tile.AColumn * TColumn.Steps, bRow = tile.BRow * TColumn.Steps;
        TColumn c0 = default;
        if (!tile.Overwrite)
            c0 = TColumn.Load(ref tile.C);

        ref T a = ref tile.A;
        ref T b = ref tile.B;
        for (int p = 0; p < steps; p++)
        {
            TColumn column = TColumn.LoadSteps(ref a);
            c0 = TColumn.MultiplyAdd(column, ref b, c0);
            a = ref Unsafe.Add(ref a, aColumn);
            b = ref Unsafe.Add(ref b, bRow);
        }

        c0.Store(ref tile.C);
    }
}
