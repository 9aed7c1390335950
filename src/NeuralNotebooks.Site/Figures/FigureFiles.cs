namespace NeuralNotebooks.Site;

/// <summary>
/// Moves parts of figures to files of the site, so that pages share them or load them later. A chart embeds plotly.js,
/// <c>&lt;script data-nn-plotlyjs="VERSION"&gt;</c>, and functions, <c>&lt;script data-nn-function="NAME"&gt;</c>, so
/// that it works in any notebook. A site needs plotly.js only once, in one file. A page needs each function only once,
/// before its first call. The script that draws a figure is moved to a file if it is large; the page loads it when the
/// figure comes close to the visible part.
/// </summary>
internal sealed partial class FigureFiles
{
    /// <summary>The smallest script of a figure (characters) that is moved to a file. For a smaller one, an additional
    /// request would cost more than it saves.</summary>
    private const int LargeDrawing = 4096;

    private readonly SortedDictionary<string, string> _libraries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _drawings = [];

    /// <summary>The files to write: name in the site → script.</summary>
    public IEnumerable<KeyValuePair<string, string>> Files => _libraries.Concat(_drawings);

    /// <summary>The HTML of a chart without plotly.js. The files that the page has to load are added to
    /// <paramref name="loaded"/>.</summary>
    public string Extract(string html, ISet<string> loaded)
    {
        bool isFigure = IsFigure(html);
        return HtmlScripts.Replace(html, script =>
        {
            string? version = script["data-nn-plotlyjs"];
            if (version is null && script["data-nn-function"] is null)
                return isFigure ? MoveIfLarge(script) : script.Whole;
            // A function, or plotly.js from a content delivery network, stays in the page, but only once.
            if (version is null || script["src"] is not null)
                return loaded.Add(script.Opening) ? script.Whole : "";
            loaded.Add(AddLibrary(version, script.Content));
            return "";
        });
    }

    private static bool IsFigure(string html) =>
        HtmlTags.In(html).Any(tag =>
            tag.Attributes.Any(attribute => attribute.Name is "data-nn-picture" or "data-nn-interactive"));

    private string MoveIfLarge(HtmlScript drawing)
    {
        bool isPlain = drawing.Tag.Attributes.All(attribute => attribute is { Name: "type", Value: "text/javascript" });
        if (!isPlain || drawing.Content.Length < LargeDrawing)
            return drawing.Whole;
        string name = $"assets/drawings/{HexHash.Of(drawing.Content)[..16]}.js";
        _drawings[name] = drawing.Content;
        return $"<script type=\"text/plain\" data-nn-drawing=\"{name}\"></script>";
    }

    /// <summary>Adds the file of plotly.js. Its name contains a hash of its content, so that browsers can cache it
    /// without a time limit.</summary>
    private string AddLibrary(string version, string script)
    {
        string name = $"assets/plotly-{Unsafe().Replace(version, "-")}.{HexHash.Of(script)[..16]}.js";
        _libraries[name] = script;
        return name;
    }

    [GeneratedRegex("[^A-Za-z0-9.+-]+")]
    private static partial Regex Unsafe();
}
