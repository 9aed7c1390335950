namespace NeuralNotebooks.Site;

internal sealed record NotebookPage
{
    public required NotebookSource Notebook { get; init; }

    public required NotebookTitle Title { get; init; }

    public required Html Article { get; init; }

    public required IReadOnlyList<SearchSection> Sections { get; init; }

    public required IReadOnlyList<Checkpoint> Checkpoints { get; init; }

    /// <summary>The code cells and claims that ended with an error, with the ids of their elements.</summary>
    public required IReadOnlyList<(string Name, string Id)> FailedCells { get; init; }

    /// <summary>How many cells show a verdict on the reader's answer.</summary>
    public required int Verdicts { get; init; }

    public required PageScope Scope { get; init; }

    public bool IsLive => Scope is LiveScope;

    /// <summary>Whether a reader can run a cell on the page.</summary>
    public bool CanRun(CodeCell cell) => IsLive && Notebook.IsRun(cell);
}
