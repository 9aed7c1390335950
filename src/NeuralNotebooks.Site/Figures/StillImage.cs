using System.Globalization;
using AngleSharp.Html.Parser.Tokens;

namespace NeuralNotebooks.Site;

/// <summary>
/// Puts the still of a figure, a static picture, into the figure's HTML. Programs that show notebooks without running
/// scripts choose the HTML of an output even if it also has a picture; there the still is what a reader sees. Where
/// scripts run, the drawing replaces the still. Next to a drawing in SVG the still is hidden by a style rule, which
/// disappears together with the drawing in programs that remove SVG.
/// </summary>
internal static class StillImage
{
    /// <summary>The folder of the stills in a site.</summary>
    public const string Folder = "assets/stills/";

    private const string EndOfDrawing = "</svg>",
        Hiding = "<style>svg~.nn-still{display:none}</style>" + EndOfDrawing,
        Start = "<img class=\"nn-still\" alt=\"";

    /// <summary>Whether the HTML is a single figure with a place for its still.</summary>
    public static bool HasPlace(string html) =>
        StillPlace.FirstIn(html) is { } place && StillPlace.FirstIn(place.After) is null;

    public static string Put(string html, string svg)
    {
        StillPlace place = StillPlace.FirstIn(html)!;
        string image = Image(place, ImageData.OfSvg(Encoding.UTF8.GetBytes(svg)));
        bool isBesideDrawing = place.Before.EndsWith(EndOfDrawing, StringComparison.Ordinal);
        string before = isBesideDrawing ? place.Before[..^EndOfDrawing.Length] + Hiding : place.Before;
        return (place with { Before = before, Content = image }).ToHtml();
    }

    /// <summary>The HTML of a figure for a page of a site. A still that is hidden next to an SVG drawing is removed;
    /// another still is moved to a file, which browsers load lazily. With its size, the page keeps its place free until
    /// then.</summary>
    public static string Extract(string html, IDictionary<string, string> files) => WithoutHidden(html, place =>
    {
        if (SvgOf(place.Content) is not { } svg)
            return place.Content;
        string name = $"{Folder}{HexHash.Of(svg)[..16]}.svg";
        string drawing = files[name] = Encoding.UTF8.GetString(svg);
        return Image(place, name, Size(drawing) + " loading=\"lazy\"");
    });

    /// <summary>The HTML without stills that are hidden next to their drawing. Where style rules are removed, the still
    /// and the drawing would both be visible.</summary>
    public static string WithoutHidden(string html) => WithoutHidden(html, place => place.Content);

    /// <summary>The still alone, without the figure; if there is no still, the HTML of the figure.</summary>
    public static string InPlaceOf(string html)
    {
        int start = html.IndexOf(Start, StringComparison.Ordinal);
        return start < 0 ? html : html[start..(html.IndexOf('>', start) + 1)];
    }

    /// <summary>The HTML with another content in each place, and without stills that are hidden.</summary>
    private static string WithoutHidden(string html, Func<StillPlace, string> content) =>
        StillPlace.Replace(html, place => place.Before.EndsWith(Hiding, StringComparison.Ordinal)
            ? place.Before[..^Hiding.Length] + EndOfDrawing
            : place.Before + content(place));

    private static string Image(StillPlace place, string source, string attributes = "") =>
        $"{Start}{place.AlternativeText}\" src=\"{source}\"{attributes} />";

    /// <summary>The SVG in a still that <see cref="Put"/> has written; null for other content.</summary>
    private static byte[]? SvgOf(string content) =>
        content.StartsWith(Start, StringComparison.Ordinal)
            ? ImageData.SvgIn(content.Split('"')[^2])
            : null;

    /// <summary>The attributes with the size of an SVG in pixels; empty if the SVG has none.</summary>
    private static string Size(string svg)
    {
        HtmlTagToken? root = HtmlTags.In(svg).FirstOrDefault();
        return (Pixels("width"), Pixels("height")) is ({ } width, { } height)
            ? Invariant($" width=\"{width}\" height=\"{height}\"") : "";

        int? Pixels(string name) =>
            int.TryParse(root?.GetAttribute(name), CultureInfo.InvariantCulture, out int pixels) ? pixels : null;
    }
}
