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
            Points sum = default;
            for (int i = 0; i < parts; i++)
                sum += whole / parts;
            return sum == whole;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [Cases(
        1, 3, "0.3333",
        2, 3, "0.6667",
        -2, 3, "-0.6667",
        5, 2, "2.5",
        0, 7, "0"
    )]
    public void Points_are_written_with_four_decimals_at_most(int numerator, int denominator, string expected)
        => Assert.Equal(expected, new Points(numerator, denominator).ToString());
}
