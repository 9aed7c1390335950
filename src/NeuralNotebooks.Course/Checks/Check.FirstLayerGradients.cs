using FirstLayerFunction = System.Func<
    NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>,
    (NeuralNotebooks.Matrix<double> W1, NeuralNotebooks.Matrix<double> B1)>;

namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string FirstWeightsPart = "∂L/∂W¹", FirstBiasesPart = "∂L/∂b¹";
    private const string FirstLayerSignature =
        "(Matrix<double> dW1, Matrix<double> db1) (Matrix<double> dOa, Matrix<double> W2, Matrix<double> Ha, Matrix<double> X)";

    private static readonly Exercise<SoftmaxBatch> _firstLayerExercise = new()
    {
        Cases = () => [SoftmaxBatch.OfTheNotebook(flowers: 6), SoftmaxBatch.OfOtherSizes(5, 3, 4, 7), SoftmaxBatch.AtTheKink()],
        Describe = batch => batch.Sizes + (Matrices.Entries(batch.Ha).Contains(0) ? ", where some hᵃ is 0" : ""),
        Reference = batch => [new(FirstWeightsPart, batch.DW1), new(FirstBiasesPart, batch.DB1)],
        Praise = "Lines 4 to 7, for columns. The shape of each result left only one product that fits.",
        Mistakes =
        [
            new(FirstWeightsPart, "ReLU's slope is missing. Where hᵃ is negative the unit was off, and no gradient passes: multiply by 1 where `Ha` > 0, else by 0.",
                batch => batch.ActivationGradient * batch.X.Transpose()),
            new(FirstWeightsPart, "You multiplied by hᵃ itself. The slope of ReLU is 1 where hᵃ > 0 and 0 elsewhere.",
                batch => batch.ActivationGradient.Hadamard(batch.Ha) * batch.X.Transpose()),
            new(FirstWeightsPart, "You multiplied by relu(hᵃ). The slope of ReLU is 1 where hᵃ > 0 and 0 elsewhere.",
                batch => batch.ActivationGradient.Hadamard(batch.Hs) * batch.X.Transpose()),
            new(FirstWeightsPart, "ReLU's slope is the wrong way round: 1 where hᵃ > 0, else 0.",
                batch => batch.ActivationGradient.Hadamard(1 - batch.On) * batch.X.Transpose()),
            new(FirstWeightsPart, "At hᵃ = 0 your slope of ReLU is 1: the condition is `>=`. In this course, as in most libraries, it is 0 there: write `>`.",
                batch => batch.ActivationGradient.Hadamard(batch.Ha.Map(z => z >= 0 ? 1.0 : 0.0)) * batch.X.Transpose()),
            new(FirstWeightsPart, "You applied ReLU to the gradient. What counts is the sign of hᵃ in the forward pass, not that of the gradient.",
                batch => Matrix.Relu(batch.ActivationGradient) * batch.X.Transpose()),
            new(FirstWeightsPart, "You divided by m. The division is in `dOa` already: once is enough.", batch => batch.DW1 / batch.X.Columns),
            new(FirstBiasesPart, "This is ∂L/∂hᵃ, one column for each example. All examples share the bias: sum over the columns.", batch => batch.HiddenDelta),
            new(FirstBiasesPart, "ReLU's slope is missing here: sum ∂L/∂hᵃ, not ∂L/∂hˢ.", batch => batch.ActivationGradient.RowSums()),
            new(FirstBiasesPart, "You took the mean over the examples. The division by m is in `dOa` already: sum.", batch => batch.HiddenDelta.RowMeans()),
            new(FirstBiasesPart, "You summed over the units. Each unit has a bias of its own: sum over the examples, δuᵀ.", batch => batch.HiddenDelta.ColumnSums()),
            new(FirstBiasesPart, "You summed over the units. Each unit has a bias of its own: sum over the examples, δuᵀ.", batch => batch.HiddenDelta.ColumnSums().Transpose()),
            new(FirstBiasesPart, "This is the first example alone. All examples share the bias: sum over the columns.", batch => batch.HiddenDelta.Column(0)),
        ],
    };

    /// <summary>Notebook 05: from ∂L/∂oᵃ back to the first layer, examples in columns.</summary>
    /// <param name="firstLayer">The student's function of ∂L/∂oᵃ (classes × m), W² (classes × n), hᵃ (n × m) and X (features × m): ∂L/∂W¹ and ∂L/∂b¹.</param>
    public static Verdict FirstLayerGradients(FirstLayerFunction firstLayer) => firstLayer is null
        ? Signature.Differs(firstLayer, FirstLayerSignature)
        : _firstLayerExercise.Judge(batch =>
        {
            (Matrix<double> dW1, Matrix<double> db1) = firstLayer(batch.OutputDelta, batch.W2, batch.Ha, batch.X);
            return [new(FirstWeightsPart, dW1), new(FirstBiasesPart, db1)];
        });

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict FirstLayerGradients(Delegate firstLayer) => Signature.Differs(firstLayer, FirstLayerSignature);
}
