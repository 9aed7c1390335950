namespace NeuralNotebooks.Tests.Display;

public class NumberTextTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(-3, "-3")]
    [InlineData(60000, "60000")]
    [InlineData(0.5, "0.5")]
    [InlineData(1.0 / 3, "0.3333")]
    [InlineData(-0.012345, "-0.01235")]
    [InlineData(3.14159, "3.142")]
    [InlineData(9.99999, "10")]
    [InlineData(12345.678, "12346")]
    [InlineData(0.00012345, "0.0001235")]
    [InlineData(1.23456e-7, "1.235e-7")]
    [InlineData(-1.5e12, "-1.5e12")]
    [InlineData(double.MaxValue, "1.798e308")]
    [InlineData(double.Epsilon, "4.941e-324")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.NegativeInfinity, "-∞")]
    public void Four_significant_digits_are_shown_without_trailing_zeros(double number, string expected)
    {
        Assert.Equal(expected, NumberText.Plain(number));
        Assert.Equal(expected.Replace('-', '−'), NumberText.Html(number));
    }
}
