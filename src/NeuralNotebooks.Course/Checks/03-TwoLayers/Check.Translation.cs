namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<DeltaLayer> _translation = new()
    {
        // In the first case the shapes do not reveal a forgotten transpose.
        Cases = () =>
            [DeltaLayer.OfTheNotebook(), DeltaLayer.OfSizes(inputs: 3, outputs: 4, examples: 2),
            DeltaLayer.OfSizes(inputs: 4, outputs: 1, examples: 5)],
        Describe = l => $"for {l.w.Rows} inputs, {l.w.Columns} outputs and {l.A.Columns} examples",
        FailsLater = ("With as many inputs as outputs w and its transpose have one shape, so nothing stopped you.",
            "The sum runs over i, the rows of w: transpose it."),
        Praise = "Their w is inputs × outputs, ours is outputs × inputs, so one is the other's transpose. You can "
            + "read all five sets of notes now.",
        Parts = l => l.Parts,
    };

    /// <summary>Notebook 03: z_j = Σᵢ aᵢ w_ij of the delta notes for a batch, Z = wᵀA.</summary>
    /// <param name="preactivation">From w (inputs × outputs, as those notes have it) and A (inputs × examples).</param>
    public static Verdict Translation(Func<M, M, M> preactivation) => _translation.Judge(l => preactivation(l.w, l.A));

    /// <summary>One layer in the letters of the delta notes: w_ij leads from unit i to unit j, and there is no
    /// bias.</summary>
    private sealed record DeltaLayer(M w, M A)
    {
        public static DeltaLayer OfTheNotebook() =>
            new(Matrix.Of(new double[,] { { 1, 2 }, { 3, 4 } }),
                Matrix.Of(new double[,] { { 1, 0, 1 }, { 0, 1, -1 } }));

        public static DeltaLayer OfSizes(int inputs, int outputs, int examples) => new(
            Matrix.Uniform<double>(inputs, outputs, seed: 1, low: -1, high: 1),
            Matrix.Uniform<double>(inputs, examples, seed: 2, low: -1, high: 1));

        public Part<DeltaLayer>[] Parts => [new("Z", l => l.w.T * l.A)
        {
            { ("You wrote w·A, which sums over the second index of w.",
                "The formula sums over i, the first one: transpose w."), () => w * A },
            { ("These are the numbers, but examples have become rows:",
                "this is Zᵀ. In this course they stay columns: w stands on the left, transposed."), A.T * w },
            { ("This is one example.", "A holds several, side by side, and the product takes them all at once."),
                this with { A = A.Column(0) } },
            { ("This is the sum over the examples.", "Each example keeps a column of its own."),
                this with { A = A.RowSums() } },
            { ("Only the last term of the sum is there:", "`=` where `+=` is needed."),
                w.Row(w.Rows - 1).T * A.Row(w.Rows - 1) },
            { ("This is relu(Z).", "The formula ends before the activation function."), Matrix.Relu(w.T * A) },
            { ("This is σ(Z).", "The formula ends before the activation function."), Matrix.Sigmoid(w.T * A) },
            { "This is w. It must still be multiplied by the activations.", w, NotYet },
            { "This is A. It must still be multiplied by the weights.", A, NotYet },
        }];
    }
}
