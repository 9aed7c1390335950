namespace NeuralNotebooks.Course.Tests;

public class SentenceTests
{
    [Fact]
    public void Numbers_are_written_the_same_way_in_every_locale()
    {
        using IDisposable comma = DecimalComma.Begin();

        Assert.Equal("−0.75 of 3, 1.85 %, 2.5", Sentence.Of($"{-0.75} of {3}, {0.0185:P2}, {2.5f:F1}"));
    }
}
