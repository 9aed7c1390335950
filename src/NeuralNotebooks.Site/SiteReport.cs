namespace NeuralNotebooks.Site;

/// <summary>The result of <see cref="CourseSite.Build"/>.</summary>
/// <param name="IndexPage">Full path of the site's index.</param>
/// <param name="Pages">One entry per notebook, in order.</param>
/// <param name="Published">Files beside the notebooks that pages show or link to, and that are now part of the
/// site.</param>
/// <param name="Problems">Broken links, formulas that could not be typeset, and the like: the site was written
/// nevertheless.</param>
public sealed record SiteReport(
    string IndexPage,
    IReadOnlyList<SitePage> Pages,
    IReadOnlyList<PublishedFile> Published,
    IReadOnlyList<SiteProblem> Problems
);

/// <summary>A file that a notebook refers to.</summary>
/// <param name="Name">Its name in the site.</param>
/// <param name="Source">The file that was copied.</param>
public sealed record PublishedFile(string Name, string Source);

/// <summary>One page of the site.</summary>
/// <param name="Notebook">The executed notebook it was made from.</param>
/// <param name="File">Full path of the page.</param>
/// <param name="Title">The notebook's title.</param>
/// <param name="Failed">Whether a cell of the notebook ended with an error.</param>
public sealed record SitePage(string Notebook, string File, string Title, bool Failed);
