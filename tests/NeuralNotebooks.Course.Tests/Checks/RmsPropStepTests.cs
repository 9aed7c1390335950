namespace NeuralNotebooks.Course.Tests;

public class RmsPropStepTests
{
    [Fact]
    public void The_average_of_squares_and_the_step_divided_by_its_root_are_correct()
    {
        Verdict verdict = Check.RmsPropStep((w, S, g, α, β, ε) =>
        {
            S = β * S + (1 - β) * g * g;
            return (w - α * g / Math.Sqrt(S + ε), S);
        });

        Assert.True(verdict.IsCorrect, verdict.ToString());
    }

    [Fact]
    public void Another_order_of_operations_and_single_precision_are_correct_too()
    {
        Assert.True(Check.RmsPropStep((w, S, g, α, β, ε) =>
        {
            S += (1 - β) * (Math.Pow(g, 2) - S);
            return (w - g * (α * Math.Pow(S + ε, -0.5)), S);
        }).IsCorrect);
        Assert.True(Check.RmsPropStep((w, S, g, α, β, ε) =>
        {
            float s = (float)β * (float)S + (1 - (float)β) * (float)g * (float)g;
            return ((float)w - (float)α * (float)g / MathF.Sqrt(s + (float)ε), s);
        }).IsCorrect);
    }

    [Fact]
    public void The_starter_nothing_NaN_an_exception_and_another_signature_get_a_verdict()
    {
        Assert.Contains("S has not changed", Check.RmsPropStep((w, S, g, α, β, ε) => (w - g, S)).LikelyMistake,
            StringComparison.Ordinal);
        Assert.Equal(VerdictState.NotYet, Check.RmsPropStep(null).State);
        Assert.Contains("not a finite number", Check.RmsPropStep((w, S, g, α, β, ε) => (w, double.NaN)).LikelyMistake,
            StringComparison.Ordinal);
        Assert.Equal(VerdictState.CouldNotBeChecked,
            Check.RmsPropStep((w, S, g, α, β, ε) => throw new NotSupportedException()).State);
        Assert.Contains("(double w, double S) RmsPropStep", Check.RmsPropStep((double w, double g) => w - g).Message,
            StringComparison.Ordinal);
    }
}
