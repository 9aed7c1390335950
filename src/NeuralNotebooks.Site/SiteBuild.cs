namespace NeuralNotebooks.Site;

/// <summary>The rendered pages of a site. Once their formulas are typeset, it makes the
/// site's files.</summary>
internal sealed record SiteBuild(
    SiteContext Context, FrontPage Front, IReadOnlyList<NotebookPage> Notebooks, IReadOnlyList<NotebookPage> Documents,
    NotebookPage? Playground, IReadOnlyList<SiteProblem> Problems)
{
    /// <summary>The site's files: name → content.</summary>
    /// <param name="folder">The site's folder, which may already have the executed notebooks.</param>
    public IReadOnlyDictionary<string, byte[]> Files(SiteOptions options, LiveBundle? live, SiteFolder folder)
    {
        var assets = new SharedAssets(Context.Formulas.AreTypeset);
        var frame = new SiteFrame(
            options.Title ?? Front.Title,
            assets.Version,
            Context.Formulas.AreTypeset,
            new FigureScripts(options.KitFolder),
            live?.Version);
        var files = new Dictionary<string, byte[]>();
        Add(assets.Files);
        Add(frame.Figures.Files);
        Add(Pages(frame, folder));
        if (live is null)
            return files;
        // The files that make pages live, those of their packages, and the list of the files that a browser caches.
        string version = ContentHash.Of(files)[..16] + live.Version;
        Add(live.Files());
        Add(Context.Packages.Files);
        Add([LiveBundle.OfflineList(files, Context.Packages, version, frame.Figures.CompletePlotly)]);
        return files;

        void Add(IEnumerable<KeyValuePair<string, byte[]>> more)
        {
            foreach ((string name, byte[] content) in more)
                files.Add(name, content);
        }
    }

    private IEnumerable<KeyValuePair<string, byte[]>> Pages(SiteFrame frame, SiteFolder folder)
    {
        return
        [
            .. Notebooks.SelectMany((page, i) =>
                FilesOf(page, Notebooks.ElementAtOrDefault(i - 1), Notebooks.ElementAtOrDefault(i + 1))),
            .. Playground is null ? [] : FilesOf(Playground, null, null),
            Page("index.html", IndexTemplate.Of(frame, Front, Notebooks, Playground)),
            .. Front.Moved.Select(moved => Page(moved.Former, Html.Raw(MovedPage.Of(moved.Page)))),
            .. Documents.Select(page =>
                Page(page.Notebook.Page, NotebookTemplate.Of(frame, page, download: null, null, null))),
            new("assets/search.js", Encoding.UTF8.GetBytes(SearchIndex.Of([.. Notebooks, .. Documents]))),
            .. Context.Files.Published.Select(file => KeyValuePair.Create(file.Name, file.Content)),
        ];

        IEnumerable<KeyValuePair<string, byte[]>> FilesOf(NotebookPage page, NotebookPage? previous, NotebookPage? next)
        {
            NotebookSource notebook = page.Notebook;
            string? there = folder.AddressOf(notebook.Path);
            if (there is null)
                yield return new(notebook.Copy, ContentOf(notebook));
            foreach ((string path, byte[] content) in notebook.FilesBeside ?? new Dictionary<string, byte[]>())
                yield return new(notebook.NameBeside(path), content);
            string download = there ?? SiteMap.Address(notebook.Copy);
            yield return Page(notebook.Page, NotebookTemplate.Of(frame, page, download, previous, next));
        }
    }

    private KeyValuePair<string, byte[]> Page(string name, Html html) =>
        new(name, Encoding.UTF8.GetBytes(html.Written(Context.Formulas.Typeset)));

    private static byte[] ContentOf(NotebookSource notebook) =>
        Notebook.IsText(notebook.Path)
            ? Encoding.UTF8.GetBytes(notebook.Document.ToJson())
            : NamedFile.ReadAllBytes(notebook.Path);
}
