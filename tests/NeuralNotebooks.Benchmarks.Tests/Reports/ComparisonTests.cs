namespace NeuralNotebooks.Benchmarks.Tests;

public class ComparisonTests
{
    [Fact]
    public void A_ratio_is_that_of_the_best_slices() =>
        Assert.Equal(1.25, MadeUp.Product().Ratio(ProductComparison.OpenBlasName));

    [Fact]
    public void A_goal_is_met_by_the_two_digits_that_are_shown()
    {
        Goal goal = new(ProductComparison.OpenBlasName, 1.0);

        Assert.True(MadeUp.Product(ours: 99.6, theirs: 100).IsMet(goal));
        Assert.False(MadeUp.Product(ours: 99.4, theirs: 100).IsMet(goal));
    }

    [Fact]
    public void Without_a_measured_competitor_there_is_neither_ratio_nor_goal()
    {
        Assert.Null(MadeUp.Product().Ratio(ProductComparison.BlisName));
        Assert.Null(MadeUp.Product().IsMet(new(ProductComparison.BlisName, 1)));
    }

    [Theory]
    [InlineData("128³", true)]
    [InlineData("128³ fp32 1T", true)]
    [InlineData("gemm fp32", true)]
    [InlineData("128³ fp64", false)]
    [InlineData("2T", false)]
    public void A_filter_requires_all_of_its_words(string filter, bool wanted) => Assert.Equal(
        wanted, new CompareOptions { Groups = [], Threads = [1], Filters = [filter] }.Wants(MadeUp.Product().Label));
}
