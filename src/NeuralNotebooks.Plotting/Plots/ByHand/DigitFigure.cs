namespace NeuralNotebooks.Plotting;

/// <summary>A field into which a reader draws a digit, and beside it a bar for the probability of each digit.</summary>
internal static class DigitFigure
{
    private const int FieldWidth = 288, BarLeft = 40, BarWidth = 220, BarRow = 27;

    /// <param name="network">From 784 pixels to ten scores.</param>
    /// <param name="ink">The image at the start.</param>
    public static Picture Of(CompactNetwork network, byte[] ink)
    {
        Matrix<float> shares = Softmax.Of(network.Network.Forward(DigitImage.Column(ink)));
        DrawingField field = new("field", "digit");

        InteractiveFigure figure = new("digit",
            new { size = DigitImage.Side, bar = BarWidth, layers = network.ForScript, example = ink },
            [field.ToHtml(ink, FieldWidth), Bars(shares)])
        {
            Start = new { ink },
            Inputs = [field],
            Buttons = [("clear", "Clear")],
        };
        int best = Enumerable.Range(0, 10).MaxBy(digit => shares[digit, 0]);
        return Picture.Of(figure.ToHtml,
            $"A handwritten digit of 28 × 28 pixels, and ten bars: the network reads {best}, with a probability of "
            + $"{PercentText(shares[best, 0])}.")
            .WithCaption("Clear the field, and draw. The arrow keys move the pen, and Space puts it down and up.");
    }

    private static string PercentText(double share) => NumberText.Html(Math.Round(1000 * share) / 10) + " %";

    private static string Bars(Matrix<float> shares)
    {
        const int Width = BarLeft + BarWidth + 70, Height = 10 * BarRow + 10;
        IEnumerable<string> bars = Enumerable.Range(0, 10).Select(digit =>
        {
            double share = shares[digit, 0];
            int y = digit * BarRow + 5;
            return JoinLines($"""
                <text x="{BarLeft - 12}" y="{y + 16}" text-anchor="end">{digit}</text><rect
                 data-nn-part="bar{digit}" x="{BarLeft}" y="{y + 2}" width="{BarWidth * share:0.#}"
                 height="{BarRow - 8}" fill="{Palette.Drawn(Palette.Blue)}"/><text
                 data-nn-part="percent{digit}" x="{Width - 4}" y="{y + 16}"
                 text-anchor="end">{PercentText(share)}</text>
                """);
        });
        return JoinLines($"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" width="{Width}"
             height="{Height}" font-family="system-ui,'DejaVu Sans',sans-serif" font-size="14"
             fill="currentColor" style="flex:0 1 {Width}px;min-width:0;height:auto">{string.Concat(bars)}</svg>
            """);
    }
}
