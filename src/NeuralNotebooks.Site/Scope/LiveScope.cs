namespace NeuralNotebooks.Site;

/// <summary>The scope of a page that runs C#. Only a trusted page does: its outputs become part of the page, with their
/// scripts.</summary>
internal sealed class LiveScope : TrustedScope
{
    private readonly SiteContext _site;
    private readonly IReadOnlyDictionary<string, string>? _given;
    private readonly CellFiles _named;

    /// <param name="given">For an assignment, the files that its cells find: name in the code → address. Null for any
    /// other notebook, whose code names the files.</param>
    public LiveScope(
        string notebook, string page, SiteContext site, IReadOnlyDictionary<string, string>? given)
        : base(notebook, page, site) =>
        (_site, _given, _named) = (site, given, new(notebook, site, Report));

    /// <summary>The files that cells can read: name in the code → address.</summary>
    public IReadOnlyDictionary<string, string> Files => _given ?? _named.Addresses;

    public JsonNode? Packages { get; private set; }

    /// <summary>Publishes the files that code names, unless the notebook is an assignment.</summary>
    public void PublishFilesIn(string code)
    {
        if (_given is null)
            _named.PublishNamedIn(code);
    }

    /// <summary>Publishes the packages that the notebook has restored up to a cell.</summary>
    public void AddPackages(string key)
    {
        string? found = Report.Try("its packages cannot be published", () => _site.Packages.DataOf(key) ?? "");
        if (found == "")
            Report.Add("its packages are not on this machine, so the live page does not have them; run it again");
        else if (found is not null)
            Packages = JsonNode.Parse(found);
    }
}
