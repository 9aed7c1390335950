namespace NeuralNotebooks.Site;

internal sealed class SiteMap
{
    public const string PlaygroundPage = "playground.html";

    private readonly Dictionary<string, string> _pages = new(StringComparer.OrdinalIgnoreCase);

    public SiteMap(IReadOnlyList<string> notebooks)
    {
        Names = new FileNames("index.html");
        Pages = [.. notebooks.Select(notebook => Names.Reserve(StemOf(notebook), ".html"))];
        Names.Reserve(Path.GetFileNameWithoutExtension(PlaygroundPage), ".html");
        for (int i = 0; i < notebooks.Count; i++)
            _pages.TryAdd(StemOf(notebooks[i]) + ".ipynb", Pages[i]);
    }

    public FileNames Names { get; }

    public IReadOnlyList<string> Pages { get; }

    public string? PageOf(string link) =>
        _pages.GetValueOrDefault(Path.ChangeExtension(Path.GetFileName(link), ".ipynb"));

    /// <summary>The name of a notebook in links. NAME.failed.ipynb, the result of a failed run, has the name
    /// NAME.</summary>
    public static string StemOf(string notebook)
    {
        const string failed = ExecutedNotebooks.FailedSuffix;
        string stem = Path.GetFileNameWithoutExtension(notebook);
        return stem.EndsWith(failed, StringComparison.OrdinalIgnoreCase) ? stem[..^failed.Length] : stem;
    }

    public static string Address(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
