namespace NeuralNotebooks.Site;

internal sealed record FrontPage
{
    public const string File = "index.md";

    public required string Title { get; init; }

    public required Html Lead { get; init; }

    /// <summary>The page to which the start button leads, and its words; null for the first page.</summary>
    public required (NotebookPage Page, string Words)? Start { get; init; }

    /// <summary>The part of the head below the start button.</summary>
    public required Html Head { get; init; }

    public required Html Picture { get; init; }

    public required Html Sections { get; init; }

    /// <summary>Former addresses of pages, and the pages that are shown there.</summary>
    public required IReadOnlyList<(string Former, NotebookPage Page)> Moved { get; init; }

    /// <summary>Whether it shows outputs of cells, and not only pictures of them.</summary>
    public required bool HasOutputs { get; init; }

    public required PageScope Scope { get; init; }
}
