namespace NeuralNotebooks.Site;

internal static class SiteRenderer
{
    /// <summary>Renders the pages. A notebook that cannot be read is left out and reported.</summary>
    public static SiteBuild Render(
        IReadOnlyList<string> notebooks, SiteOptions options, LiveBundle? live, CancellationToken cancellation)
    {
        var unreadable = new List<SiteProblem>();
        var documents = new List<(string Path, Notebook Document)>();
        foreach (string path in notebooks)
            if (Read(path, unreadable) is { } document)
                documents.Add((path, document));
        string? frontPage = FileOf(options, FrontPage.File);
        var site = new SiteContext([.. documents.Select(document => document.Path)], options, frontPage);
        if (frontPage is not null)
            site.AddAnchors("index.html", () => OwnAnchors.InMarkdown(NamedFile.ReadAllText(frontPage)));
        foreach (((_, Notebook document), string page) in documents.Zip(site.Map.Pages))
            site.AddAnchors(page, () => AnchorsOf(document));
        var pages = new List<NotebookPage>();
        foreach (((string path, Notebook document), string page) in documents.Zip(site.Map.Pages))
        {
            cancellation.ThrowIfCancellationRequested();
            pages.Add(RenderPage(path, document, page));
        }
        NotebookPage? playground = live is null || site.Map.Pages.Contains(SiteMap.PlaygroundPage)
            ? null
            : RenderPage(live.Playground, Notebook.Read(live.Playground), SiteMap.PlaygroundPage);
        FrontPage front = FrontPageRenderer.Render(
            frontPage, FileOf(options, CourseDescription.File), options.Title ?? options.DefaultTitle, site, pages);
        var texts = new List<NotebookPage>();
        for (int i = 0; i < site.Documents.Found.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            texts.Add(RenderDocument(site.Documents.Found[i], site));
        }
        PageScope[] scopes = [.. pages.Concat(texts).Select(page => page.Scope), front.Scope];
        SiteProblem[] problems =
            [.. unreadable, .. scopes.SelectMany(scope => scope.Report.Problems), .. DeadAnchors(scopes, site)];
        return new(site, front, pages, texts, playground, problems);

        NotebookPage RenderPage(string path, Notebook document, string page)
        {
            var notebook = new NotebookSource(path, document, page)
            {
                IsPlayground = path == live?.Playground,
                FilesBeside = live is null ? null : site.FilesBeside(path),
            };
            return NotebookRenderer.Render(notebook, PageScope.Of(notebook, site, isLive: live is not null));
        }
    }

    private static NotebookPage RenderDocument(SiteDocument document, SiteContext site)
    {
        var notebook = new Notebook { Cells = { new MarkdownCell("text", document.Text) } };
        var source = new NotebookSource(document.Path, notebook, document.Page);
        return NotebookRenderer.Render(source, PageScope.Of(document.Path, document.Page, site));
    }

    private static Notebook? Read(string path, List<SiteProblem> problems)
    {
        try
        {
            return Notebook.Read(path);
        }
        catch (Exception e) when (e is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            problems.Add(new(Path.GetFileName(path), "the whole file", $"it is left out: {e.Message}"));
            return null;
        }
    }

    private static string? FileOf(SiteOptions options, string name) =>
        options.SourceFolders.Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(file => File.Exists(file) && RealPath.IsIn(Path.GetDirectoryName(file)!, file));

    private static IEnumerable<string> AnchorsOf(Notebook document) =>
    [
        .. document.Cells.OfType<MarkdownCell>().SelectMany(cell => OwnAnchors.InMarkdown(cell.Source)),
        .. document.CodeCells
            .SelectMany(cell => cell.Outputs)
            .Select(output => OutputFacts.DataOf(output)?.Text(MimeBundle.Html))
            .OfType<string>()
            .SelectMany(html => OwnAnchors.In(HtmlTree.Parse(html, runsScripts: true))),
    ];

    private static IEnumerable<SiteProblem> DeadAnchors(IReadOnlyList<PageScope> scopes, SiteContext site)
    {
        Dictionary<string, IReadOnlySet<string>> ids = scopes.ToDictionary(
            scope => scope.Page, scope => scope.Anchors.Ids);
        return scopes
            .SelectMany(scope => scope.Links.AnchorReferences)
            .Where(reference =>
                !site.HasOwnAnchor(reference.Page, reference.Anchor)
                && !(ids.TryGetValue(reference.Page, out IReadOnlySet<string>? known)
                    && known.Contains(reference.Anchor)))
            .Select(reference => reference.IfMissing);
    }
}
