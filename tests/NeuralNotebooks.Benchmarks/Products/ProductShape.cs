namespace NeuralNotebooks.Benchmarks;

/// <summary>Where a product occurs; each kind has goals of its own.</summary>
internal enum ProductKind
{
    /// <summary>n × n by n × n.</summary>
    Square,

    /// <summary>One of the three products of a layer's training step.</summary>
    Layer,

    /// <summary>The same for a layer with ten outputs.</summary>
    Narrow,
}

/// <summary>A product C ← op(A) · op(B), m × k by k × n.</summary>
internal sealed record ProductShape(
    ProductKind Kind,
    string Name,
    int M,
    int N,
    int K,
    bool TransposeA = false,
    bool TransposeB = false
)
{
    public double Operations => 2.0 * M * N * K;

    /// <summary>The sizes and what is transposed, as in BLAS: N for not transposed, T for transposed.</summary>
    public string Text =>
        Invariant($"{M}×{K}·{K}×{N} {(TransposeA ? 'T' : 'N')}{(TransposeB ? 'T' : 'N')}");

    /// <summary>All shapes that are compared.</summary>
    public static IReadOnlyList<ProductShape> All { get; } =
    [
        .. new[] { 16, 32, 64, 100, 128, 200, 256, 512, 1000, 1024, 2048 }.Select(Square),
        .. Layer(outputs: 128, inputs: 784),
        .. Layer(outputs: 800, inputs: 784),
        .. Layer(outputs: 10, inputs: 128),
        .. Layer(outputs: 10, inputs: 800),
    ];

    public static ProductShape Square(int n) =>
        new(ProductKind.Square, Invariant($"{n}³"), n, n, n);

    /// <summary>Forward W X, weight gradient δ Aᵀ, input gradient Wᵀ δ, for a batch of 128.</summary>
    private static IEnumerable<ProductShape> Layer(int outputs, int inputs)
    {
        const int Batch = 128;
        ProductKind kind = outputs <= 10 ? ProductKind.Narrow : ProductKind.Layer;
        string layer = Invariant($"{inputs}→{outputs}");
        yield return new(kind, $"{layer} W X", outputs, Batch, inputs);
        yield return new(kind, $"{layer} δ Aᵀ", outputs, inputs, Batch, TransposeB: true);
        yield return new(kind, $"{layer} Wᵀ δ", inputs, Batch, outputs, TransposeA: true);
    }
}
