namespace NeuralNotebooks;

/// <summary>Computes one product on several threads: each chunk is a part of the columns of C or, if C has more rows
/// than columns, of its rows.</summary>
/// <remarks>A chunk is a separate product, so no thread waits for copies that another thread makes. Each entry of C is
/// summed in the same order on any thread. A <see cref="Product{T}"/> contains spans, so it cannot be a field of an
/// object. The other threads access it by a pointer to the caller's stack, which is valid because the caller waits for
/// them.</remarks>
internal sealed unsafe class SharedProduct<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Chunks begin at whole tiles of the widest registers.
    private const int TileColumns = 8, TileRows = 32;

    // The number of chunks is the number of threads, or twice as many if chunks then still have at least this many
    // tiles: if a thread is busy, the others take its chunks.
    private const int MinTilesPerChunk = 8;

    [ThreadStatic]
    private static SharedProduct<T>? _threadInstance;

    private readonly Action<int> _multiplyChunk;
    private void* _product;
    private int _chunks;

    private SharedProduct() => _multiplyChunk = MultiplyChunk;

    public static int CountFor(in Product<T> product)
    {
        int tiles = Tiles(in product), threads = ThreadTeam.Size;
        return Math.Min(tiles, tiles >= 2 * threads * MinTilesPerChunk ? 2 * threads : threads);
    }

    // Optimized from the first call, as is the method below: tiered compilation would compile it twice while the other
    // threads wait.
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
