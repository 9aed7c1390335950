namespace NeuralNotebooks.Site;

/// <summary>The rendered pages of a site, with placeholders for their formulas.</summary>
internal sealed class SitePages
{
    private readonly LiveBundle? _live;
    private readonly List<SiteProblem> _unreadable = [];

    /// <summary>Renders the pages. A notebook that cannot be read is left out and reported.</summary>
    public SitePages(
        IReadOnlyList<string> notebooks,
        SiteOptions options,
        LiveBundle? live,
        CancellationToken cancellation
    )
    {
        _live = live;
        (string Path, Notebook Document)[] read = [.. notebooks.SelectMany(Read)];
        Map = new SiteMap([.. read.Select(notebook => notebook.Path)], options);
        Notebooks =
        [
            .. read.Select(
                (notebook, i) =>
                {
                    cancellation.ThrowIfCancellationRequested();
                    return Render(notebook.Path, notebook.Document, Map.Pages[i]);
                }
            ),
        ];
        if (live is not null && !Map.Pages.Contains(LiveBundle.PlaygroundPage))
            Playground = Render(live.Playground, Notebook.Read(live.Playground), LiveBundle.PlaygroundPage);
        string? frontPage = options
            .SourceFolders.Select(folder => Path.Combine(folder, FrontPage.File))
            .FirstOrDefault(file => File.Exists(file) && RealPath.IsIn(Path.GetDirectoryName(file)!, file));
        Front = FrontPageRenderer.Render(frontPage, options.Title ?? "Notebooks", Map, Notebooks);
    }

    public SiteMap Map { get; }

    public FrontPage Front { get; }

    /// <summary>The pages of the notebooks, in reading order.</summary>
    public IReadOnlyList<NotebookPage> Notebooks { get; }

    /// <summary>The page of an empty notebook; null if pages are not live, or a notebook has its file name.</summary>
    public NotebookPage? Playground { get; }

    /// <summary>The problems that a reader of the pages would notice, except those of formulas.</summary>
    public IEnumerable<SiteProblem> Problems
    {
        get
        {
            PageScope[] scopes = [.. Notebooks.Select(page => page.Scope), Front.Scope];
            return
            [
                .. _unreadable,
                .. scopes.SelectMany(scope => scope.Report.Problems),
                .. DeadAnchors(scopes),
                .. MissingData(),
            ];
        }
    }

    private NotebookPage Render(string path, Notebook document, string page)
    {
        bool isLive = _live is not null;
        var notebook = new NotebookSource(path, document, page, isLive)
        {
            FilesBeside = isLive ? Map.FilesBeside(path) : null,
        };
        return NotebookRenderer.Render(notebook, Map);
    }

    private IEnumerable<(string, Notebook)> Read(string path)
    {
        Notebook document;
        try
        {
            document = Notebook.Read(path);
        }
        catch (Exception e) when (e is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            _unreadable.Add(new(Path.GetFileName(path), "the whole file", $"it is left out: {e.Message}"));
            yield break;
        }

        yield return (path, document);
    }

    private IEnumerable<SiteProblem> DeadAnchors(IEnumerable<PageScope> scopes)
    {
        Dictionary<string, IReadOnlySet<string>> ids = Notebooks.ToDictionary(
            page => page.Notebook.Page,
            page => page.Scope.Anchors.Ids
        );
        return scopes
            .SelectMany(scope => scope.Links.AnchorReferences)
            .Where(reference =>
                !ids.TryGetValue(reference.Page, out IReadOnlySet<string>? known) || !known.Contains(reference.Anchor)
            )
            .Select(reference => reference.IfMissing);
    }

    private IEnumerable<SiteProblem> MissingData() =>
        from page in Notebooks
        from data in _live?.Without ?? new Dictionary<string, string>()
        where page.Notebook.Document.CodeCells.Any(cell => cell.Source.Contains(data.Key))
        select new SiteProblem(
            Path.GetFileName(page.Notebook.Path),
            "the live page",
            $"it has no {data.Key}: put {data.Value} into the course's folder, and build the site again"
        );
}
