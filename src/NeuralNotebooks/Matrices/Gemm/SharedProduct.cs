using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>One product as work for the thread team: each chunk is a part of the columns of C, or of its rows where there are more of them.</summary>
/// <remarks>
/// A chunk is a product of its own, so that no thread waits for another's copies; each entry of C is the same sum in the same
/// order, whoever computes it. A span cannot leave its thread: its memory is held in place while the team works on it.
/// </remarks>
internal sealed unsafe class SharedProduct<T> : IChunkedWork
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Chunks begin at whole tiles of the widest registers.
    private const int TileColumns = 8, TileRows = 32;

    // As many chunks as threads; twice as many where they stay large, for not all threads may be free.
    private const int LargeInTiles = 8;

    [ThreadStatic]
    private static SharedProduct<T>? _ofThisThread;

    private Operand _a, _b, _c;
    private bool _accumulate, _byRows;
    private int _tiles, _chunks;

    /// <summary>How many chunks there are to be; 1 where C is too small to be shared.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Chunks(in GemmOperands<T> operands)
    {
        int tiles = Tiles(in operands), threads = ThreadTeam.Size;
        return Math.Min(tiles, tiles >= 2 * threads * LargeInTiles ? 2 * threads : threads);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(in GemmOperands<T> operands, int chunks)
    {
        SharedProduct<T> work = _ofThisThread ??= new();
        work._byRows = ByRows(in operands);
        work._tiles = Tiles(in operands);
        work._chunks = chunks;
        work._accumulate = operands.Accumulate;
        fixed (T* a = operands.A.Entries, b = operands.B.Entries, c = operands.C.Entries)
        {
            (work._a, work._b, work._c) = (new(operands.A, a), new(operands.B, b), new(operands.C, c));
            ThreadTeam.Run(work, chunks);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Do(int chunk)
    {
        Strided<T> a = _a.View(), b = _b.View(), c = _c.View();
        (int all, int tile) = _byRows ? (c.Rows, TileRows) : (c.Columns, TileColumns);
        Chunk tiles = Chunk.Of(_tiles, _chunks, chunk);
        int start = tiles.Start * tile, length = Math.Min(tiles.Count * tile, all - start);
        Gemm.OnThisThread(_byRows
            ? new GemmOperands<T>(a.Block(start, 0, length, a.Columns), b, c.Block(start, 0, length, c.Columns), _accumulate)
            : new GemmOperands<T>(a, b.Block(0, start, b.Rows, length), c.Block(0, start, c.Rows, length), _accumulate));
    }

    private static bool ByRows(in GemmOperands<T> operands) => operands.M > operands.N;

    private static int Tiles(in GemmOperands<T> operands) => ByRows(in operands)
        ? (operands.M + TileRows - 1) / TileRows
        : (operands.N + TileColumns - 1) / TileColumns;

    /// <summary>A view that may leave its thread.</summary>
    private readonly struct Operand(Strided<T> view, T* first)
    {
        private readonly T* _first = first;
        private readonly int _length = view.Entries.Length, _rows = view.Rows, _columns = view.Columns, _rowStride = view.RowStride, _columnStride = view.ColumnStride;

        public Strided<T> View() => new(new Span<T>(_first, _length), _rows, _columns, _rowStride, _columnStride);
    }
}
