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
        SiteBuild build = SiteRenderer.Render(executedNotebooks, options, live, cancellation);
        build.Context.Formulas.Typeset(options.Node, cancellation);
        var folder = new SiteFolder(outputFolder);
        folder.Publish(build.Files(options, live, folder), cancellation);
        return new(
            Path.GetFullPath(Path.Combine(outputFolder, "index.html")),
            [.. build.Context.Files.Published],
            live is not null,
            [.. build.Problems.Concat(build.Context.Formulas.Problems).Distinct()]);
    }
}
