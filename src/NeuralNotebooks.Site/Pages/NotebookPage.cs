namespace NeuralNotebooks.Site;

internal sealed record NotebookPage
{
    public required NotebookSource Notebook { get; init; }

    public required NotebookTitle Title { get; init; }

    public required Html Article { get; init; }

    public required IReadOnlyList<SearchSection> Sections { get; init; }

    public required IReadOnlyList<Checkpoint> Checkpoints { get; init; }

    public required IReadOnlyList<(string Name, string Id)> FailedCells { get; init; }

    public required int Verdicts { get; init; }

    public required PageScope Scope { get; init; }

    public bool IsLive => Scope is LiveScope;

    public bool CanRun(CodeCell cell) => IsLive && Notebook.IsRun(cell);
}
