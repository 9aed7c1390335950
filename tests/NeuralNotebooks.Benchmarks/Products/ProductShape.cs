namespace NeuralNotebooks.Benchmarks;

/// <summary>The sizes of a product C ← op(A) · op(B), where op(A) is m × k and op(B) is k × n.</summary>
internal sealed record ProductShape(string Name, int M, int N, int K, bool TransposeA = false, bool TransposeB = false)
{
    public double Operations => 2.0 * M * N * K;

    /// <summary>The sizes, and for A and B whether they are transposed, as in BLAS: N for no, T for yes.</summary>
    public string Text => Invariant($"{M}×{K}·{K}×{N} {(TransposeA ? 'T' : 'N')}{(TransposeB ? 'T' : 'N')}");

    public static IReadOnlyList<ProductShape> All { get; } =
    [
        .. new[] { 16, 32, 64, 100, 128, 200, 256, 512, 1000, 1024, 2048 }.Select(Square),
        .. Layer(outputs: 128, inputs: 784),
        .. Layer(outputs: 800, inputs: 784),
        .. Layer(outputs: 10, inputs: 128),
        .. Layer(outputs: 10, inputs: 800),
    ];

    public static ProductShape Square(int n) => new(Invariant($"{n}³"), n, n, n);

    /// <summary>The three products of a layer for a batch of 128: forward W X, weight gradient δ Aᵀ (A: the layer's
    /// input), input gradient Wᵀ δ.</summary>
    private static IEnumerable<ProductShape> Layer(int outputs, int inputs)
    {
        const int Batch = 128;
        string layer = Invariant($"{inputs}→{outputs}");
        yield return new($"{layer} W X", outputs, Batch, inputs);
        yield return new($"{layer} δ Aᵀ", outputs, inputs, Batch, TransposeB: true);
        yield return new($"{layer} Wᵀ δ", inputs, Batch, outputs, TransposeA: true);
    }
}
