namespace NeuralNotebooks.Plotting;

/// <summary>The least width of drawings, and the style of circuits and of networks with steps. Colours are mixed with
/// the page's text colour, so that a drawing fits light and dark backgrounds in every host.</summary>
internal static class DrawingStyle
{
    /// <summary>The least width of a drawing, in pixels. A wide one scrolls on a phone, where its numbers would be too
    /// small otherwise.</summary>
    public static double LeastWidth(double width, double scale = 0.7) => Math.Min(scale * width, 640);

    /// <summary>The style element of a drawing; if a host strips it, the drawing's attributes still give a readable
    /// picture.</summary>
    /// <remarks>Class names begin with "nn-", since pages have style rules for short names, such as those of
    /// highlighted code.</remarks>
    public static readonly string Element = "<style>"
        + $".nn-drawing .nn-g{{fill:{Palette.Drawn(Palette.Purple)}}}"
        + ".nn-drawing .nn-n{font-style:italic;font-family:'STIX Two Text',Georgia,serif}"
        + ".nn-drawing .nn-fires .nn-k{stroke:currentColor;stroke-width:3;stroke-opacity:1}"
        + $".nn-drawing .nn-returns .nn-k{{stroke:{Palette.Drawn(Palette.Purple)};stroke-width:3;stroke-opacity:1}}"
        + "</style>";
}
