using System.Net;

namespace NeuralNotebooks.Plotting;

/// <summary>Small images in rows that wrap, each with its caption.</summary>
/// <param name="tiles">The URL and the caption of each image; a caption may be empty.</param>
/// <param name="size">The displayed width of an image, in CSS pixels.</param>
internal sealed class ImageTiles(IReadOnlyList<(string Address, string Caption)> tiles, int size) : IPictureContent
{
    public string ToHtml(string alternativeText)
    {
        IEnumerable<string> images = tiles.Select(tile => Markup($"""
            <span style="width:{size}px;text-align:center;line-height:1.25;font:12px system-ui,'DejaVu
             Sans',sans-serif;color:inherit"><img src="{tile.Address}" alt="" width="{size}"
             style="display:block;width:{size}px;max-width:none;image-rendering:pixelated;border-radius:2px">
            {WebUtility.HtmlEncode(tile.Caption)}</span>
            """));
        return Markup($"""
            <div role="img" aria-label="{WebUtility.HtmlEncode(alternativeText)}"
             style="display:flex;flex-wrap:wrap;gap:8px">{string.Concat(images)}</div>
            """);
    }
}
