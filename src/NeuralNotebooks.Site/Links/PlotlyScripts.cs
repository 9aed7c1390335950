namespace NeuralNotebooks.Site;

/// <summary>
/// What charts embed so that they work in any notebook: the plotting library, <c>&lt;script
/// data-nn-plotlyjs="VERSION"&gt;</c>, and functions,
/// <c>&lt;script data-nn-function="NAME"&gt;</c>. A site needs the library once: it is extracted from every chart and
/// written to a file that the pages share. A page needs a function once, before its first call. What draws one figure
/// is a file, too, if it is large: pages load it when the figure comes near. A still is a file that only readers
/// without scripts load, or who print.
/// </summary>
internal sealed partial class PlotlyScripts
{
    /// <summary>In characters: a smaller drawing is not worth a request.</summary>
    private const int LargeDrawing = 4096;

    private readonly SortedDictionary<string, string> _libraries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _drawings = [];
    private readonly Dictionary<string, string> _stills = [];

    /// <summary>The files to write: name in the site → script.</summary>
    public IEnumerable<KeyValuePair<string, string>> Files => _libraries.Concat(_drawings).Concat(_stills);

    /// <summary>The file of the library, of several versions the last; null if no chart has embedded one.</summary>
    public string? Library => _libraries.Keys.LastOrDefault();

    /// <summary>The chart without the library and with its still in a file; <paramref name="loaded"/> collects
    /// the files that its page has to load.</summary>
    public string Extract(string html, ISet<string> loaded)
    {
        string chart = Script().Replace(StillImage.Extract(html, _stills), script =>
        {
            Group opening = script.Groups["opening"];
            // A function, or a library from a content delivery network: once in a page.
            if (script.Groups["function"].Success || Source().IsMatch(opening.ValueSpan))
                return loaded.Add(opening.Value) ? script.Value : "";
            loaded.Add(Keep(script.Groups["version"].Value, script.Groups["content"].Value));
            return "";
        });
        return Figure().IsMatch(chart) ? Drawing().Replace(chart, Later) : chart;
    }

    private string Later(Match drawing)
    {
        string script = drawing.Groups["content"].Value;
        if (script.Length < LargeDrawing)
            return drawing.Value;
        string name = $"assets/drawings/{HexHash.Of(script)[..16]}.js";
        _drawings[name] = script;
        return $"<script type=\"text/plain\" data-nn-drawing=\"{name}\"></script>";
    }

    /// <summary>Its name is that of its content, so that browsers keep it for ever.</summary>
    private string Keep(string version, string script)
    {
        string name = $"assets/plotly-{Unsafe().Replace(version, "-")}.{HexHash.Of(script)[..16]}.js";
        _libraries[name] = script;
        return name;
    }

    [GeneratedRegex(
        """(?<opening><script\b(?=[^<>]*\sdata-nn-(?:plotlyjs|(?<function>function))="(?<version>[^"]*)")[^<>]*>)"""
        + "(?<content>.*?)</script>",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("\\sdata-nn-(?:picture|interactive)=")]
    private static partial Regex Figure();

    [GeneratedRegex("""<script(?: type="text/javascript")?>(?<content>.*?)</script>""", RegexOptions.Singleline)]
    private static partial Regex Drawing();

    [GeneratedRegex("""\ssrc\s*=""", RegexOptions.IgnoreCase)]
    private static partial Regex Source();

    [GeneratedRegex("[^A-Za-z0-9.+-]+")]
    private static partial Regex Unsafe();
}
