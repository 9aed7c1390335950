namespace NeuralNotebooks.Course.Tests;

public class SentenceTests
{
    [Fact]
    public void Numbers_are_written_the_same_way_in_every_locale()
    {
        using IDisposable comma = DecimalComma.Begin();

        Assert.Equal("−0.75 of 3, 1.85 %, 2.5", Sentence.Of($"{-0.75} of {3}, {0.0185:P2}, {2.5f:F1}"));
    }

    [Theory]
    [Cases("", "de-DE", "sv-SE", "fa-IR")]   // in Swedish and Persian, the minus sign is another character
    public void Alignments_are_the_same_in_every_locale(string locale)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(locale);
            Assert.Equal("[x  ][  2.5][-7 ]", Sentence.Of($"[{"x",-3}][{2.5f,5:F1}][{-7,-3}]"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
