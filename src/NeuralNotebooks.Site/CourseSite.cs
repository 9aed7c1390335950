using System.Collections.ObjectModel;

namespace NeuralNotebooks.Site;

/// <summary>Turns executed notebooks into a static course site that opens from the file system or from any web
/// server.</summary>
public static class CourseSite
{
    /// <summary>Writes one page per notebook, an index and shared assets into
    /// <paramref name="outputFolder"/>.</summary>
    /// <param name="executedNotebooks">Paths of executed notebooks, in reading order.</param>
    /// <param name="outputFolder">The folder of the site. Files in it that no earlier build has written are not
    /// changed.</param>
    /// <param name="options">Title and the folders where the notebooks were written; the defaults suit any
    /// notebook.</param>
    /// <param name="cancellation">Stops the build; an existing site stays unchanged.</param>
    /// <returns>The published files, and the problems that a reader of the pages would notice.</returns>
    /// <remarks>A notebook that cannot be read is left out and reported.</remarks>
    /// <exception cref="IOException">A file cannot be read, the folder cannot be written, or a file would be replaced
    /// that no earlier build has written.</exception>
    public static SiteReport Build(
        IReadOnlyList<string> executedNotebooks,
        string outputFolder,
        SiteOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(executedNotebooks);
        ArgumentException.ThrowIfNullOrEmpty(outputFolder);
        options ??= new();

        var unreadable = new List<SiteProblem>();
        (string Path, Notebook Document)[] notebooks =
        [
            .. executedNotebooks.SelectMany(path => Read(path, unreadable)),
        ];
        var map = new SiteMap([.. notebooks.Select(notebook => notebook.Path)], options);
        LiveBundle? live = options.IsUntrusted
            ? null
            : LiveBundle.In(
                options.LiveBundle,
                outputFolder,
                [.. options.SourceFolders, .. options.SourceFolderOf.Values]
            );
        NotebookPage[] pages =
        [
            .. notebooks.Select(
                (notebook, i) =>
                {
                    cancellation.ThrowIfCancellationRequested();
                    return new NotebookPage(notebook.Path, notebook.Document, map.Pages[i], map, live is not null);
                }
            ),
        ];
        NotebookPage? playground =
            live is null || map.Pages.Contains(LiveBundle.PlaygroundPage)
                ? null
                : new(live.Playground, Notebook.Read(live.Playground), LiveBundle.PlaygroundPage, map, live: true);
        string? frontPage = options.SourceFolders.Select(folder => Path.Combine(folder, FrontPage.File))
            .FirstOrDefault(file => File.Exists(file) && RealPath.IsIn(Path.GetDirectoryName(file)!, file));
        var front = new FrontPage(new(frontPage ?? FrontPage.File, "index.html", map), map, pages);
        front.Render(frontPage, options.Title ?? "Notebooks");

        FormulaBook formulas = map.Formulas;
        IReadOnlyList<TypesetFormula>? typeset = Katex.Typeset(formulas.Formulas, options.Node, cancellation);
        MathMode mathematics =
            !EmbeddedAssets.HasKatex ? MathMode.FromNetwork
            : typeset is null ? MathMode.InBrowser
            : MathMode.Ready;
        typeset ??= [.. formulas.Formulas.Select(TypesetFormula.AsSource)];

        string? katexStyles = SharedAssets.KatexStyleSheet;
        if (mathematics == MathMode.Ready)
        {
            var compact = new CompactMarkup(typeset, katexStyles!);
            (typeset, katexStyles) = (compact.Formulas, compact.StyleSheet);
        }

        var assets = new SharedAssets(mathematics, katexStyles);
        var site = new SiteFrame(
            options.Title ?? front.Title,
            assets.Version,
            mathematics,
            options.IsUntrusted,
            live?.Version
        );
        var folder = new SiteFolder(outputFolder);
        var files = new Dictionary<string, byte[]>(assets.Files);
        void Add(string name, string text) => files.Add(name, Encoding.UTF8.GetBytes(text));

        for (int i = 0; i < pages.Length; i++)
            AddPage(pages[i], "notebooks/", pages.ElementAtOrDefault(i - 1), pages.ElementAtOrDefault(i + 1));
        if (playground is not null)
            AddPage(playground, "", null, null);

        // The folder notebooks/ has the executed notebooks. The playground was not executed, so its notebook is in the
        // site's root folder, next to its page.
        void AddPage(NotebookPage page, string place, NotebookPage? previous, NotebookPage? next)
        {
            string copy = place + Path.ChangeExtension(page.File, ".ipynb");
            string? there = folder.AddressOf(page.Notebook);
            if (there is null)
                files.Add(
                    copy,
                    Notebook.IsDib(page.Notebook)
                        ? Encoding.UTF8.GetBytes(page.Document.ToJson())
                        : NamedFile.ReadAllBytes(page.Notebook)
                );
            foreach ((string path, byte[] content) in page.FilesBeside ?? ReadOnlyDictionary<string, byte[]>.Empty)
            {
                string name = $"notebooks/{Path.GetFileNameWithoutExtension(page.File)}/{path}";
                files.Add(name, content);
                page.Scope.Files.Add(path, SiteMap.Address(name));
            }
            string html = NotebookTemplate.Of(site, page, there ?? SiteMap.Address(copy), previous, next);
            Add(page.File, formulas.Fill(html, typeset));
        }

        Add("index.html", formulas.Fill(IndexTemplate.Of(site, front, pages, playground), typeset));
        Add("assets/search.js", SearchIndex.Of(pages));
        foreach ((string name, string script) in map.Plotly.Files)
            Add(name, script);
        foreach (PublishedFile file in map.Files)
            files.Add(file.Name, file.Content);
        if (live is not null)
        {
            if (map.Plotly.Library is { } library)
                live.DrawWith(library);
            AddLive(live, files);
        }
        folder.Publish(files, cancellation);

        IEnumerable<PageScope> scopes = pages.Select(page => page.Scope).Append(front.Scope);
        return new(
            Path.GetFullPath(Path.Combine(outputFolder, "index.html")),
            [.. map.Files],
            live is not null,
            [
                .. unreadable
                    .Concat(scopes.SelectMany(scope => scope.Problems))
                    .Concat(DeadAnchors(pages, scopes))
                    .Concat(MissingData(pages, live))
                    .Concat(formulas.Problems(typeset))
                    .Distinct(),
            ]
        );
    }

