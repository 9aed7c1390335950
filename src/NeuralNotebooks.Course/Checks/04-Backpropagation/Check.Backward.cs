namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<DeepNetwork> _backward = new()
    {
        Cases = DeepNetwork.Cases,
        Describe = DeepNetwork.Describe,
        FailsLater = _fitsOneShape,
        IfThrown = FromLayerZero,
        Praise = "The gradients of every weight and every bias are right, for one layer and for four. You have "
            + "written backpropagation for any number of layers.",
        Parts = n => [.. new[] { "N", "N−1", "N−2", "1" }.SelectMany(l => new[] { $"dW[{l}]", $"db[{l}]" }).Select(
            (name, i) => new Part<DeepNetwork>(name, net => net.BackwardParts()[i])
            {
                WrongBackward(n),
            })],
    };

    /// <summary>Notebook 04: the backward pass through any number of layers, relu in the hidden ones.</summary>
    /// <param name="backward">From W, Z and A, each indexed by layer (A[0] is X), and δ = ∂L/∂Z[N]: ∂L/∂W and ∂L/∂b,
    /// indexed alike.</param>
    public static Verdict Backward(Func<M[], M[], M[], M, (M[] dW, M[] db)> backward) =>
        Pieces.Judge(nameof(Backward), () => _backward.Judge(Gradients(backward)));

    private static Func<DeepNetwork, object?> Gradients(Func<M[], M[], M[], M, (M[] dW, M[] db)> backward) => n =>
    {
        (M[] Z, M[] A) = n.Forward();
        Z[0] = n.W[0];
        (M[] dW, M[] db) = backward(n.W, Z, A, n.Delta);
        return DeepNetwork.PartsOf(n.Backwards, dW, db);
    };

    /// <summary>Some of them give matrices of valid shapes only where layers have equal sizes; they are skipped
    /// elsewhere.</summary>
    private static Changes<DeepNetwork> WrongBackward(DeepNetwork n) => new()
    {
        { ("1/m appears twice:", "δ contains it already. For a bias, sum over the examples, do not average."),
            n with { Bias = (_, δ) => δ.RowMeans() } },
        { ("1/m appears twice:", "δ contains it already, and with it every gradient."),
            n with { Delta = n.Delta / n.Examples } },
        { ("The sign is wrong:", "these are gradients. The step that goes against them comes later."),
            n with { Delta = -n.Delta } },
        { ("The slope of relu was applied to the last layer, too.", "It is linear, and δ is ∂L/∂Z[N] already."),
            n with { Delta = n.Delta.Hadamard(DeepNetwork.On(n.Forward().Z[n.Layers])) } },
        { ("relu′ of the hidden layers is missing:", "δ[l] = (W[l+1])ᵀδ[l+1] ⊙ relu′(Z[l])."), n.WithoutSlope },
        { ("δ[l] was multiplied by Z[l].", "The slope of relu is 1 where Z[l] > 0, and 0 elsewhere."),
            n with { Slope = (l, Z, _) => Z[l] } },
        { ("δ[l] was multiplied by A[l].", "The slope of relu is 1 where Z[l] > 0, and 0 elsewhere."),
            n with { Slope = (l, _, A) => A[l] } },
        { ("relu was applied to Z[l] or δ in place of its slope.",
            "What counts is the sign of Z[l]: δ passes unchanged where Z[l] > 0."),
            n.WithoutSlope with { Back = (l, δ) => Matrix.Relu(n.Back(l, δ)) } },
        { ("The slope of relu is the wrong way round:", "1 where Z[l] > 0, else 0."),
            n with { Slope = (l, Z, _) => 1 - DeepNetwork.On(Z[l]) } },
        { ("At z = 0 your slope of relu is 1.", "It is 0 there: 1 where `z > 0`, not where `z >= 0`."),
            n with { Slope = (l, Z, _) => Z[l].Map(z => z >= 0 ? 1.0 : 0.0) } },
        { ("The first layer was given A[1].", "It is fed by the examples: A[0], which is X."),
            n with { Input = (l, A) => A[Max(1, l - 1)] } },
        { ("Off by one layer:",
            "the gradient of W[l] was made with A[l], the layer's own output. It takes what the layer was fed, "
                + "A[l−1]."),
            n with { Input = (l, A) => A[l] } },
        { ("Off by one layer:", "δ[l] went back through W[l]. What lies between layer l and layer l + 1 is W[l+1]."),
            n with { Back = (l, δ) => n.W[l].T * δ[l + 1] } },
        { ("Off by one layer:", "δ[l] was multiplied by the slope at Z[l+1]. It takes that of its own layer, Z[l]."),
            n with { Slope = (l, Z, _) => DeepNetwork.On(Z[l + 1]) } },
        { ("The transpose is missing:",
            "you used W, not Wᵀ. Where all layers have the same size, no error message tells you."),
            n with { Back = (l, δ) => n.W[l + 1] * δ[l + 1] } },
        { ("δ stays that of the last layer:", "every layer needs its own, δ = (W[l+1])ᵀδ ⊙ relu′(Z[l])."),
            n.WithoutSlope with { Back = (_, δ) => δ[n.Layers] } },
        { ("The first layer has no gradient:", "the loop ends one too early. It runs down to l = 1."),
            n with { Input = (l, A) => l == 1 ? 0 * A[0] : A[l - 1], Bias = (l, δ) =>
                l == 1 ? 0 * δ.RowSums() : δ.RowSums() } },
        { ("Only the first example is there:", "the bias sums over all of them, δuᵀ."),
            n with { Bias = (_, δ) => δ.Column(0) } },
        { ("This is δ itself, one slope for each example.", "The bias is shared by all examples: sum over them, δuᵀ."),
            n with { Bias = (_, δ) => δ } },
    };
}
