namespace NeuralNotebooks.Site;

/// <summary>What the parts of one page share while it is rendered.</summary>
/// <param name="notebook">The path of the notebook; empty for a text that is not part of a site.</param>
/// <param name="page">The file name of the page.</param>
/// <param name="map">The site.</param>
internal sealed class PageScope(string notebook, string page, SiteMap map)
{
    private readonly HashSet<string> _loaded = [];

    /// <summary>The file that the page is made from.</summary>
    public string Notebook => notebook;

    /// <summary>The problems of the page.</summary>
    public PageReport Report { get; } = new(Path.GetFileName(notebook));

    /// <summary>The headings of the page and its ids.</summary>
    public PageAnchors Anchors { get; } = new();

    /// <summary>The links and images of the page.</summary>
    public PageLinks Links => field ??= new PageLinks(notebook, page, map, Report);

    /// <summary>The files that the page's cells can read.</summary>
    public CellFiles Files => field ??= new CellFiles(notebook, map, Report);

    /// <summary>The script files of the site that the page's pictures need.</summary>
    public IEnumerable<string> Scripts =>
        _loaded.Where(script => script.StartsWith("assets/", StringComparison.Ordinal));

    /// <summary>Whether the notebook is not trusted.</summary>
    public bool IsUntrusted => map.IsUntrusted;

    /// <summary>The HTML unchanged, or sanitized if the notebook is not trusted.</summary>
    public string Clean(string html) =>
        map.IsUntrusted ? UntrustedHtml.Clean(html, notebook.Length == 0 ? null : Anchors.HeadingIds) : html;

    /// <summary>The HTML of a chart without the scripts that the page already contains or loads from a file.</summary>
    public string WithoutLibrary(string html) => map.Plotly.Extract(html, _loaded);

    /// <summary>The placeholder of a formula.</summary>
    public string Formula(string tex, bool display) =>
        map.Formulas.Add(new(tex.Trim(), display), Report.Notebook, Report.Place);

    /// <summary>Whether a part of the page contains a formula.</summary>
    public bool HasFormula(string markup) => map.Formulas.IsIn(markup);
}
