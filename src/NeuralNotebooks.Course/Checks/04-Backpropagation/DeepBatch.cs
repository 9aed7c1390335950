namespace NeuralNotebooks.Course;

/// <summary>A batch and N layers, numbered as in notebook 04: W[l], b[l], A[l] and G[l] = g′(Z[l]) for l = 1 … N, and
/// A[0] = X. The loss is 1/m Σ ½‖A[N] − y‖². W[0], b[0] and G[0] are empty matrices. Each piece of the backward pass
/// can be changed.</summary>
internal sealed record DeepBatch(M[] W, M[] B, M[] A, M[] G, M Y, double α)
{
    /// <summary>The parts that are judged: the weights of some layers, each followed by the biases.</summary>
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

    /// <summary>From W[l] or b[l] and its gradient: the gradient that the step seems to have used.</summary>
    public Func<M, M, M> Used { get; init; } = (_, gradient) => gradient;

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

    /// <summary>The gradients that a student's step used: (W before − W after) / α of each matrix.</summary>
    public M?[] UsedGradients(Func<M[], M[], M[], M[], M, double, (M[] W, M[] b)> learn)
    {
        // The student may write into the arrays, and into the matrices.
        DeepBatch old = this with { W = [.. W.Select(w => w.Copy())], B = [.. B.Select(bias => bias.Copy())] };
        (M[] newW, M[] newB) = learn(W, B, A, G, Y, α);
        return old.UsedGradients(newW, newB);
    }

    /// <summary>The gradients that a step to new W and b used; a matrix of the wrong shape is returned unchanged, so
    /// that the verdict names its shape.</summary>
    private M?[] UsedGradients(M[]? newW, M[]? newB) =>
        [.. Parts(W, B).Zip(Parts(newW, newB), (old, now) =>
            now is null || !Matrices.SameShape(old!, now) ? now : (old! - now) / α)];

    private M?[] Parts(M[]? W, M[]? b) =>
        [.. new[] { Layers, Layers - 1, 1 }.SelectMany(l =>
            new[] { W?.ElementAtOrDefault(l), b?.ElementAtOrDefault(l) })];

    /// <summary>A network and a batch with random numbers from −1 to 1. The key is the seed.</summary>
    public static DeepBatch Of(int[] units, Activation[] activations, int examples, double α, int key)
    {
        M none = Matrix.Zeros<double>(0, 0);
        List<M> W = [none], b = [none], G = [none], A = [Matrices.Random(units[0], examples, key)];
        for (int l = 1; l < units.Length; l++)
        {
            W.Add(Matrices.Random(units[l], units[l - 1], key + (3 * l)));
            b.Add(Matrices.Random(units[l], 1, key + (3 * l) + 1));
            M Z = (W[l] * A[l - 1]) + b[l];
            A.Add(LayerBatch.Output(activations[l - 1], Z));
            G.Add(LayerBatch.SlopeAt(activations[l - 1], Z));
        }

        return new([.. W], [.. b], [.. A], [.. G], Matrices.Random(units[^1], examples, key + 1), α);
    }

    public IReadOnlyList<Part<DeepBatch>> BackwardPass =>
        [.. _partNames.Select((name, i) => new Part<DeepBatch>(name, b => b.Gradients()[i]) { WrongPass })];

    public Part<DeepBatch> WholePass =>
        new("∇L", b => Matrix.Column([.. b.Gradients().SelectMany(Matrices.Entries)])) { WrongPass };

