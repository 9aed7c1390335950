namespace NeuralNotebooks.Runner;

/// <summary>The time limit of a cell: the cell's limit or the rest of the notebook's, whichever ends first.</summary>
/// <remarks>At its own limit a cell is interrupted, and later cells may run. Only if it does not end then, or at the
/// limit of the notebook, is its process ended. A cell of a watched notebook is stopped in the same way.</remarks>
internal sealed class TimeLimit : IDisposable
{
    /// <summary>The time for ending after an interrupt: one second for code that watches for it, and one for
    /// <c>finally</c> blocks.</summary>
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource _reached, _end;
    private readonly CancellationTokenRegistration _interrupt;

    /// <param name="interrupt">Interrupts the cell.</param>
    /// <param name="stopped">Cancelled when the cell must stop at once.</param>
    public TimeLimit(
        RunOptions options, TimeSpan notebookElapsed, Action interrupt, CancellationToken stopped,
        CancellationToken cancellation)
    {
        _reached = CancellationTokenSource.CreateLinkedTokenSource(stopped);
        _end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        TimeSpan? notebookLeft = options.NotebookTimeout - notebookElapsed;
        bool notebookEndsFirst = notebookLeft < (options.CellTimeout ?? TimeSpan.MaxValue);
        Sentence = notebookEndsFirst
            ? $"The notebook was stopped in this cell, after {Seconds(options.NotebookTimeout)} (--timeout)."
            : $"The cell was stopped after {Seconds(options.CellTimeout)} (--cell-timeout).";
        _interrupt = _reached.Token.Register(() =>
        {
            _end.CancelAfter(_grace);
            interrupt();
        });
        if (notebookEndsFirst)
            _end.CancelAfter(notebookLeft > TimeSpan.Zero ? notebookLeft.Value : TimeSpan.Zero);
        else if (options.CellTimeout is { } limit)
            _reached.CancelAfter(limit);
    }

    /// <summary>Cancelled when the process must be ended.</summary>
    public CancellationToken Token => _end.Token;

    /// <summary>Whether the cell has been interrupted.</summary>
    public bool IsReached => _reached.IsCancellationRequested;

    public string Sentence { get; }

    public void Dispose()
    {
        _interrupt.Dispose(); // Waits for an interrupt that is being sent.
        _reached.Dispose();
        _end.Dispose();
    }

    private static string Seconds(TimeSpan? limit) =>
        limit is { TotalSeconds: 1 }
            ? "1 second" : Invariant($"{limit?.TotalSeconds:0.###} seconds");
}
