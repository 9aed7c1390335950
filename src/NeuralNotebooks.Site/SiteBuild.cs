namespace NeuralNotebooks.Site;

/// <summary>The rendered pages of a site, with placeholders for their formulas. Once these are typeset, it makes the
/// site's files.</summary>
internal sealed class SiteBuild
{
    private static readonly Dictionary<string, byte[]> _none = [];

    private readonly Dictionary<string, byte[]> _files = [];

    public required SiteContext Site { get; init; }

    public required FrontPage Front { get; init; }

    /// <summary>The pages of the notebooks, in reading order.</summary>
    public required IReadOnlyList<NotebookPage> Notebooks { get; init; }

    /// <summary>The pages of Markdown documents to which other pages link.</summary>
    public required IReadOnlyList<NotebookPage> Documents { get; init; }

    /// <summary>The page of an empty notebook; null if pages are not live, or a notebook has its file name.</summary>
    public required NotebookPage? Playground { get; init; }

    /// <summary>The problems that a reader of the pages would notice, except those of formulas.</summary>
    public required IReadOnlyList<SiteProblem> Problems { get; init; }

    /// <summary>The site's files: name → content.</summary>
    /// <param name="options">The options of the site.</param>
    /// <param name="live">The bundle of live pages; null if pages are static.</param>
    /// <param name="folder">The site's folder, which may already have the executed notebooks.</param>
    public IReadOnlyDictionary<string, byte[]> Files(SiteOptions options, LiveBundle? live, SiteFolder folder)
    {
        bool hasDiagrams = Front.Scope.HasDiagrams || Notebooks.Concat(Documents).Any(page => page.Scope.HasDiagrams);
        var assets = new SharedAssets(Site.Formulas.AreTypeset, hasDiagrams);
        var frame = new SiteFrame(
            options.Title ?? Front.Title,
            assets.Version,
            Site.Formulas.AreTypeset,
            options.IsUntrusted,
            new FigureScripts(options.KitFolder),
            live?.Version);
        Add(assets.Files);
        Add(frame.Figures.Files);
        AddPages(frame, folder);
        if (live is null)
            return _files;
        // The files that make pages live, those of their packages, and the list of the files that a browser caches.
        string version = ContentHash.Of(_files)[..16] + live.Version;
        Add(live.Files());
        Add(Site.Packages.Files);
        Add([LiveBundle.OfflineList(_files, Site.Packages, version, frame.Figures.CompletePlotly)]);
        return _files;
    }

    /// <summary>Adds the pages and the files that they refer to.</summary>
    private void AddPages(SiteFrame frame, SiteFolder folder)
    {
        for (int i = 0; i < Notebooks.Count; i++)
            AddPage(Notebooks[i], Notebooks.ElementAtOrDefault(i - 1), Notebooks.ElementAtOrDefault(i + 1));
        if (Playground is { } playground)
            AddPage(playground, null, null);

        AddHtml("index.html", IndexTemplate.Of(frame, Front, Notebooks, Playground));
        foreach (NotebookPage page in Documents)
            AddHtml(page.Notebook.Page, NotebookTemplate.Of(frame, page, download: null, null, null));
        _files.Add("assets/search.js", Encoding.UTF8.GetBytes(SearchIndex.Of([.. Notebooks, .. Documents])));
        foreach (PublishedFile file in Site.Files.Published)
            _files.Add(file.Name, file.Content);

        void AddPage(NotebookPage page, NotebookPage? previous, NotebookPage? next)
        {
            string? there = folder.AddressOf(page.Notebook.Path);
            if (there is null)
                _files.Add(page.Notebook.Copy, ContentOf(page.Notebook));
            foreach ((string path, byte[] content) in page.Notebook.FilesBeside ?? _none)
                _files.Add(page.Notebook.NameBeside(path), content);
            string download = there ?? SiteMap.Address(page.Notebook.Copy);
            AddHtml(page.Notebook.Page, NotebookTemplate.Of(frame, page, download, previous, next));
        }
    }

    /// <summary>The notebook of a page, as a Jupyter notebook.</summary>
    private static byte[] ContentOf(NotebookSource notebook) =>
        Notebook.IsDib(notebook.Path)
            ? Encoding.UTF8.GetBytes(notebook.Document.ToJson())
            : NamedFile.ReadAllBytes(notebook.Path);

    private void AddHtml(string name, string page) =>
        _files.Add(name, Encoding.UTF8.GetBytes(Site.Formulas.Fill(page)));

    private void Add(IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        foreach ((string name, byte[] content) in files)
            _files.Add(name, content);
    }
}
