namespace NeuralNotebooks.Runner;

/// <summary>The time limit of a cell: the cell's limit or the rest of the notebook's, whichever ends first.</summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly CancellationTokenSource _source;

    public TimeLimit(RunOptions options, TimeSpan notebookElapsed, CancellationToken cancellation)
    {
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        TimeSpan? notebookLeft = options.NotebookTimeout - notebookElapsed;
        bool notebookEndsFirst = notebookLeft < (options.CellTimeout ?? TimeSpan.MaxValue);
        Sentence = notebookEndsFirst
            ? $"The notebook was stopped in this cell, after {Seconds(options.NotebookTimeout)} (--timeout)."
            : $"The cell was stopped after {Seconds(options.CellTimeout)} (--cell-timeout).";
        if ((notebookEndsFirst ? notebookLeft : options.CellTimeout) is { } left)
            _source.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
    }

    public CancellationToken Token => _source.Token;

    public string Sentence { get; }

    public void Dispose() => _source.Dispose();

    private static string Seconds(TimeSpan? limit) =>
        limit is { TotalSeconds: 1 }
            ? "1 second" : Invariant($"{limit?.TotalSeconds:0.###} seconds");
}
