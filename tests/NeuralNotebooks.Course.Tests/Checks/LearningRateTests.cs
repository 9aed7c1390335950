namespace NeuralNotebooks.Course.Tests;

public class LearningRateTests
{
    [Theory]
    [InlineData(0.01, VerdictState.Correct, "as good as the tour")]
    [InlineData(0.02, VerdictState.Correct, "as good as the tour")]
    [InlineData(0.05, VerdictState.Correct, "as good as the tour")]
    [InlineData(0.0001, VerdictState.NotYet, "Not begun. ")]
    [InlineData(0.0002, VerdictState.NotYet, "too small")]
    [InlineData(1e-300, VerdictState.NotYet, "too small")]
    [InlineData(0.002, VerdictState.Almost, "too small")]
    [InlineData(3, VerdictState.NotYet, "too large")]
    [InlineData(1e300, VerdictState.NotYet, "too large")]
    [InlineData(1 / 50, VerdictState.NotYet, "`1 / 50` of two integers is 0 too; `1.0 / 50` is not")]
    [InlineData(-0.02, VerdictState.NotYet, "every step goes uphill")]
    [InlineData(double.NaN, VerdictState.CouldNotBeChecked, "NaN is not a step length")]
    [InlineData(double.PositiveInfinity, VerdictState.CouldNotBeChecked, "∞ is not a step length")]
    public void A_rate_is_accepted_or_told_what_is_wrong(double rate, VerdictState state, string phrase)
    {
        Verdict verdict = Check.LearningRate(rate).OnStep(3);

        Assert.Equal(state, verdict.State);
        verdict.ToString().ShouldContain(phrase);
    }

    [Fact]
    public void The_verdict_says_what_the_rate_achieved() =>
        Assert.Matches(@"classify 9\d\.\d % of the flowers correctly; the final loss is 0\.\d\d",
            Check.LearningRate(0.02).Message);
}
