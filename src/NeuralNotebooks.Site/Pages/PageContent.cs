namespace NeuralNotebooks.Site;

internal sealed record PageContent
{
    public required string Title { get; init; }

    public required string Description { get; init; }

    /// <summary>Whether it is the page of a notebook or a document, and not the first page.</summary>
    public required bool IsArticle { get; init; }

    public required Html Body { get; init; }

    public required bool HasFormulas { get; init; }

    /// <summary>Whether the page shows outputs of cells, or runs cells: a script draws their figures.</summary>
    public required bool HasOutputs { get; init; }

    public bool IsLive { get; init; }

    /// <summary>The id of an element and a link that leads to it from the top of the page; null if there is
    /// none.</summary>
    public (string Id, string Words)? Skip { get; init; }
}
