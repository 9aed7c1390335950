namespace NeuralNotebooks.Site;

/// <summary>Turns executed notebooks into a static course site that opens from the file system or from any web server.</summary>
public static class CourseSite
{
    /// <summary>Writes one page per notebook, an index and shared assets into <paramref name="outputFolder"/>.</summary>
    /// <param name="executedNotebooks">Paths of executed notebooks, in the order in which a reader meets them.</param>
    /// <param name="outputFolder">The folder of the site; files in it that an earlier build did not write are left alone.</param>
    /// <param name="options">Title, front page and the folders where the notebooks were written; defaults serve any notebook.</param>
    /// <param name="cancellation">Stops the build; the site that was there stays as it was.</param>
    /// <returns>What was written, and what a reader of the pages would stumble over.</returns>
    public static SiteReport Build(
        IReadOnlyList<string> executedNotebooks, string outputFolder, SiteOptions? options = null, CancellationToken cancellation = default)
        => throw new NotImplementedException();
}
