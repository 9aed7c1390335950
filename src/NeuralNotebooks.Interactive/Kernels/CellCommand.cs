namespace NeuralNotebooks.Interactive;

/// <summary>The command as which the session runs the code of a cell: it lasts until the code has ended.</summary>
/// <param name="isWatched">Whether the code uses the API itself, so that it may watch the token of its context.</param>
internal sealed class CellCommand(bool isWatched) : KernelCommand(NotebookLanguage.CSharp)
{
    /// <summary>The time in which interrupted code that watches its token can end by itself.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource<ExecutionContext> _begun = new();
    private readonly TaskCompletionSource _ended = new();
    private KernelInvocationContext? _context;

    /// <summary>The context in which the code runs, when the kernel has begun to handle the command.</summary>
    public Task<ExecutionContext> Begun => _begun.Task;

    public void End() => _ended.TrySetResult();

    /// <summary>Cancels the token, on another thread, since this runs code of the cell.</summary>
    public void Cancel()
    {
        Task cancelled = CommandThreads.Run(() => _context?.Fail(this, message: "The cell was interrupted."));
        if (isWatched)
            Task.WhenAny(Task.WhenAll(cancelled, _ended.Task)).Wait(_patience); // Does not throw what the code throws.
    }

    public Task UntilEnd(KernelInvocationContext context)
    {
        _context = context;
        _begun.SetResult(ExecutionContext.Capture()!);
        return _ended.Task;
    }
}
