namespace NeuralNotebooks.Site;

/// <summary>
/// What charts embed so that they work in any notebook: the plotting library, <c>&lt;script
/// data-nn-plotlyjs="VERSION"&gt;</c>, and functions,
/// <c>&lt;script data-nn-function="NAME"&gt;</c>. A site needs the library once: it is extracted from every chart and
/// written to a file that the pages share. A page needs a function once, before its first call. A still is a file that
/// only readers without scripts load.
/// </summary>
internal sealed partial class PlotlyScripts
{
    private readonly Dictionary<string, (string Version, string Script)> _byContent = [];
    private readonly Dictionary<string, string> _fileNames = [];
    private readonly Dictionary<string, string> _stills = [];

    /// <summary>The files to write: name in the site → script.</summary>
    public IEnumerable<KeyValuePair<string, string>> Files
        => _byContent.Select(entry => KeyValuePair.Create(_fileNames[entry.Key], entry.Value.Script)).Concat(_stills);

    /// <summary>The chart without the library and with its still in a file; <paramref name="loaded"/> collects
    /// the files that its page has to load.</summary>
    public string Extract(string html, ISet<string> loaded) =>
        Script().Replace(StillImage.Extract(html, _stills), script =>
        {
            Group opening = script.Groups["opening"];
            // A function, or a library from a content delivery network: once in a page.
            if (script.Groups["function"].Success || Source().IsMatch(opening.ValueSpan))
                return loaded.Add(opening.Value) ? script.Value : "";
            loaded.Add(Keep(script.Groups["version"].Value, script.Groups["content"].Value));
            return "";
        });

    private string Keep(string version, string script)
    {
        string content = HexHash.Of(script);
        if (_byContent.TryAdd(content, (version, script)))
        {
            // Two libraries under one version: both are kept, and each page loads its own.
            string name = Unsafe().Replace(version, "-");
            bool first = !_fileNames.ContainsValue($"assets/plotly-{name}.min.js");
            _fileNames[content] = first
                ? $"assets/plotly-{name}.min.js"
                : $"assets/plotly-{name}-{content[..8]}.min.js";
        }

        return _fileNames[content];
    }

    [GeneratedRegex(
        """(?<opening><script\b(?=[^<>]*\sdata-nn-(?:plotlyjs|(?<function>function))="(?<version>[^"]*)")[^<>]*>)"""
        + "(?<content>.*?)</script>",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("""\ssrc\s*=""", RegexOptions.IgnoreCase)]
    private static partial Regex Source();

    [GeneratedRegex("[^A-Za-z0-9.+-]+")]
    private static partial Regex Unsafe();
}
