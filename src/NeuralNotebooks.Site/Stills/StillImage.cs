namespace NeuralNotebooks.Site;

/// <summary>
/// Puts the still of a figure, a static picture, into the figure's HTML. Programs that show notebooks without running
/// scripts choose the HTML of an output even if it also has a picture; there the still is what a reader sees. Where
/// scripts run, the drawing replaces the still. Next to a drawing in SVG the still is hidden by a style rule, which
/// disappears together with the drawing in programs that remove SVG.
/// </summary>
internal static partial class StillImage
{
    /// <summary>The folder of the stills in a site.</summary>
    public const string Folder = "assets/stills/";

    private const string Hiding = "<style>svg~.nn-still{display:none}</style></svg>";

    /// <summary>Whether the HTML is a single figure with a place for its still.</summary>
    public static bool HasPlace(string html) =>
        html.Contains("nn-picture", StringComparison.Ordinal) && Frame().Count(html) <= 1
        && Place().Matches(html).Count(place => !IsScript(place)) == 1;

    private static bool IsScript(Match place) => place.ValueSpan.StartsWith("<script", StringComparison.Ordinal);

    [GeneratedRegex("class=\"nn-picture\"")]
    private static partial Regex Frame();

    public static string Put(string html, string svg)
    {
        // The alternative text of the figure is also that of its still.
        string image = $"<img class=\"nn-still\" alt=\"{Label().Match(html).Groups[1].Value}\" "
            + $"src=\"{ImageData.OfSvg(Encoding.UTF8.GetBytes(svg))}\" />";
        return Place().Replace(
            html,
            place => IsScript(place) ? place.Value
                : place.Groups["host"] is { Success: true } host ? host.Value + image
                : place.Value[..^"</svg>".Length] + Hiding + image
        );
    }

    /// <summary>The HTML of a figure for a page of a site. A still that is hidden next to an SVG drawing is removed;
    /// another still is moved to a file, which browsers load lazily. With its size, the page keeps its place free until
    /// then.</summary>
    public static string Extract(string html, IDictionary<string, string> files) => Image().Replace(html, image =>
    {
        if (image.Groups["hiding"].Success)
            return "</svg>";
        byte[] svg = Convert.FromBase64String(image.Groups["data"].Value);
        string name = $"{Folder}{HexHash.Of(svg)[..16]}.svg";
        string drawing = files[name] = Encoding.UTF8.GetString(svg);
        string size = Size().Match(drawing) is { Success: true } found
            ? $" width=\"{found.Groups["width"].Value}\" height=\"{found.Groups["height"].Value}\""
            : "";
        return $"{image.Groups["start"].Value}src=\"{name}\"{size} loading=\"lazy\" />";
    });

    /// <summary>The still alone, without the figure; if there is no still, the HTML of the figure.</summary>
    public static string InPlaceOf(string html) => Shown().Match(html) is { Success: true } still ? still.Value : html;

    /// <summary>The HTML without stills that are hidden next to their drawing. Where style rules are removed, the still
    /// and the drawing would both be visible.</summary>
    public static string WithoutHidden(string html) =>
        Image().Replace(html, image => image.Groups["hiding"].Success ? "</svg>" : image.Value);

    /// <summary>The place for a still: inside the element into which a script draws, or after the last SVG drawing.
    /// Scripts are matched as well, so that their content is skipped.</summary>
    [GeneratedRegex(
        """<script\b.*?</script>|(?<host><div\b[^<>]*\sdata-nn-picture="[^<>]*>)[^<]*(?=</div>)"""
        + "|</svg>(?!.*?</svg>)",
        RegexOptions.Singleline)]
    private static partial Regex Place();

    [GeneratedRegex("""<img class="nn-still" [^<>]*>""")]
    private static partial Regex Shown();

    /// <summary>The size of an SVG in pixels, as plotly.js writes it.</summary>
    [GeneratedRegex(@"^<svg [^<>]*?\bwidth=""(?<width>\d+)"" height=""(?<height>\d+)""")]
    private static partial Regex Size();

    [GeneratedRegex(@"aria-label=""([^""<>]*)""")]
    private static partial Regex Label();

    [GeneratedRegex(
        """(?<hiding><style>svg~\.nn-still\{display:none\}</style></svg>)?"""
        + """(?<start><img class="nn-still" alt="[^"]*" )"""
        + """src="data:image/svg\+xml;base64,(?<data>[A-Za-z0-9+/=]*)" />""")]
    private static partial Regex Image();
}
