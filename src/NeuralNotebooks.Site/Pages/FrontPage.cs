namespace NeuralNotebooks.Site;

/// <param name="Start">The page to which the start button leads, and its words; null for the first page.</param>
/// <param name="Head">The part of the head below the start button.</param>
/// <param name="Moved">Former addresses of pages, and the pages that are shown there.</param>
/// <param name="HasOutputs">Whether it shows outputs of cells, and not only pictures of them.</param>
internal sealed record FrontPage(
    string Title, Html Lead, (NotebookPage Page, string Words)? Start, Html Head, Html Picture, Html Sections,
    IReadOnlyList<(string Former, NotebookPage Page)> Moved, bool HasOutputs, PageScope Scope)
{
    public const string File = "index.md";
}
