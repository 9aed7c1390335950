namespace NeuralNotebooks.Course;

/// <summary>
/// A batch and N layers, numbered as in notebook 04: W[l], b[l], A[l] and G[l] = g′(Z[l]) for l = 1 … N, and A[0] = X.
/// The loss is 1/m Σ ½‖A[N] − y‖². W[0], b[0] and G[0] are empty matrices. Each piece of the backward pass can be
/// changed.
/// </summary>
internal sealed partial record DeepBatch(M[] W, M[] B, M[] A, M[] G, M Y, double α)
{
    /// <summary>What is judged: the weights of some layers, each followed by the biases.</summary>
    private static readonly string[] _partNames =
        ["∂L/∂W[N]", "∂L/∂b[N]", "∂L/∂W[N−1]", "∂L/∂b[N−1]", "∂L/∂W[1]", "∂L/∂b[1]"];

    /// <summary>N.</summary>
    public int Layers => W.Length - 1;

    /// <summary>m.</summary>
    public int Examples => Y.Columns;

    /// <summary>δ[N] = (A[N] − y)/m ⊙ g′(Z[N]).</summary>
    public M OutputDelta { get => field ?? ((A[Layers] - Y) / Examples).Hadamard(G[Layers]); init; }

    /// <summary>From l and all δ: ∂L/∂A[l].</summary>
    public Func<int, M[], M> Back { get; init; } = (l, δ) => W[l + 1].T * δ[l + 1];

    /// <summary>From l: g′(Z[l]).</summary>
    public Func<int, M> Slope { get; init; } = l => G[l];

    /// <summary>From l: the input of the layer.</summary>
    public Func<int, M> Input { get; init; } = l => A[l - 1];

    /// <summary>From l and δ[l]: ∂L/∂b[l].</summary>
    public Func<int, M, M> Bias { get; init; } = (_, δ) => δ.RowSums();

    /// <summary>From W[l] or b[l] and its gradient: what the step seems to have used.</summary>
    public Func<M, M, M> Used { get; init; } = (_, gradient) => gradient;

    /// <summary>∂L/∂A[l] through weights that have made their step already.</summary>
    public M BackThroughNewWeights(int l, M[] δ) => (W[l + 1] - α * δ[l + 1] * A[l].T).T * δ[l + 1];

    /// <summary>The gradient of each part.</summary>
    public M[] Gradients()
    {
        var δ = new M[Layers + 1];
        M[] dW = [.. W], db = [.. B];
        for (int l = Layers; l >= 1; l--)
        {
            δ[l] = l == Layers ? OutputDelta : Back(l, δ).Hadamard(Slope(l));
            dW[l] = Used(W[l], δ[l] * Input(l).T);
            db[l] = Used(B[l], Bias(l, δ[l]));
        }

        return Parts(dW, db)!;
    }

    /// <summary>
    /// The gradients that a step to new W and b used; a matrix of the wrong shape is returned unchanged, so that the
    /// verdict names its shape.
    /// </summary>
    public M?[] UsedGradients(M[]? newW, M[]? newB) =>
        [.. Parts(W, B).Zip(Parts(newW, newB), (old, now) =>
            now is null || !Matrices.SameShape(old!, now) ? now : (old! - now) / α)];

    private M?[] Parts(M[]? W, M[]? b) =>
        [.. new[] { Layers, Layers - 1, 1 }.SelectMany(l =>
            new[] { W?.ElementAtOrDefault(l), b?.ElementAtOrDefault(l) })];

    /// <summary>A network and a batch with numbers from −1 to 1: the same for the same key.</summary>
    public static DeepBatch Of(int[] units, Activation[] activations, int examples, double α, int key)
    {
        M none = Matrix.Zeros<double>(0, 0);
        List<M> W = [none], b = [none], G = [none], A = [TwoLayerBatch.RandomMatrix(units[0], examples, key)];
        for (int l = 1; l < units.Length; l++)
        {
            W.Add(TwoLayerBatch.RandomMatrix(units[l], units[l - 1], key + (3 * l)));
            b.Add(TwoLayerBatch.RandomMatrix(units[l], 1, key + (3 * l) + 1));
            M Z = (W[l] * A[l - 1]) + b[l];
            A.Add(LayerBatch.Output(activations[l - 1], Z));
            G.Add(LayerBatch.SlopeAt(activations[l - 1], Z));
        }

        return new([.. W], [.. b], [.. A], [.. G], TwoLayerBatch.RandomMatrix(units[^1], examples, key + 1), α);
    }
}
