using System.Runtime.CompilerServices;

namespace NeuralNotebooks;

/// <summary>One product as work for the thread team: each chunk is a part of the columns of C, or of its rows where
/// there are more of them.</summary>
/// <remarks>
/// A chunk is a product of its own, so that no thread waits for another's copies; each entry of C is summed in the same
/// order on any thread. A span cannot be a field of an object, which other threads could see: they see the product on
/// the stack of the caller, who waits for them.
/// </remarks>
internal sealed unsafe class SharedProduct<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Chunks begin at whole tiles of the widest registers.
    private const int TileColumns = 8, TileRows = 32;

    // As many chunks as threads; twice as many where they stay large, since not all threads may be free.
    private const int MinTilesPerChunk = 8;

    [ThreadStatic]
    private static SharedProduct<T>? _threadInstance;

    private readonly Action<int> _multiplyChunk;
    private void* _product;
    private int _chunks;

    private SharedProduct() => _multiplyChunk = MultiplyChunk;

    /// <summary>Into how many chunks to divide the product; 1 where C is too small to be shared.</summary>
    public static int CountFor(in Product<T> product)
    {
        int tiles = Tiles(in product), threads = ThreadTeam.Size;
        return Math.Min(tiles, tiles >= 2 * threads * MinTilesPerChunk ? 2 * threads : threads);
    }

    // Optimized from the first call, as is the method below: the other threads wait while it is compiled a second time.
    [MethodImpl(AggressiveOptimization)]
    public static void Run(in Product<T> product, int chunks)
    {
        SharedProduct<T> work = _threadInstance ??= new();
        work._product = Unsafe.AsPointer(in product);
        work._chunks = chunks;
        ThreadTeam.Run(work._multiplyChunk, chunks);
    }

    [MethodImpl(AggressiveOptimization)]
    private void MultiplyChunk(int chunk)
    {
        ref readonly Product<T> whole = ref Unsafe.AsRef<Product<T>>(_product);
        bool byRows = ByRows(in whole);
        (int all, int tile) = byRows ? (whole.M, TileRows) : (whole.N, TileColumns);
        Chunk tiles = Chunk.Of(Tiles(in whole), _chunks, chunk);
        int start = tiles.Start * tile, length = Math.Min(tiles.Count * tile, all - start);
        FastestProduct.RunOnThisThread(byRows ? whole.RowRange(start, length) : whole.ColumnRange(start, length));
    }

    private static bool ByRows(in Product<T> product) => product.M > product.N;

    private static int Tiles(in Product<T> product) => ByRows(in product)
        ? (product.M + TileRows - 1) / TileRows
        : (product.N + TileColumns - 1) / TileColumns;
}
