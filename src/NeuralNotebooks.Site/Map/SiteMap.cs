namespace NeuralNotebooks.Site;

/// <summary>What the pages of a site share: the names of pages and files, the formulas, and the scripts of
/// charts.</summary>
internal sealed class SiteMap
{
    private readonly Dictionary<string, string> _pages = new(StringComparer.OrdinalIgnoreCase);
    private readonly SiteOptions _options;

    public SiteMap(IReadOnlyList<string> notebooks, SiteOptions options)
    {
        _options = options;
        Files = new(options);
        var names = new FileNames("index.html");
        Pages = [.. notebooks.Select(notebook => names.Reserve(StemOf(notebook), ".html"))];
        for (int i = 0; i < notebooks.Count; i++)
            _pages.TryAdd(StemOf(notebooks[i]) + ".ipynb", Pages[i]);
    }

    /// <summary>The name of a notebook in links. NAME.failed.ipynb, the result of a failed run, has the name
    /// NAME.</summary>
    public static string StemOf(string notebook)
    {
        const string failed = ".failed";
        string stem = Path.GetFileNameWithoutExtension(notebook);
        return stem.EndsWith(failed, StringComparison.OrdinalIgnoreCase) ? stem[..^failed.Length] : stem;
    }

    /// <summary>The files that an assignment's cells find in the notebook's folder; null for any other
    /// notebook.</summary>
    public IReadOnlyDictionary<string, byte[]>? FilesBeside(string notebook) =>
        _options.Assignments.GetValueOrDefault(notebook);

    /// <summary>Whether the notebooks are not trusted.</summary>
    public bool IsUntrusted => _options.IsUntrusted;

    /// <summary>The file names of the pages, in the order of the notebooks.</summary>
    public IReadOnlyList<string> Pages { get; }

    public FormulaBook Formulas { get; } = new();

    public PlotlyScripts Plotly { get; } = new();

    /// <summary>The files that pages refer to.</summary>
    public CourseFiles Files { get; }

    /// <summary>The page of a notebook that a link names, or null when it is not in the site.</summary>
    public string? PageOf(string link) =>
        _pages.GetValueOrDefault(Path.ChangeExtension(Path.GetFileName(link), ".ipynb"));

    /// <summary>A path in the site, escaped for a link.</summary>
    public static string Address(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
