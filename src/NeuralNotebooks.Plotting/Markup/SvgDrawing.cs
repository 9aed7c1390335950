namespace NeuralNotebooks.Plotting;

/// <summary>An SVG drawing that does not change, as the content of a picture.</summary>
internal static class SvgDrawing
{
    /// <summary>The element, given the alternative text.</summary>
    /// <exception cref="ArgumentException">The text does not begin with <c>&lt;svg</c>.</exception>
    public static Func<string, string> Of(string svg)
    {
        ArgumentNullException.ThrowIfNull(svg);
        return svg.AsSpan().TrimStart().StartsWith("<svg", StringComparison.OrdinalIgnoreCase)
            ? alternativeText => $"<div role=\"img\" aria-label=\"{WebUtility.HtmlEncode(alternativeText)}\" "
                + $"style=\"overflow-x:auto\">{svg.TrimEnd()}</div>"
            : throw new ArgumentException(
                $"An SVG drawing begins with <svg; this text begins with '{svg[..Math.Min(20, svg.Length)]}'.",
                nameof(svg));
    }
}
