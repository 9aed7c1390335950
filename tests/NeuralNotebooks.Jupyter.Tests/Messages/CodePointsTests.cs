namespace NeuralNotebooks.Jupyter.Tests;

public class CodePointsTests
{
    [Theory]
    [Cases("abc", 2, 2, "\U0001F600bc", 1, 2, "\U0001F600bc", 2, 3, "a\uD83D", 2, 2, "", 0, 0)]
    public void A_position_counts_code_points(string text, int codePoints, int index)
    {
        Assert.Equal(index, CodePoints.ToIndex(text, codePoints));
        Assert.Equal(codePoints, CodePoints.FromIndex(text, index));
    }

    [Theory]
    [Cases(-1, 0, 99, 3)]
    public void A_position_outside_the_text_is_clamped(int position, int index) =>
        Assert.Equal(index, CodePoints.ToIndex("abc", position));
}
