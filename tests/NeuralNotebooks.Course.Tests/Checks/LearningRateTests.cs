namespace NeuralNotebooks.Course.Tests;

public class LearningRateTests
{
    [Fact]
    public void The_starters_rate_is_not_begun() =>
        Check.LearningRate(0.0001).ToString().ShouldStartWith("Not begun. ");

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.02)]
    [InlineData(0.05)]
    public void A_rate_that_learns_is_accepted(double rate) =>
        Assert.Equal(VerdictState.Correct, Check.LearningRate(rate).State);

    [Theory]
    [InlineData(0.0002, VerdictState.NotYet, "too small")]
    [InlineData(1e-300, VerdictState.NotYet, "too small")]
    [InlineData(0.002, VerdictState.Almost, "too small")]
    [InlineData(3, VerdictState.NotYet, "too large")]
    [InlineData(1e300, VerdictState.NotYet, "too large")]
    [InlineData(0, VerdictState.NotYet, "small positive number")]
    [InlineData(-0.02, VerdictState.NotYet, "small positive number")]
    public void A_bad_rate_is_told_in_which_direction_to_go(double rate, VerdictState state, string phrase)
    {
        Verdict verdict = Check.LearningRate(rate);
        Assert.Equal(state, verdict.State);
        verdict.LikelyMistake.ShouldContain(phrase);
    }

    [Fact]
    public void Integer_division_is_recognised_by_its_zero()
    {
        Check.LearningRate(1 / 50).Message.ShouldContain("`1 / 50` of two integers is 0 too; `1.0 / 50` is not");
        Check.LearningRate(-0.02).Message.ShouldNotContain("1 / 50");
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void NaN_is_called_not_a_number(double rate) =>
        Assert.Equal(VerdictState.CouldNotBeChecked, Check.LearningRate(rate).State);

    [Fact]
    public void The_verdict_says_what_the_rate_achieved() =>
        Assert.Matches(@"classify 9\d\.\d % of the flowers correctly; the final loss is 0\.\d\d",
            Check.LearningRate(0.02).Message);
}
