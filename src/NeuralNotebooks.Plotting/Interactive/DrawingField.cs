namespace NeuralNotebooks.Plotting;

/// <summary>A part of an interactive figure in which the reader draws a digit. The figure's script gets the drawing as
/// the text <c>ink</c>: a byte for each pixel, in base64. A control of a live page is the same field.</summary>
/// <param name="Part">The name of the part.</param>
/// <param name="Name">The label for screen readers.</param>
internal sealed record DrawingField(string Part, string Name) : FigureInput(Part, Name)
{
    /// <summary>The levels of grey in which it is drawn.</summary>
    private const int Levels = 8;

    public override string Kind => "field";

    public override object ForScript => new { name = Name };

    /// <summary>The field before its script runs: an image, as the script draws it.</summary>
    /// <param name="ink">The image.</param>
    /// <param name="width">Its width in pixels.</param>
    public string ToHtml(byte[] ink, int width)
    {
        IEnumerable<string> levels = Enumerable.Range(1, Levels).Select(level =>
        {
            IEnumerable<string> pixels = Enumerable.Range(0, ink.Length)
                .Where(i => (int)Math.Ceiling(ink[i] * Levels / 255.0) == level)
                .Select(i => $"M{i % DigitImage.Side} {i / DigitImage.Side}h1v1h-1z");
            return Invariant(
                $"<path fill-opacity=\"{(double)level / Levels}\" d=\"M0 0{string.Concat(pixels)}\"/>");
        });
        return JoinLines($"""
            <div data-nn-part="{Part}" style="flex:0 1 {width}px;min-width:0;position:relative">
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28" width="{width}" height="{width}"
             shape-rendering="crispEdges"
             style="display:block;box-sizing:border-box;width:100%;height:auto;border:1px solid">
            <rect width="28" height="28" fill="#fff"/>{string.Concat(levels)}</svg></div>
            """);
    }
}
