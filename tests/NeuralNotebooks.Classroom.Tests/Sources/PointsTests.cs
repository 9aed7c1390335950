using FsCheck;
using FsCheck.Fluent;

namespace NeuralNotebooks.Classroom.Tests.Sources;

public class PointsTests
{
    [Fact]
    public void Equal_shares_add_up_to_the_whole()
        => Prop.ForAll(Gen.Choose(1, 50).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (parts, hundredths) =>
        {
            Points whole = hundredths / 100m;
            return Points.Sum(Enumerable.Repeat(whole / parts, parts)) == whole;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [Cases(1, 3, "0.3333", 2, 3, "0.6667", -2, 3, "-0.6667", 5, 2, "2.5", 0, 7, "0")]
    public void Points_are_written_with_four_decimals_at_most(int numerator, int denominator, string expected)
        => Assert.Equal(expected, ((Points)numerator / denominator).ToString());

    [Theory]
    [Cases("9.2857142857", "9.29", "0.125", "0.13", "-0.125", "−0.13", "4", "4")]
    public void A_page_has_two_decimals_and_a_half_is_rounded_away_from_zero(string points, string expected) =>
        Assert.Equal(
            expected,
            ((Points)decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture)).ForPage);
}
