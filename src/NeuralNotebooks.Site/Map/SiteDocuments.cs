namespace NeuralNotebooks.Site;

/// <summary>A Markdown document for which the site has a page.</summary>
/// <param name="Root">The folder from which it may publish files; null for the front page.</param>
internal sealed record SiteDocument(string Path, string Text, string Page, string? Root);

/// <summary>The Markdown documents to which pages link, in the order in which the links are found. A document can link
/// to others, so the list grows while it is rendered.</summary>
internal sealed class SiteDocuments(FileNames names, string? frontPage)
{
    private readonly Dictionary<string, SiteDocument> _byPath = frontPage is null
        ? []
        : new() { [RealPath.Of(frontPage) ?? frontPage] = new(frontPage, "", "index.html", Root: null) };

    public List<SiteDocument> Found { get; } = [];

    public static bool IsDocument(string path) =>
        Path.GetExtension(path).Equals(".md", StringComparison.OrdinalIgnoreCase) && File.Exists(path);

    public SiteDocument Of(string file, string root)
    {
        string path = RealPath.Of(file) ?? file;
        if (_byPath.TryGetValue(path, out SiteDocument? known))
            return known;
        string text = NamedFile.ReadAllText(path), stem = Path.GetFileNameWithoutExtension(path);
        string folder = Path.GetDirectoryName(path)!;
        if (stem.Equals("README", StringComparison.OrdinalIgnoreCase) && folder != RealPath.Of(root))
            stem = Path.GetFileName(folder);
        var document = new SiteDocument(path, text, names.Reserve(stem, ".html"), root);
        _byPath.Add(path, document);
        Found.Add(document);
        return document;
    }

    /// <summary>The folder from which a document may publish files; null for the path of anything else.</summary>
    public string? RootOf(string path) => _byPath.GetValueOrDefault(path)?.Root;
}
