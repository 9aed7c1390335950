namespace NeuralNotebooks.Site;

/// <summary>What a site is called and where its notebooks came from.</summary>
public sealed record SiteOptions
{
    /// <summary>The name of the course, in the head of every page; null for the title of its front page.</summary>
    public string? Title { get; init; }

    /// <summary>Folders in which the notebooks were written: images and files that they refer to are looked up beside
    /// the executed notebook, then here. The <c>index.md</c> in the first that has one is the front page; without one,
    /// the index is the list of notebooks.</summary>
    public IReadOnlyList<string> SourceFolders { get; init; } = [];

    /// <summary>The folder in which an executed notebook was written, where known, instead of
    /// <see cref="SourceFolders"/>.</summary>
    public IReadOnlyDictionary<string, string> SourceFolderOf { get; init; } = new Dictionary<string, string>();

    /// <summary>The folder of the course: notebooks in it may refer to all of its files that are not hidden, others
    /// only to those in their own folder.</summary>
    public string? CourseFolder { get; init; }

    /// <summary>Whether the notebooks are not trusted: their pages have no scripts, frames or event handlers but the
    /// site's own.</summary>
    public bool IsUntrusted { get; init; }

    /// <summary>The folder of the bundle that makes pages live, which the build writes; null, or one without a bundle,
    /// for static pages.</summary>
    public string? LiveBundle { get; init; }

    /// <summary>The notebooks that are assignments: their live pages are handed in. For each, the files that its
    /// page's session finds in the notebook's folder, by path.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, byte[]>> Assignments { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, byte[]>>();

    /// <summary>The program that runs KaTeX; without it, formulas are typeset in the reader's browser.</summary>
    public string Node { get; init; } = "node";
}
