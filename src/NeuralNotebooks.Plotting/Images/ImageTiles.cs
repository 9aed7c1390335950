using System.Globalization;
using System.Net;
using System.Text;

namespace NeuralNotebooks.Plotting;

/// <summary>Small images in a row that breaks where the page ends, each with a caption of its own.</summary>
/// <param name="tiles">The address of each image and what stands below it; may be empty.</param>
/// <param name="size">How wide an image is shown, in pixels of the page.</param>
internal sealed class ImageTiles(IReadOnlyList<(string Address, string Caption)> tiles, int size) : IPictureContent
{
    public string ToHtml(string alternativeText)
    {
        StringBuilder html = new();
        html.Append(CultureInfo.InvariantCulture, $"<div role=\"img\" aria-label=\"{WebUtility.HtmlEncode(alternativeText)}\" style=\"display:flex;flex-wrap:wrap;gap:8px\">");
        foreach ((string address, string caption) in tiles)
        {
            html.Append(CultureInfo.InvariantCulture, $"<span style=\"width:{size}px;text-align:center;line-height:1.25;font:12px system-ui,'DejaVu Sans',sans-serif;color:inherit\">")
                .Append(CultureInfo.InvariantCulture, $"<img src=\"{address}\" alt=\"\" width=\"{size}\" style=\"display:block;width:{size}px;max-width:none;image-rendering:pixelated;border-radius:2px\">")
                .Append(WebUtility.HtmlEncode(caption)).Append("</span>");
        }
        return html.Append("</div>").ToString();
    }
}
