namespace NeuralNotebooks.Plotting;

/// <summary>The style of drawings of circuits, and of networks with steps. Colours follow the page's text colour, so
/// that a drawing fits light and dark backgrounds in every host.</summary>
internal static class DrawingStyle
{
    /// <summary>The style element of a drawing; if a host strips it, the drawing's attributes still give a readable
    /// picture.</summary>
    /// <remarks>
    /// Class names begin with "nn-", since pages have style rules for short names, such as those of highlighted code.
    /// The property <c>--nn-dark</c> is 1 where the text is light (a dark background) and 0 elsewhere. Each channel of
    /// a colour is computed from it: the channel of the course's colour for light backgrounds, or of its counterpart
    /// for dark ones. Browsers that cannot compute with channels mix the colour with the text colour.
    /// </remarks>
    public static readonly string Element =
        $"<style>.nn-drawing{{--nn-dark:clamp(0,(2*r + 5*g + b - "
            + $"4)*99,1);--nn-value:{Palette.Drawn(Palette.Blue)};--nn-gradient:{Palette.Drawn(Palette.Orange)}}}"
        + "@supports (color:color(from currentColor srgb calc(r + 0) g b)){.nn-drawing{"
        + $"--nn-value:{Between(CourseColours.Blue)};"
        + $"--nn-gradient:{Between(CourseColours.Orange)}}}}}"
        + ".nn-drawing .nn-v{fill:var(--nn-value)}.nn-drawing .nn-g{fill:var(--nn-gradient)}"
        + ".nn-drawing .nn-n{font-style:italic;font-family:'STIX Two Text',Georgia,serif}"
        + ".nn-drawing .nn-fires .nn-k{stroke:var(--nn-value);stroke-width:3;stroke-opacity:1}.nn-drawing "
            + ".nn-returns .nn-k{stroke:var(--nn-gradient);stroke-width:3;stroke-opacity:1}"
        + ".nn-drawing [role=button]:focus-visible{outline:2px solid currentColor}</style>";

    private static string Between(CourseColour colour)
    {
        byte[] light = Convert.FromHexString((colour.AsText ?? colour.OnLight)[1..]),
            dark = Convert.FromHexString(colour.OnDark[1..]);
        return $"color(from currentColor srgb {string.Join(' ', light.Zip(dark, Channel))})";
    }

    private static string Channel(byte light, byte dark) =>
        Invariant($"calc({light / 255.0:0.####} + {(dark - light) / 255.0:0.####}*var(--nn-dark))");
}
