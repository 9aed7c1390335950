namespace NeuralNotebooks.Site;

/// <summary>The scripts that draw the figures of a site. The outputs of its notebooks have only the data of the
/// figures: each page loads the drawing script, which loads plotly.js when a chart comes close to the visible
/// part.</summary>
internal sealed class FigureScripts
{
    private readonly Dictionary<string, byte[]> _files = [];

    /// <param name="plotly">The file with plotly.js; if it is null or missing, pages load it over the network.</param>
    public FigureScripts(string? plotly)
    {
        Plotly = FigureHtml.PlotlyOnNetwork;
        if (!File.Exists(plotly))
            return;
        byte[] content = File.ReadAllBytes(plotly);
        // The name contains a hash of the content, so that browsers can cache it without a time limit.
        Plotly = $"assets/plotly-{FigureHtml.PlotlyVersion}.{HexHash.Of(content)[..16]}.js";
        _files.Add(Plotly, content);
    }

    /// <summary>The text of the drawing script.</summary>
    public static string Drawing => FigureHtml.Script;

    /// <summary>The files to write: name in the site → content.</summary>
    public IReadOnlyDictionary<string, byte[]> Files => _files;

    /// <summary>The address of plotly.js.</summary>
    public string Plotly { get; }
}
