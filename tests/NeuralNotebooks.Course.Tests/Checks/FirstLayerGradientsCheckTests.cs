namespace NeuralNotebooks.Course.Tests;

public class FirstLayerGradientsCheckTests
{
    private static readonly Func<double, double> _on = z => z > 0 ? 1.0 : 0.0;

    [Fact]
    public void Lines_4_to_8_for_columns_are_correct()
    {
        Verdict verdict = Judge(dHa: (dHs, Ha) => dHs.Hadamard(Ha.Map(_on)));

        Assert.True(verdict.IsCorrect, verdict.ToString());
    }

    [Fact]
    public void The_slides_form_does_not_fit_columns()
    {
        Verdict verdict = Check.FirstLayerGradients((dOa, W2, Ha, X) =>
        {
            Matrix<double> dHa = (W2 * dOa).Hadamard(Ha.Map(_on));
            return (dHa.Transpose() * X, dHa.RowSums());
        });

        Assert.Equal(VerdictState.CouldNotBeChecked, verdict.State);
        Assert.Contains("transpose", verdict.LikelyMistake, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slope is missing")]
    [InlineData("hᵃ itself")]
    [InlineData("relu(hᵃ)")]
    [InlineData("wrong way round")]
    [InlineData("the condition is `>=`")]
    [InlineData("ReLU to the gradient")]
    public void A_wrong_slope_is_named(string sentence)
    {
        Verdict verdict = Judge(dHa: (dHs, Ha) => sentence switch
        {
            "slope is missing" => dHs,
            "hᵃ itself" => dHs.Hadamard(Ha),
            "relu(hᵃ)" => dHs.Hadamard(Matrix.Relu(Ha)),
            "the condition is `>=`" => dHs.Hadamard(Ha.Map(z => z >= 0 ? 1.0 : 0.0)),
            "wrong way round" => dHs.Hadamard(1 - Ha.Map(_on)),
            _ => Matrix.Relu(dHs),
        });

        Assert.Contains(sentence, verdict.LikelyMistake, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("in `dOa` already")]
    [InlineData("transpose")]
    [InlineData("sign")]
    public void Wrong_weights_are_named(string sentence)
    {
        Verdict verdict = Judge(
            dHa: (dHs, Ha) => dHs.Hadamard(Ha.Map(_on)),
            weights: right => sentence switch { "transpose" => right.Transpose(), "sign" => -right, _ => right },
            divideWeights: sentence.StartsWith("in", StringComparison.Ordinal));

        Assert.Equal(VerdictState.Almost, verdict.State);
        Assert.Contains(sentence, verdict.LikelyMistake, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("one column for each example")]
    [InlineData("in `dOa` already")]
    [InlineData("summed over the units")]
    [InlineData("first example alone")]
    public void Wrong_biases_are_named_and_the_weights_are_not_blamed(string sentence)
    {
        Verdict verdict = Judge(
            dHa: (dHs, Ha) => dHs.Hadamard(Ha.Map(_on)),
            biases: dHa => sentence switch
            {
                "one column for each example" => dHa,
                "in `dOa` already" => dHa.RowMeans(),
                "summed over the units" => dHa.ColumnSums(),
                _ => dHa.Column(0),
            });

        Assert.Contains("∂L/∂b¹", verdict.Message, StringComparison.Ordinal);
        Assert.Contains(sentence, verdict.LikelyMistake, StringComparison.Ordinal);
    }

    [Fact]
    public void Biases_without_the_slope_are_named()
    {
        Verdict verdict = Check.FirstLayerGradients((dOa, W2, Ha, X) =>
        {
            Matrix<double> dHs = W2.Transpose() * dOa;
            return (dHs.Hadamard(Ha.Map(_on)) * X.Transpose(), dHs.RowSums());
        });

        Assert.Contains("∂L/∂hᵃ, not ∂L/∂hˢ", verdict.LikelyMistake, StringComparison.Ordinal);
    }

    private static Verdict Judge(
        Func<Matrix<double>, Matrix<double>, Matrix<double>> dHa,
        Func<Matrix<double>, Matrix<double>>? weights = null,
        Func<Matrix<double>, Matrix<double>>? biases = null,
        bool divideWeights = false) => Check.FirstLayerGradients((dOa, W2, Ha, X) =>
    {
        Matrix<double> delta = dHa(W2.Transpose() * dOa, Ha);
        Matrix<double> dW1 = delta * X.Transpose() / (divideWeights ? X.Columns : 1);
        return (weights?.Invoke(dW1) ?? dW1, biases?.Invoke(delta) ?? delta.RowSums());
    });
}
