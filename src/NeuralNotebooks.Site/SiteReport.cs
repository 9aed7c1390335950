namespace NeuralNotebooks.Site;

/// <summary>The result of <see cref="CourseSite.Build"/>.</summary>
/// <param name="IndexPage">Full path of the site's index.</param>
/// <param name="Published">Files beside the notebooks that pages show or link to, and that are now part of the
/// site.</param>
/// <param name="Problems">Broken links, formulas that could not be typeset, and the like: the site was written
/// nevertheless.</param>
public sealed record SiteReport(
    string IndexPage,
    IReadOnlyList<PublishedFile> Published,
    IReadOnlyList<SiteProblem> Problems
);

/// <summary>A file that a notebook refers to.</summary>
/// <param name="Name">Its name in the site.</param>
/// <param name="Source">The file that was copied.</param>
/// <param name="Content">What it contains.</param>
public sealed record PublishedFile(string Name, string Source, byte[] Content);
