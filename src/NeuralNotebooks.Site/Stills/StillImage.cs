namespace NeuralNotebooks.Site;

/// <summary>
/// The still of a figure in the figure's own HTML, for readers whose host runs no scripts: they are shown the HTML even
/// where a picture stands beside it. What is drawn by a script takes its place; beside a drawing in SVG it is hidden,
/// unless the host has taken the drawing away.
/// </summary>
internal static partial class StillImage
{
    /// <summary>Where a site has them.</summary>
    public const string Folder = "assets/stills/";

    private const string Hiding = "<style>svg~.nn-still{display:none}</style></svg>";

    /// <summary>Whether the HTML is one figure, with a place for its still.</summary>
    public static bool HasPlace(string html) =>
        html.Contains("nn-picture", StringComparison.Ordinal) && Frame().Count(html) <= 1
        && Place().Matches(html).Count(place => !IsScript(place)) == 1;

    private static bool IsScript(Match place) => place.ValueSpan.StartsWith("<script", StringComparison.Ordinal);

    [GeneratedRegex("class=\"nn-picture\"")]
    private static partial Regex Frame();

    public static string Put(string html, string svg)
    {
        // The words for who does not see the figure are those for its still.
        string image = $"<img class=\"nn-still\" alt=\"{Label().Match(html).Groups[1].Value}\" "
            + $"src=\"{ImageData.OfSvg(Encoding.UTF8.GetBytes(svg))}\" />";
        return Place().Replace(
            html,
            place => IsScript(place) ? place.Value
                : place.Groups["host"] is { Success: true } host ? host.Value + image
                : place.Value[..^"</svg>".Length] + Hiding + image
        );
    }

    /// <summary>The HTML for a page with the drawing itself, or with a picture in a file that only those who need it
    /// load.</summary>
    public static string Extract(string html, IDictionary<string, string> files) => Image().Replace(html, image =>
    {
        if (image.Groups["hiding"].Success)
            return "</svg>";
        byte[] svg = Convert.FromBase64String(image.Groups["data"].Value);
        string name = $"{Folder}{HexHash.Of(svg)[..16]}.svg";
        files[name] = Encoding.UTF8.GetString(svg);
        return $"{image.Groups["start"].Value}src=\"{name}\" loading=\"lazy\" />";
    });

    /// <summary>The still alone, for a page that only shows what a figure looks like; the HTML of a figure without
    /// one.</summary>
    public static string InPlaceOf(string html) => Shown().Match(html) is { Success: true } still ? still.Value : html;

    /// <summary>The HTML without stills that are hidden beside their drawing: where styles are left out, both would
    /// show.</summary>
    public static string WithoutHidden(string html) =>
        Image().Replace(html, image => image.Groups["hiding"].Success ? "</svg>" : image.Value);

    /// <summary>An element that a script draws into, or the end of the last drawing; scripts are skipped.</summary>
    [GeneratedRegex(
        """<script\b.*?</script>|(?<host><div\b[^<>]*\sdata-nn-picture="[^<>]*>)[^<]*(?=</div>)"""
        + "|</svg>(?!.*?</svg>)",
        RegexOptions.Singleline)]
    private static partial Regex Place();

    [GeneratedRegex("""<img class="nn-still" [^<>]*>""")]
    private static partial Regex Shown();

    [GeneratedRegex(@"aria-label=""([^""<>]*)""")]
    private static partial Regex Label();

    [GeneratedRegex(
        """(?<hiding><style>svg~\.nn-still\{display:none\}</style></svg>)?"""
        + """(?<start><img class="nn-still" alt="[^"]*" )"""
        + """src="data:image/svg\+xml;base64,(?<data>[A-Za-z0-9+/=]*)" />""")]
    private static partial Regex Image();
}
