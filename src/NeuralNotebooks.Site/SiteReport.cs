namespace NeuralNotebooks.Site;

/// <summary>The result of <see cref="CourseSite.Build"/>.</summary>
/// <param name="IndexPage">The full path of the site's index page.</param>
/// <param name="Published">The files that pages show, link to or read, and that were copied into the site.</param>
/// <param name="IsLive">Whether the pages of the site run C# in a browser.</param>
/// <param name="Problems">Problems such as broken links and formulas that could not be typeset. The site was written
/// nevertheless.</param>
public sealed record SiteReport(
    string IndexPage, IReadOnlyList<PublishedFile> Published, bool IsLive, IReadOnlyList<SiteProblem> Problems);
