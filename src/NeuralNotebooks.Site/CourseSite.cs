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
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(executedNotebooks);
        ArgumentException.ThrowIfNullOrEmpty(outputFolder);
        options ??= new();

        LiveBundle? live = options.IsUntrusted ? null : LiveBundle.In(options.LiveBundle);
        SitePages pages = SiteRenderer.Render(executedNotebooks, options, live, cancellation);
        FormulaBook formulas = pages.Site.Formulas;
        formulas.Typeset(options.Node, cancellation);
        var assets = new SharedAssets(formulas.Mode, pages.HasDiagrams);
        var site = new SiteFrame(
            options.Title ?? pages.Front.Title,
            assets.Version,
            formulas.Mode,
            options.IsUntrusted,
            new FigureScripts(options.KitFolder),
            live?.Version);

        var folder = new SiteFolder(outputFolder);
        var files = new SiteFiles(site, formulas, folder);
        files.Add(assets.Files);
        files.Add(site.Figures.Files);
        files.AddPages(pages);
        if (live is not null)
            files.AddLive(live, pages.Site.Packages);
        folder.Publish(files.All, cancellation);

        return new(
            Path.GetFullPath(Path.Combine(outputFolder, "index.html")),
            [.. pages.Site.Files.Published],
            live is not null,
            [.. pages.Problems.Concat(formulas.Problems).Distinct()]);
    }
}