    /// <summary>The mistakes of the pass. Some of them give matrices of valid shapes only where layers have equal
    /// sizes; they are skipped elsewhere.</summary>
    private Changes<DeepBatch> WrongPass => new()
    {
        { ("You forgot to divide by m, the number of examples:", "the loss is a mean. 1/m is applied once, at δ[N]."),
            this with { OutputDelta = Examples * OutputDelta } },
        { ("This step goes uphill:",
            "either you wrote y − A[N] instead of A[N] − y, or the gradient was added, not subtracted."),
            this with { Used = (_, gradient) => -gradient } },
        { ("The learning rate α is missing:", "you subtract the whole gradient."),
            this with { Used = (_, gradient) => gradient / α } },
        { "α appears twice.", this with { Used = (_, gradient) => α * gradient } },
        { ("There is a factor 2 too many:", "the ½ of the loss cancels it."),
            this with { OutputDelta = 2 * OutputDelta } },
        { ("g′ of the last layer is missing:", "δ[N] = ∂L/∂ŷ ⊙ G[N]."),
            this with { OutputDelta = (A[Layers] - Y) / Examples } },
        { ("Two things at δ[N]:", "1/m is missing, and so is ⊙ G[N]."),
            this with { OutputDelta = A[Layers] - Y }, NotYet },
        { ("g′ of the hidden layers is missing:", "δ[l] = (W[l+1])ᵀδ[l+1] ⊙ G[l]."),
            this with { Slope = l => Matrix.Ones<double>(G[l].Rows, Examples) } },
        { ("The first layer was given A[1].", "It is fed by the examples: A[0], which is X."),
            this with { Input = l => A[Max(1, l - 1)] } },
        { ("Off by one layer:",
            "the gradient of W[l] was made with A[l], the layer's own output. It takes what the layer was fed, "
                + "A[l−1]."),
            this with { Input = l => A[l] } },
        { ("Off by one layer:", "δ[l] went back through W[l]. What lies between layer l and layer l + 1 is W[l+1]."),
            this with { Back = (l, δ) => W[l].T * δ[l + 1] } },
        { ("Off by one layer:", "δ[l] was multiplied by G[l+1]. It takes the slope of its own layer, G[l]."),
            this with { Slope = l => G[l + 1] } },
        { ("The transpose is missing:",
            "you used W, not Wᵀ. Where all layers have the same size, no error message tells you."),
            this with { Back = (l, δ) => W[l + 1] * δ[l + 1] } },
        { ("The weights of layer l + 1 had been changed already when δ[l] was computed from them.",
            "First δ[l], then the step of layer l + 1."),
            this with { Back = (l, δ) => (W[l + 1] - α * δ[l + 1] * A[l].T).T * δ[l + 1] } },
        { ("δ stays that of the last layer:", "every layer needs its own, δ = (W[l+1])ᵀδ ⊙ G[l]."),
            this with { Back = (_, δ) => δ[Layers], Slope = l => Matrix.Ones<double>(G[l].Rows, Examples) } },
        { ("1/m is applied again at every layer.", "It belongs to the loss, so only to δ[N]."),
            this with { Back = (l, δ) => W[l + 1].T * δ[l + 1] / Examples } },
        { ("1/m appears twice:", "δ[N] already contains it. For a bias, sum over the examples, do not average."),
            this with { Used = (_, gradient) => gradient / Examples } },
        { ("You divided by the number of outputs.", "The mean is over the examples, the columns: `y.Columns`."),
            this with { OutputDelta = (double)Examples / Y.Rows * OutputDelta } },
        { ("You divided by 6, the number of examples in the notebook.", "Take it from the batch: `y.Columns`."),
            this with { OutputDelta = Examples / 6.0 * OutputDelta } },
        { ("The first layer has not moved:", "the loop ends one too early. It runs down to l = 1."),
            this with { Input = l => l == 1 ? 0 * A[0] : A[l - 1], Bias = (l, δ) =>
                l == 1 ? 0 * δ.RowSums() : δ.RowSums() } },
        { ("δ[l] was multiplied by A[l].", "It takes the slope there, G[l]."), this with { Slope = l => A[l] } },
        { ("These are the gradients.", "Return the new weights and biases, W − α ∂L/∂W and b − α ∂L/∂b."),
            this with { Used = (old, gradient) => (old - gradient) / α } },
        { ("These are α times the gradients.", "Return the new weights and biases: subtract them from the old ones."),
            this with { Used = (old, gradient) => (old - α * gradient) / α } },
        { ("Only the first example is there:", "the bias sums over all of them, δuᵀ."),
            this with { Bias = (_, δ) => δ.Column(0) } },
        { ("This bias was given the sum over all units.", "Each unit has a bias of its own: δuᵀ is a column."),
            this with { Bias = (_, δ) => Matrix.Filled(δ.Rows, 1, δ.Sum()) } },
    };
}
