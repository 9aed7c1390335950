namespace NeuralNotebooks.Site;

/// <summary>A heading of a page: its level and anchor, and its words as text and as HTML.</summary>
internal sealed record Heading(int Level, string Id, string Text, string Markup);

/// <summary>A reference to an anchor of a page. It is checked when all pages are rendered.</summary>
internal sealed record AnchorReference(string Page, string Anchor, SiteProblem IfMissing);

/// <summary>The state while one page is rendered: the notebook and cell, and the headings, links, formulas and scripts
/// so far.</summary>
internal sealed partial class PageScope(string notebook, string page, SiteMap map)
{
    /// <summary>The reason for not publishing a file that <see cref="SiteMap.Find"/> refuses.</summary>
    public const string Refused = "is not published: it is hidden or outside the notebook's folder";

    private const string Attachment = "attachment:";
    private const string MayRunScripts = "is not published: a file of this type may run scripts";

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

    public List<AnchorReference> AnchorReferences { get; } = [];

    public IReadOnlySet<string> Ids => _ids;

    /// <summary>The script files of the site that the page's pictures need.</summary>
    public IEnumerable<string> Scripts =>
        _loaded.Where(script => script.StartsWith("assets/", StringComparison.Ordinal));

    /// <summary>Reports a problem that a reader of the page would notice at <see cref="Place"/>.</summary>
    public void Report(string message) => Problems.Add(new(_name, Place, message));

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
    public void Refuse(string message) => Problems.Add(new(_name, Place, message) { IsRefusal = true });

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

    /// <summary>The address of an image in the site.</summary>
    public string Image(string url)
    {
        if (url.StartsWith(Attachment, StringComparison.OrdinalIgnoreCase))
            return Attached(Uri.UnescapeDataString(url[Attachment.Length..]), url);
        if (IsAbsolute(url))
        {
            if (!url.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
                Report($"the image {url} comes from another host: the page does not work offline");
            return url;
        }

        (string path, _) = Split(url);
        LinkTarget found = map.Find(notebook, path);
        if (found.Path is { } file && File.Exists(file))
        {
            if (!IsUntrusted || AllowedMarkup.IsHarmlessFile(file))
                return Readable(url, () => map.Publish(file)) ?? url;
            // An SVG that is opened as a document may run scripts; as an image it cannot, so it is embedded.
            if (Path.GetExtension(file).Equals(".svg", StringComparison.OrdinalIgnoreCase))
                return Readable(url, () => ImageData.OfSvg(NamedFile.ReadAllBytes(RealPath.Of(file) ?? file))) ?? url;
            Refuse($"the image {url} {MayRunScripts}");
            return url;
        }

        if (found.IsRefused)
            Refuse($"the image {url} {Refused}");
        else
            Report($"the image {url} does not exist");
        return url;
    }

    /// <summary>The data URL of an image that is attached to the cell.</summary>
    private string Attached(string name, string url)
    {
        if (Attachments?.Attachment(name) is { } bundle && ImageData.Of(bundle) is { } image)
            return image;
        Report($"the image {url} is not attached to its cell");
        return "";
    }

    /// <summary>The address of a link's target from this page; null when the target is not part of the site.</summary>
    public string? Link(string url)
    {
        if (IsAbsolute(url))
            return url;

        (string path, string fragment) = Split(url);
        if (path.Length == 0)
            return fragment.Length == 0 ? "#" : "#" + Anchor(page, fragment, url);
        if (Engine.Notebook.IsNotebook(path) && map.PageOf(path) is { } target)
            return SiteMap.Address(target) + (fragment.Length == 0 ? "" : "#" + Anchor(target, fragment, url));

        (string? found, bool isRefused) = map.Find(notebook, path);
        if (isRefused)
            Refuse($"the file {url} {Refused}");
        else if (found is null)
            Report($"the link to {url} leads nowhere: there is no such file in the course");
        else if (Engine.Notebook.IsNotebook(path))
            Report($"the link to {url} leads to a notebook that is not part of this site");
        else if (Directory.Exists(found))
            Report($"the link to {url} leads to a folder: name a file in it");
        else if (IsUntrusted && !AllowedMarkup.IsHarmlessFile(found))
            Refuse($"the file {url} {MayRunScripts}");
        else
            return Readable(url, () => map.Publish(found));
        return null;
    }

    /// <summary>The files that the page's cells can read.</summary>
    public CellFiles Files => field ??= new CellFiles(this, map);

    /// <summary>Returns a string that is made from a file; if the file cannot be read, reports that and returns
    /// null.</summary>
    public string? Readable(string url, Func<string> make) => Try($"the file {url} cannot be read", make);

    /// <summary>Rewrites images and links in HTML within Markdown.</summary>
    public string RewriteAttributes(string html)
        => Reference().Replace(html, match =>
        {
            string url = System.Net.WebUtility.HtmlDecode(match.Groups["url"].Value);
            bool image = match.Groups["attribute"].Value.Equals("src", StringComparison.OrdinalIgnoreCase);
            string target = image ? Image(url) : Link(url) ?? url;
            return match.Groups["before"].Value + "\"" + Html.Escape(target) + "\"";
        });

    private string Anchor(string target, string fragment, string url)
    {
        // The fragment names a cell or a heading. The anchors of headings in Jupyter and GitHub have the same slug as
        // ours.
        string anchor = Slug.Of(Uri.UnescapeDataString(fragment));
        AnchorReferences.Add(
            new(target, anchor, new(_name, Place, $"the link to {url} leads nowhere: there is no such heading"))
        );
        return anchor;
    }

    private static (string Path, string Fragment) Split(string url)
    {
        string[] parts = url.Split('#', 2);
        return (Uri.UnescapeDataString(parts[0].Split('?')[0]), parts.Length == 2 ? parts[1] : "");
    }

    private static bool IsAbsolute(string url) =>
        Scheme().IsMatch(url) || url.StartsWith("//", StringComparison.Ordinal);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]+:")]
    private static partial Regex Scheme();

    /// <remarks>A match never extends beyond the next tag, so that many unfinished tags take linear time.</remarks>
    [GeneratedRegex(
        """(?<before><(?:img|a|source|video|audio)\b[^<>]*?\s(?<attribute>src|href)\s*=\s*)(["'])(?<url>[^<]*?)\1""",
        RegexOptions.IgnoreCase)]
    private static partial Regex Reference();
}
