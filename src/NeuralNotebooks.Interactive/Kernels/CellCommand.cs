namespace NeuralNotebooks.Interactive;

/// <summary>The command as which the session runs the code of a cell: it lasts until the code has ended.</summary>
internal sealed class CellCommand() : KernelCommand(NotebookLanguage.CSharp)
{
    private readonly TaskCompletionSource<ExecutionContext> _begun = new();
    private readonly TaskCompletionSource _ended = new();

    /// <summary>The context in which the code runs, when the kernel has begun to handle the command.</summary>
    public Task<ExecutionContext> Begun => _begun.Task;

    public void End() => _ended.TrySetResult();

    public Task UntilEnd()
    {
        _begun.SetResult(ExecutionContext.Capture()!);
        return _ended.Task;
    }
}