    /// <summary>Whether an earlier build in this folder wrote a page of a notebook of this name.</summary>
    public static bool HasPageOf(string outputFolder, string notebook) =>
        new SiteFolder(outputFolder).Wrote(SiteMap.StemOf(notebook) + ".html");

    /// <summary>A notebook that cannot be read is reported, and the others are still shown.</summary>
    private static IEnumerable<(string, Notebook)> Read(string path, List<SiteProblem> unreadable)
    {
        Notebook document;
        try
        {
            document = Notebook.Read(path);
        }
        catch (Exception e) when (e is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            unreadable.Add(new(Path.GetFileName(path), "the whole file", $"it is left out: {e.Message}"));
            yield break;
        }

        yield return (path, document);
    }

    private static void AddLive(LiveBundle live, Dictionary<string, byte[]> files)
    {
        string version = ContentHash.Of(files)[..16] + live.Version;
        foreach ((string name, byte[] content) in live.Files)
            files.Add(name, content);
        (string list, byte[] names) = LiveBundle.OfflineList(files, version);
        files.Add(list, names);
    }

    private static IEnumerable<SiteProblem> MissingData(IEnumerable<NotebookPage> pages, LiveBundle? live) =>
        from page in pages
        from data in live?.Without ?? new Dictionary<string, string>()
        where page.Document.CodeCells.Any(cell => cell.Source.Contains(data.Key))
        select new SiteProblem(
            Path.GetFileName(page.Notebook),
            "the live page",
            $"it has no {data.Key}: put {data.Value} into the course's folder, and build the site again"
        );

    private static IEnumerable<SiteProblem> DeadAnchors(
        IReadOnlyList<NotebookPage> pages,
        IEnumerable<PageScope> scopes
    )
    {
        Dictionary<string, IReadOnlySet<string>> ids = pages.ToDictionary(page => page.File, page => page.Scope.Ids);
        return scopes
            .SelectMany(scope => scope.AnchorReferences)
            .Where(reference =>
                !ids.TryGetValue(reference.Page, out IReadOnlySet<string>? known) || !known.Contains(reference.Anchor)
            )
            .Select(reference => reference.IfMissing);
    }
}
