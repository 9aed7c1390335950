namespace NeuralNotebooks.Site;

internal sealed class SiteContext(IReadOnlyList<string> notebooks, SiteOptions options, string? frontPage = null)
{
    private readonly Dictionary<string, Lazy<HashSet<string>>> _anchors = [];

    public SiteMap Map { get; } = new(notebooks);

    public SiteDocuments Documents => field ??= new(Map.Names, frontPage);

    public CourseFiles Files => field ??= new(options, Documents);

    public PackageFiles Packages { get; } = new(options.PackageCache);

    /// <summary>Adds the anchors that the author of a page defines in HTML. They are searched when a link first leads
    /// to the page. Pages of notebooks that are not trusted have none, since such anchors are removed.</summary>
    public void AddAnchors(string page, Func<IEnumerable<string>> find)
    {
        if (!IsUntrusted)
            _anchors.TryAdd(page, new(() => [.. find()]));
    }

    public bool HasOwnAnchor(string page, string id) =>
        id.Length > 0 && _anchors.TryGetValue(page, out Lazy<HashSet<string>>? anchors) && anchors.Value.Contains(id);

    public SiteDocument AddDocument(LinkTarget target)
    {
        SiteDocument document = Documents.Of(target.Path!, target.Root);
        AddAnchors(document.Page, () => OwnAnchors.InMarkdown(document.Text));
        return document;
    }

    public FormulaBook Formulas { get; } = new();

    public bool IsUntrusted => options.IsUntrusted;

    public IReadOnlyDictionary<string, byte[]>? FilesBeside(string notebook) =>
        options.Assignments.GetValueOrDefault(notebook);
}
