namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string UnitWeights = "∂L/∂w", UnitBias = "∂L/∂b";
    private const string SquaredErrorGradientSignature =
        "(Matrix<double> dw, Matrix<double> db) SquaredErrorGradient(Matrix<double> w, Matrix<double> b, Matrix<double> X, Matrix<double> y)";

    private static readonly Exercise<UnitBatch> _squaredErrorGradientExercise = new()
    {
        Cases = UnitBatch.Cases,
        Describe = UnitBatch.Describe,
        FailsLater = UnitBatch.FailsLater,
        Reference = batch => [new(UnitWeights, batch.Delta * batch.X.Transpose()), new(UnitBias, batch.Delta.RowSums())],
        Mistakes =
        [
            .. WrongUnitDelta.All.Select(wrong => new Mistake<UnitBatch>(
                UnitWeights, wrong.Sentence, batch => wrong.Delta(batch) * batch.X.Transpose(), wrong.IsNear)),
            new(UnitWeights, "X was not used: this is ∂L/∂b. A weight's share in the error is its input, so multiply each −e by its x.",
                batch => batch.Delta.RowSums()),
            new(UnitWeights, "This is X(∂L/∂s)ᵀ, the transpose. w is a row, so its gradient is a row: (1 × m)(m × n).",
                batch => batch.X * batch.Delta.Transpose()),
            new(UnitWeights, "These are the slopes of the single examples, not yet added up: (1 × m)(m × n) multiplies and adds in one go.",
                batch => batch.X.Hadamard(Matrix.Ones<double>(batch.X.Rows, 1) * batch.Delta)),
            new(UnitWeights, "Each factor was summed by itself. The sum of products is not the product of sums: multiply each −e by its own x first.",
                batch => batch.Delta.RowSums() * batch.X.RowSums().Transpose()),
            new(UnitWeights, "Each factor was averaged by itself. The mean of products is not the product of means: multiply each −e by its own x first.",
                batch => batch.Delta.RowSums() * batch.X.RowMeans().Transpose()),
            new(UnitWeights, "w was used in place of X: the slope of s = wX + b in w is X.", batch => batch.Delta.RowSums() * batch.W),
            new(UnitWeights, "Only the last example counts here: `=` where `+=` is needed.",
                batch => batch.Delta.Column(batch.Examples - 1) * batch.X.Column(batch.Examples - 1).Transpose()),
            new(UnitWeights, "Only the first example counts here: the `return` stands inside the loop.",
                batch => batch.Delta.Column(0) * batch.X.Column(0).Transpose()),
            new(UnitBias, "This is ∂L/∂s, one slope for each example. All examples share the bias: add them up.", batch => batch.Delta),
            new(UnitBias, "This is the mean of slopes that have the 1/m already, so it appears twice. Sum them.", batch => batch.Delta.RowMeans()),
            new(UnitBias, "This is ∂L/∂w. The bias is a weight whose input is always 1: it is not multiplied by X.",
                batch => batch.Delta * batch.X.Transpose()),
            new(UnitBias, "Only the last example counts here: `=` where `+=` is needed.", batch => batch.Delta.Column(batch.Examples - 1)),
            .. WrongUnitDelta.All.Select(wrong => new Mistake<UnitBatch>(UnitBias, wrong.Sentence, batch => wrong.Delta(batch).RowSums(), wrong.IsNear)),
        ],
        HasMean = true,
        Praise = "Both slopes agree for one feature, for three, and for a batch of one.",
    };

    /// <summary>Notebook 02: ∂L/∂w and ∂L/∂b of L = 1/m Σ ½(y − s)² with s = wX + b.</summary>
    /// <param name="gradient">From w (1 × n), b (1 × 1), X (n × m) and y (1 × m).</param>
    public static Verdict SquaredErrorGradient(
        Func<Matrix<double>, Matrix<double>, Matrix<double>, Matrix<double>, (Matrix<double> dw, Matrix<double> db)>? gradient) =>
        gradient is null ? Signature.Differs(null, SquaredErrorGradientSignature) : _squaredErrorGradientExercise.Judge(batch =>
        {
            (Matrix<double> dw, Matrix<double> db) = gradient(batch.W, batch.B, batch.X, batch.Y);
            return [new(UnitWeights, dw), new(UnitBias, db)];
        });

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict SquaredErrorGradient(Delegate? gradient) => Signature.Differs(gradient, SquaredErrorGradientSignature);
}
