namespace NeuralNotebooks.Site;

/// <summary>The result of <see cref="CourseSite.Build"/>.</summary>
/// <param name="IndexPage">Full path of the site's index.</param>
/// <param name="Published">Files beside the notebooks that pages show or link to, and that are now part of the
/// site.</param>
/// <param name="IsLive">Whether pages of the site run C# in a browser.</param>
/// <param name="Problems">Broken links, formulas that could not be typeset, and the like: the site was written
/// nevertheless.</param>
public sealed record SiteReport(
    string IndexPage,
    IReadOnlyList<PublishedFile> Published,
    bool IsLive,
    IReadOnlyList<SiteProblem> Problems
);
