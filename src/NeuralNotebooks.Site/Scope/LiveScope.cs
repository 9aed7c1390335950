namespace NeuralNotebooks.Site;

/// <summary>The scope of a page that runs C#. Only a trusted page does: its outputs become part of the page, with their
/// scripts.</summary>
internal sealed class LiveScope : TrustedScope
{
    private readonly SiteContext _site;

    /// <param name="given">For an assignment, the files that its cells find: name in the code → address. Null for any
    /// other notebook, whose code names the files.</param>
    public LiveScope(string notebook, string page, SiteContext site, IReadOnlyDictionary<string, string>? given)
        : base(notebook, page, site) =>
        (_site, Files) = (site, new(notebook, site, Report, given));

    public CellFiles Files { get; }

    public JsonNode? Packages { get; private set; }

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
