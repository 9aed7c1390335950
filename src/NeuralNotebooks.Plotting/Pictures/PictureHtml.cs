using System.Net;

namespace NeuralNotebooks.Plotting;

/// <summary>The figure element around a picture. All colours come from the page.</summary>
internal static class PictureHtml
{
    private const string Sans = "font-family:system-ui,'DejaVu Sans',sans-serif;color:inherit";

    public static string Of(string title, string caption, string alternativeText, IPictureContent content)
    {
        string heading = title.Length > 0
            ? $"<div class=\"nn-title\" style=\"{Sans};font-weight:600;margin-bottom:0.25em\">{Encode(title)}</div>"
            : "";
        string below = caption.Length > 0
            ? $"""<figcaption style="{Sans};font-size:88%;opacity:0.8;margin-top:0.4em">"""
                + $"{Encode(caption)}</figcaption>"
            : "";
        return $"""<figure class="nn-picture" style="margin:0.5em 0;max-width:100%">{heading}"""
            + $"""{content.ToHtml(alternativeText)}{below}</figure>""";
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
