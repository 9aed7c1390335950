namespace NeuralNotebooks.Course.Tests;

public class EntryDifferenceTests
{
    [Theory]
    [Cases(
        0.9, 0.5, false,
        5e-7, 0, false,
        0, 5e-7, false,
        1e-17, 0, true,
        0.5 + 1e-7, 0.5, true,
        double.PositiveInfinity, 0.5, false,
        3, double.PositiveInfinity, false,
        double.NaN, double.NaN, true)]
    public void An_entry_is_compared_with_its_own_size_whatever_stands_beside_it(double yours, double right,
        bool isSame)
    {
        Assert.Equal(isSame, EntryDifference.IsNone(Matrix.Row(1, yours), Matrix.Row(1, right)));
        Assert.Equal(isSame && yours != 1e-17,
            EntryDifference.IsNone(Matrix.Row(1e-3, yours), Matrix.Row(1e-3, right), floor: 0));
    }

    [Fact]
    public void A_large_number_hides_no_wrong_one() =>
        Assert.Equal("[0, 1]: yours 0.9, expected 0.5",
            EntryDifference.First(Matrix.Row(1e6, 0.9), Matrix.Row(1e6, 0.5))?.ToString());
}
