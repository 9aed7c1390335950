namespace NeuralNotebooks.Site;

/// <summary>A heading of a page: its level and anchor, and its words as text and as HTML.</summary>
internal sealed record Heading(int Level, string Id, string Text, string Markup);

/// <summary>The state while one page is rendered: the notebook and cell, and the headings, formulas and scripts so
/// far.</summary>
internal sealed class PageScope(string notebook, string page, SiteMap map)
{
    /// <summary>The reason for not publishing a file that <see cref="SiteMap.Find"/> refuses.</summary>
    public const string Refused = "is not published: it is hidden or outside the notebook's folder";

    private readonly HashSet<string> _ids = ["main", "contents", "search", "search-field", "search-results"];
    private readonly HashSet<string> _headingIds = [];
    private readonly HashSet<string> _loaded = [];
    private readonly Dictionary<string, int> _lastNumbers = [];
    private readonly string _name = Path.GetFileName(notebook);

    /// <summary>The file that the page is made from.</summary>
    public string Notebook => notebook;

    /// <summary>The place in the notebook that is being rendered, for messages: <c>cell 7</c> or <c>text after cell
    /// 6</c>.</summary>
    public string Place { get; set; } = "text before cell 1";

    /// <summary>The Markdown cell that is being rendered, which may have images attached.</summary>
    public MarkdownCell? Attachments { get; set; }

    public List<Heading> Headings { get; } = [];

    public List<SiteProblem> Problems { get; } = [];

    public IReadOnlySet<string> Ids => _ids;

    /// <summary>The script files of the site that the page's pictures need.</summary>
    public IEnumerable<string> Scripts =>
        _loaded.Where(script => script.StartsWith("assets/", StringComparison.Ordinal));

    /// <summary>Reports a problem that a reader of the page would notice at <see cref="Place"/>.</summary>
    public void Report(string message) => Problems.Add(ProblemHere(message));

    /// <summary>A problem at <see cref="Place"/>, which is not reported yet.</summary>
    public SiteProblem ProblemHere(string message) => new(_name, Place, message);

    /// <summary>
    /// Runs a conversion of a part of a notebook. An exception is reported as a problem at <see cref="Place"/>, so that
    /// the rest of the page is still written.
    /// </summary>
    /// <param name="problem">The beginning of the message about a failure.</param>
    /// <param name="convert">The conversion. If it fails, the caller has to undo its partial results.</param>
    /// <returns>Whether it succeeded.</returns>
    public bool Try(string problem, Action convert)
    {
        try
        {
            convert();
            return true;
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            Report($"{problem}: {e.Message}");
            return false;
        }
    }

    /// <summary>Returns the result of a conversion; if it fails, reports that as a problem and returns null.</summary>
    public T? Try<T>(string problem, Func<T> convert)
        where T : class
    {
        T? result = null;
        Try(problem, () => { result = convert(); });
        return result;
    }

    /// <summary>The HTML unchanged, or sanitized if the notebook is not trusted.</summary>
    public string Clean(string html) =>
        map.IsUntrusted ? UntrustedHtml.Clean(html, notebook.Length == 0 ? null : _headingIds) : html;

    /// <summary>Whether the notebook is not trusted.</summary>
    public bool IsUntrusted => map.IsUntrusted;

    /// <summary>The HTML of a chart without the scripts that the page already contains or loads from a file.</summary>
    public string WithoutLibrary(string html) => map.Plotly.Extract(html, _loaded);

    /// <summary>Reports a file that is not published because it may not be.</summary>
    public void Refuse(string message) => Problems.Add(ProblemHere(message) with { IsRefusal = true });

    public string Formula(string tex, bool display) =>
        map.Formulas.Add(new(tex.Trim(), display), _name, Place);

    /// <summary>Whether a part of the page contains a formula.</summary>
    public bool HasFormula(string markup) => map.Formulas.IsIn(markup);

    /// <summary>Reserves an anchor for an element of the page, with a number appended if it is taken.</summary>
    public string UniqueId(string wanted)
    {
        string id = wanted;
        int number = _lastNumbers.GetValueOrDefault(wanted, 1);
        while (!_ids.Add(id))
            id = Invariant($"{wanted}-{++number}");
        _lastNumbers[wanted] = number;
        return id;
    }

    public string AddHeading(int level, string text, string markup)
    {
        string id = UniqueId(Slug.Of(text));
        Headings.Add(new(level, id, text, markup));
        _headingIds.Add(id);
        return id;
    }

    /// <summary>The links and images of the page.</summary>
    public PageLinks Links => field ??= new PageLinks(this, page, map);

    /// <summary>The files that the page's cells can read.</summary>
    public CellFiles Files => field ??= new CellFiles(this, map);

    /// <summary>Returns a string that is made from a file; if the file cannot be read, reports that and returns
    /// null.</summary>
    public string? Readable(string url, Func<string> make) => Try($"the file {url} cannot be read", make);
}
