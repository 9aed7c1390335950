using System.Net;

namespace NeuralNotebooks.Plotting;

/// <summary>A static drawing.</summary>
internal sealed class SvgDrawing : IPictureContent
{
    private readonly string _svg;

    public SvgDrawing(string svg)
    {
        ArgumentNullException.ThrowIfNull(svg);
        if (!svg.AsSpan().TrimStart().StartsWith("<svg", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException(
                $"An SVG drawing begins with <svg; this text begins with '{svg[..Math.Min(20, svg.Length)]}'.",
                nameof(svg));
        _svg = svg;
    }

    public string ToHtml(string alternativeText) =>
        $"<div role=\"img\" aria-label=\"{WebUtility.HtmlEncode(alternativeText)}\" "
            + $"style=\"overflow-x:auto\">{_svg}</div>";
}
