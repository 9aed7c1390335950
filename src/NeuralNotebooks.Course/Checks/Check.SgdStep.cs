using StepFunction = System.Func<
    NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>,
    NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>, double,
    (NeuralNotebooks.Matrix<double> W1, NeuralNotebooks.Matrix<double> B1, NeuralNotebooks.Matrix<double> W2, NeuralNotebooks.Matrix<double> B2)>;

namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string StepSignature =
        "(Matrix<double> W1, Matrix<double> b1, Matrix<double> W2, Matrix<double> b2) "
        + "(Matrix<double> W1, Matrix<double> b1, Matrix<double> W2, Matrix<double> b2, Matrix<double> x, Matrix<double> y, double η)";

    private static readonly Exercise<SgdCase> _sgdStepExercise = new()
    {
        Cases = () => [new(SoftmaxBatch.OfTheNotebook(flowers: 1), 0.1), new(SoftmaxBatch.OfOtherSizes(5, 3, 4, 1), 0.25)],
        Describe = step => FormattableString.Invariant($"{step.Batch.Sizes} and η = {step.Rate}"),
        Reference = step => SgdCase.Parts.Select(part => new Part(part.Name, step.Stepped(part))).ToArray(),
        Starter = step => [.. SgdCase.Parts.Select(part => new Part(part.Name, part.Old(step.Batch)))],
        Praise = "Four updates, each with the gradient of the weights before the step.",
        Mistakes =
        [
            .. SgdCase.Parts.Select(part => new Mistake<SgdCase>(part.Name, part.IsBias
                ? $"{part.Name} has not changed. Biases are parameters as well: update them like the weights."
                : $"{part.Name} has not changed. Subtract η times its gradient.", step => part.Old(step.Batch), IsNear: false)),
            .. Each("This step goes uphill: the gradient points towards a larger loss. Subtract it.",
                (part, step) => part.Old(step.Batch) + step.Rate * part.Gradient(step.Batch)),
            .. Each("The learning rate η is missing: you subtract the whole gradient.", (part, step) => part.Old(step.Batch) - part.Gradient(step.Batch)),
            .. Each("This is the change alone. Add it to the old value.", (part, step) => -step.Rate * part.Gradient(step.Batch)),
            .. Each("This is the gradient, not the new value: subtract η times it from the old one.", (part, step) => part.Gradient(step.Batch)),
            .. Each("The step is taken twice.", (part, step) => part.Old(step.Batch) - 2 * step.Rate * part.Gradient(step.Batch)),
            .. Each("You divide the rate by something: one step is −η times the gradient, which is the mean over the batch already.",
                (part, step) => part.Old(step.Batch) - step.Rate / step.Batch.X.Rows * part.Gradient(step.Batch)),
            .. Each("This gradient was worked out after the second layer had been changed. Work out all four gradients first, then make the updates.",
                (part, step) => part.Old(step.Batch) - step.Rate * part.Gradient(step.SecondLayerStepped)),
            .. Each("This gradient was worked out after the first layer had been changed. Work out all four gradients first, then make the updates.",
                (part, step) => part.Old(step.Batch) - step.Rate * part.Gradient(step.FirstLayerStepped)),
        ],
    };

    /// <summary>Notebook 05: one step of stochastic gradient descent.</summary>
    /// <param name="step">The student's function of W¹, b¹, W², b², an example x, its one-hot target y and the rate η: the four new matrices.</param>
    public static Verdict SgdStep(StepFunction step) => step is null
        ? Signature.Differs(step, StepSignature)
        : _sgdStepExercise.Judge(sgd =>
        {
            SoftmaxBatch b = sgd.Batch;
            (Matrix<double> W1, Matrix<double> b1, Matrix<double> W2, Matrix<double> b2) = step(b.W1, b.B1, b.W2, b.B2, b.X, b.Y, sgd.Rate);
            return [.. SgdCase.Parts.Zip([W1, b1, W2, b2], (part, value) => new Part(part.Name, value))];
        });

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict SgdStep(Delegate step) => Signature.Differs(step, StepSignature);

    private static IEnumerable<Mistake<SgdCase>> Each(string sentence, Func<Parameter, SgdCase, Matrix<double>> wrong) =>
        SgdCase.Parts.Select(part => new Mistake<SgdCase>(part.Name, sentence, step => wrong(part, step)));

    /// <summary>One of the four parameters and its gradient.</summary>
    private sealed record Parameter(string Name, bool IsBias, Func<SoftmaxBatch, Matrix<double>> Old, Func<SoftmaxBatch, Matrix<double>> Gradient);

    private sealed record SgdCase(SoftmaxBatch Batch, double Rate)
    {
        public static IReadOnlyList<Parameter> Parts { get; } =
        [
            new("W¹", false, batch => batch.W1, batch => batch.DW1),
            new("b¹", true, batch => batch.B1, batch => batch.DB1),
            new("W²", false, batch => batch.W2, batch => batch.DW2),
            new("b²", true, batch => batch.B2, batch => batch.DB2),
        ];

        public SoftmaxBatch FirstLayerStepped => Batch with { W1 = Stepped(Parts[0]), B1 = Stepped(Parts[1]) };

        public SoftmaxBatch SecondLayerStepped => Batch with { W2 = Stepped(Parts[2]), B2 = Stepped(Parts[3]) };

        public Matrix<double> Stepped(Parameter parameter) => parameter.Old(Batch) - Rate * parameter.Gradient(Batch);
    }
}
