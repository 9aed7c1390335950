namespace NeuralNotebooks.Course.Tests;

public class LearningRateTests
{
    [Theory]
    [Cases(
        0.01, VerdictState.Almost, "This works, but so does three times as much",
        0.1, VerdictState.Almost, "This works, but so does three times as much",
        0.15, VerdictState.Correct, "you have found the edge",
        0.0001, VerdictState.NotYet, "too small",
        0.0002, VerdictState.NotYet, "too small",
        1e-300, VerdictState.NotYet, "too small",
        0.002, VerdictState.Almost, "too small",
        3, VerdictState.NotYet, "too large",
        1e300, VerdictState.NotYet, "too large",
        1 / 50, VerdictState.NotYet, "`1 / 50` of two integers is 0 too; `1.0 / 50` is not",
        -0.02, VerdictState.NotYet, "every step goes uphill",
        double.NaN, VerdictState.CouldNotBeChecked, "NaN is not a step length",
        double.PositiveInfinity, VerdictState.CouldNotBeChecked, "∞ is not a step length")]
    public void A_rate_is_correct_or_the_verdict_says_what_is_wrong(double rate, VerdictState state, string phrase)
    {
        Verdict verdict = Check.LearningRate(rate).OnStep(3);

        Assert.Equal(state, verdict.State);
        verdict.ToString().ShouldContain(phrase);
    }

    [Fact]
    public void The_verdict_says_what_the_rate_achieved() =>
        Assert.Matches(@"classify 9\d\.\d % of the flowers correctly\.", Check.LearningRate(0.02).Message);
}
