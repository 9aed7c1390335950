namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<DeltaLayer> _layer = new()
    {
        // In the first case the shapes do not reveal a forgotten transpose.
        Cases = () =>
            [DeltaLayer.OfTheNotebook(), DeltaLayer.OfSizes(inputs: 3, outputs: 4, examples: 2),
            DeltaLayer.OfSizes(inputs: 4, outputs: 1, examples: 5)],
        Describe = l => $"for {l.w.Rows} inputs, {l.w.Columns} outputs and {l.A.Columns} examples",
        FailsLater = ("With as many inputs as outputs w and its transpose have one shape, so nothing stopped you.",
            "The sum runs over i, the rows of w: transpose it."),
        Praise = "That is a whole layer. Their w is inputs × outputs, ours is outputs × inputs, so one is the other's "
            + "transpose. You can read all five sets of notes now.",
        Parts = l => l.Parts,
    };

    /// <summary>Notebook 03: a layer in the letters of the delta notes, a_j = σ(Σᵢ aᵢ w_ij + b_j), for a batch:
    /// σ(wᵀA + bu).</summary>
    /// <param name="layer">From w (inputs × outputs, as those notes have it), b (outputs × 1) and A (inputs ×
    /// examples).</param>
    public static Verdict Layer(Func<M, M, M, M> layer) => _layer.Judge(l => layer(l.w, l.b, l.A));

    /// <summary>One layer in the letters of the delta notes: w_ij leads from unit i to unit j.</summary>
    private sealed record DeltaLayer(M w, M b, M A)
    {
        public static DeltaLayer OfTheNotebook() =>
            new(Matrix.Of(new double[,] { { 1, 2 }, { 3, 4 } }), Matrix.Column(-1, 0.5),
                Matrix.Of(new double[,] { { 1, 0, 1 }, { 0, 1, -1 } }));

        public static DeltaLayer OfSizes(int inputs, int outputs, int examples) => new(
            Matrix.Uniform<double>(inputs, outputs, seed: 1, low: -1, high: 1),
            Matrix.Uniform<double>(outputs, 1, seed: 3, low: -1, high: 1),
            Matrix.Uniform<double>(inputs, examples, seed: 2, low: -1, high: 1));

        private M Z => w.T * A + b;

        public Part<DeltaLayer>[] Parts => [new("a", l => Matrix.Sigmoid(l.Z))
        {
            { ("You wrote w·A, which sums over the second index of w.",
                "The formula sums over i, the first one: transpose w."), () => Matrix.Sigmoid(w * A + b) },
            { ("These are the numbers, but examples have become rows:",
                "this is the transpose. In this course they stay columns: w stands on the left, transposed."),
                Matrix.Sigmoid(Z.T) },
            { ("This is one example.", "A holds several, side by side, and the product takes them all at once."),
                this with { A = A.Column(0) } },
            { ("This is the sum over the examples.", "Each example keeps a column of its own."),
                this with { A = A.RowSums() } },
            { ("Only the last term of the sum is there:", "`=` where `+=` is needed."),
                Matrix.Sigmoid(w.Row(w.Rows - 1).T * A.Row(w.Rows - 1) + b) },
            { ("The bias is missing.", "Each unit adds its own b to its sum, in each column."),
                this with { b = 0 * b } },
            { ("The bias is added after σ.", "It belongs to the sum, inside σ."), Matrix.Sigmoid(w.T * A) + b },
            { ("This is the sum, before the activation function.", "Apply σ to each entry."), Z },
            { ("This is relu of the sum.", "The formula has σ."), Matrix.Relu(Z) },
            { "This is w. It must still be multiplied by the activations.", w, NotYet },
            { "This is A. It must still be multiplied by the weights.", A, NotYet },
        }];
    }
}
