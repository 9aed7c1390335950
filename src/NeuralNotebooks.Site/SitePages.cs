namespace NeuralNotebooks.Site;

/// <summary>The rendered pages of a site, with placeholders for their formulas.</summary>
internal sealed record SitePages
{
    public required SiteContext Site { get; init; }

    public required FrontPage Front { get; init; }

    /// <summary>The pages of the notebooks, in reading order.</summary>
    public required IReadOnlyList<NotebookPage> Notebooks { get; init; }

    /// <summary>The pages of Markdown documents to which other pages link.</summary>
    public required IReadOnlyList<NotebookPage> Documents { get; init; }

    /// <summary>Whether a page has a diagram of Mermaid.</summary>
    public bool HasDiagrams =>
        Front.Scope.HasDiagrams || Notebooks.Concat(Documents).Any(page => page.Scope.HasDiagrams);

    /// <summary>The page of an empty notebook; null if pages are not live, or a notebook has its file name.</summary>
    public required NotebookPage? Playground { get; init; }

    /// <summary>The problems that a reader of the pages would notice, except those of formulas.</summary>
    public required IReadOnlyList<SiteProblem> Problems { get; init; }
}
