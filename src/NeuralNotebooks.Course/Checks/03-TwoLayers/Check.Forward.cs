namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Hint _fitsOneShape = ("The shapes fit by luck where all layers have the same size.",
        "There are `W.Length - 1` layers and `X.Columns` examples; write the shape under every factor.");

    private static readonly Exercise<DeepNetwork> _forward = new()
    {
        Cases = DeepNetwork.Cases,
        Describe = DeepNetwork.Describe,
        FailsLater = _fitsOneShape,
        IfThrown = FromLayerZero,
        Praise = "Z and A of every layer are right, for one layer and for four. This is the forward pass of your own "
            + "network.",
        Parts = n =>
        [
            .. new[] { "Z[1]", "A[1]", "Z[N−2]", "A[N−2]", "Z[N−1]", "A[N−1]", "Z[N]", "A[N]" }.Select((name, i) =>
                new Part<DeepNetwork>(name, net => net.ForwardParts()[i])
                {
                    WrongForward(n),
                }),
            new("A[0]", net => net.X)
            {
                { ("A[0] is A[1].", "It is X itself, which the backward pass needs."), n.Forward().A[1] },
            },
        ],
    };

    /// <summary>Notebook 03: the forward pass through any number of layers, relu in the hidden ones.</summary>
    /// <param name="forward">From W and b, whose entry 0 is not used, and X: all Z, and all A with A[0] = X.</param>
    public static Verdict Forward(Func<M[], M[], M, (M[] Z, M[] A)> forward) =>
        Pieces.Judge(nameof(Forward), () => _forward.Judge(n =>
        {
            (M[] Z, M[] A) = forward(n.W, n.B, n.X);
            M?[] parts = DeepNetwork.PartsOf(n.Forwards, Z, A);
            return parts[..^2].Append(parts[^1]).ToArray();
        }));

    private static string? FromLayerZero(Exception exception) =>
        exception is IndexOutOfRangeException
        || (exception is ShapeException shapes && (shapes.Left == (0, 0) || shapes.Right == (0, 0)))
        ? "Layers are counted from 1 to N = `W.Length - 1`. Entry 0 of W, b and Z is not used (A[0] is X), and there "
            + "is no entry N + 1."
        : null;

    private static Changes<DeepNetwork> WrongForward(DeepNetwork n) => new()
    {
        { ("relu was applied to the last layer, too.", "It is linear: A[N] = Z[N] are the scores."),
            n with { Last = Matrix.Relu } },
        { ("relu is missing:", "a hidden layer passes max(0, z) on."), n with { Hidden = (_, Z) => Z } },
        { ("The hidden layers have σ, as in the batch of three.", "Here they have relu, max(0, z)."),
            n with { Hidden = (_, Z) => Matrix.Sigmoid(Z) } },
        { ("The hidden layers have σ, as in the batch of three, and so has the last.",
            "Hidden layers have relu, and the last is linear."),
            n with { Hidden = (_, Z) => Matrix.Sigmoid(Z), Last = Matrix.Sigmoid }, NotYet },
        { ("The bias is missing.", "Each unit adds its own b to its sum, in each column."),
            n with { Biased = (_, product) => product } },
        { ("The bias is added after relu.", "It belongs to Z, inside relu."),
            n with { Biased = (_, product) => product, Hidden = (l, Z) => Matrix.Relu(Z) + n.B[l],
                Last = Z => Z + n.B[n.Layers] } },
        { ("Z[l] holds A[l]: relu has overwritten it, or was applied before it was stored.",
            "The backward pass needs Z itself."), n with { Kept = (_, _, A) => A } },
        { ("The weights are transposed.", "W[l] is outputs × inputs already: Z[l] = W[l]A[l−1] + b[l]."),
            n with { Weighted = (l, fed) => n.W[l].T * fed } },
        { ("Every layer is fed with X.", "Layer l is fed with A[l−1]."), n with { Fed = (_, _, A) => A[0] } },
        { ("Layer l is fed with Z[l−1], before relu.", "It is fed with A[l−1]."),
            n with { Fed = (l, Z, A) => l == 1 ? A[0] : Z[l - 1] } },
        { ("Every layer has the weights of layer 1.", "Layer l has W[l]."),
            n with { Weighted = (_, fed) => n.W[1] * fed } },
        { ("Off by one layer:", "layer l has the bias b[l], not b[l−1]."),
            n with { Biased = (l, product) => l == 1 ? product : product + n.B[l - 1] } },
        { ("This is one example.", "A[l−1] holds several, side by side, and the product takes them all at once."),
            n with { X = n.X.Column(0) } },
    };
}
