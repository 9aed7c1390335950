namespace NeuralNotebooks.Course.Tests;

public class FirstLayerGradientsCheckTests
{
    private static readonly Func<double, double> _on = z => z > 0 ? 1.0 : 0.0;

    [Fact]
    public void Lines_4_to_8_for_columns_are_correct()
    {
        Verdict verdict = Check.FirstLayerGradients((dOa, W2, Ha, X) =>
        {
            Matrix<double> dHa = (W2.Transpose() * dOa).Hadamard(Ha.Map(_on));
            return (dHa * X.Transpose(), dHa.RowSums());
        });

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
}
