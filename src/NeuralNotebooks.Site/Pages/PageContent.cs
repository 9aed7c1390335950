namespace NeuralNotebooks.Site;

/// <param name="IsArticle">Whether it is the page of a notebook or a document, and not the first page.</param>
/// <param name="HasOutputs">Whether the page shows outputs of cells, or runs cells: a script draws their
/// figures.</param>
/// <param name="Skip">The id of an element and a link that leads to it from the top of the page; null for none.</param>
internal sealed record PageContent(
    string Title, bool IsArticle, Html Body, PageScope Scope, bool HasOutputs,
    (string Id, string Words)? Skip = null);
