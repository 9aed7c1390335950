namespace NeuralNotebooks.Site;

internal sealed record NotebookPage(
    NotebookSource Notebook, NotebookTitle Title, Html Article, IReadOnlyList<SearchSection> Sections,
    IReadOnlyList<Checkpoint> Checkpoints, IReadOnlyList<(string Name, string Id)> FailedCells, int Verdicts,
    PageScope Scope)
{
    public bool IsLive => Scope is LiveScope;

    public bool CanRun(CodeCell cell) => IsLive && Notebook.IsRun(cell);
}
