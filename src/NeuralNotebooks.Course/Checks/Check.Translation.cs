namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string TranslationPart = "Z";
    private const string TranslationSignature = "Matrix<double> Preactivation(Matrix<double> w, Matrix<double> A)";

    private static readonly Exercise<DeltaLayer> _translationExercise = new()
    {
        // In the first case the shapes do not reveal a forgotten transpose.
        Cases = () => [DeltaLayer.OfTheNotebook(), DeltaLayer.OfSizes(inputs: 3, outputs: 4, examples: 2), DeltaLayer.OfSizes(inputs: 4, outputs: 1, examples: 5)],
        Describe = layer => FormattableString.Invariant($"for {layer.W.Rows} inputs, {layer.W.Columns} outputs and {layer.A.Columns} examples"),
        Reference = layer => [new(TranslationPart, layer.Z)],
        FailsLater = "With as many inputs as outputs w and its transpose have one shape, so nothing stopped you. The sum runs over i, the rows of w: transpose it.",
        Mistakes =
        [
            new(TranslationPart, "You wrote w·A, which sums over the second index of w. The formula sums over i, the first one: transpose w.", layer => layer.WithoutTranspose),
            new(TranslationPart, "These are the numbers, but examples have become rows: this is Zᵀ. In this course they stay columns: w stands on the left, transposed.",
                layer => layer.Z.Transpose()),
            new(TranslationPart, "This is one example. A holds several, side by side, and the product takes them all at once.", layer => layer.Z.Column(0)),
            new(TranslationPart, "This is the sum over the examples. Each example keeps a column of its own.", layer => layer.Z.RowSums()),
            new(TranslationPart, "Only the last term of the sum is there: `=` where `+=` is needed.",
                layer => layer.W.Row(layer.W.Rows - 1).Transpose() * layer.A.Row(layer.A.Rows - 1)),
            new(TranslationPart, "This is relu(Z). The formula ends before the activation function.", layer => Matrix.Relu(layer.Z)),
            new(TranslationPart, "This is σ(Z). The formula ends before the activation function.", layer => Matrix.Sigmoid(layer.Z)),
            new(TranslationPart, "This is w. It must still be multiplied by the activations.", layer => layer.W, IsNear: false),
            new(TranslationPart, "This is A. It must still be multiplied by the weights.", layer => layer.A, IsNear: false),
        ],
        Praise = "Their w is inputs × outputs, ours is outputs × inputs, so one is the other's transpose. You can read all five sets of notes now.",
    };

    /// <summary>Notebook 00: z_j = Σᵢ aᵢ w_ij of the delta notes for a batch, Z = wᵀA.</summary>
    /// <param name="preactivation">From w (inputs × outputs, as those notes have it) and A (inputs × examples).</param>
    public static Verdict Translation(Func<Matrix<double>, Matrix<double>, Matrix<double>>? preactivation) => preactivation is null
        ? Signature.Differs(null, TranslationSignature)
        : _translationExercise.Judge(layer => [new(TranslationPart, preactivation(layer.W, layer.A))]);

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict Translation(Delegate? preactivation) => Signature.Differs(preactivation, TranslationSignature);

    /// <summary>One layer in the letters of the delta notes: w_ij leads from unit i to unit j, and there is no bias.</summary>
    private sealed record DeltaLayer(Matrix<double> W, Matrix<double> A)
    {
        public Matrix<double> Z => W.Transpose() * A;

        /// <summary>w·A where the shapes allow it.</summary>
        public Matrix<double> WithoutTranspose => W.Columns == A.Rows ? W * A : Matrix.Zeros<double>(W.Rows, A.Columns);

        public static DeltaLayer OfTheNotebook() =>
            new(Matrix.Of(new double[,] { { 1, 2 }, { 3, 4 } }), Matrix.Of(new double[,] { { 1, 0, 1 }, { 0, 1, -1 } }));

        public static DeltaLayer OfSizes(int inputs, int outputs, int examples) => new(
            Matrix.Uniform<double>(inputs, outputs, seed: 1, low: -1, high: 1), Matrix.Uniform<double>(inputs, examples, seed: 2, low: -1, high: 1));
    }
}
