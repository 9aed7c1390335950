using System.Runtime.ExceptionServices;

namespace NeuralNotebooks.Engine;

/// <content>Handles exceptions of a cell's code that nothing catches: in threads, timers, async void methods and
/// finalizers.</content>
public sealed partial class CSharpSession
{
    /// <summary>The latest execution of each cell, as long as anything that it has started still exists.</summary>
    private readonly ConcurrentDictionary<CodeOrigin, WeakReference<CellExecution>> _executions = [];

    /// <summary>From now on, an unhandled exception becomes an error output of its cell instead of ending the process;
    /// if the cell is still running, the cell fails. This is for hosts that run one session per process. Unhandled
    /// exceptions of other code still end the process.</summary>
    /// <remarks>The handler runs on the thread that has thrown the exception, before the stack is unwound. In a timer,
    /// the asynchronous flow of the cell has already ended.</remarks>
    /// <exception cref="InvalidOperationException">The process has a handler for unhandled exceptions
    /// already.</exception>
    public static void KeepUnhandledExceptions() => ExceptionHandling.SetUnhandledExceptionHandler(exception =>
        CurrentCell.Latest?.Unhandled?.Invoke(CurrentCell.OfCaller, exception) == true);

    private bool KeepUnhandled(CellExecution? owner, Exception exception)
    {
        if (CellStoppedException.IsCauseOf(exception))
            return true; // The interrupt of the cell has stopped this code.
        CellExecution latest = CurrentCell.Latest!;
        CellResult failure = _exceptions.Create(exception, (owner ?? latest).Origin);
        if (owner is null && failure.Location is null)
            return false;
        owner ??= _executions.TryGetValue(failure.Location!.Origin, out WeakReference<CellExecution>? known)
            && known.TryGetTarget(out CellExecution? alive) ? alive : latest;
        owner.Fail(failure);
        return true;
    }
}
