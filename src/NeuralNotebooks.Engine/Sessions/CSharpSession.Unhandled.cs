using System.Runtime.ExceptionServices;

namespace NeuralNotebooks.Engine;

/// <content>Handles exceptions of a cell's code that nothing catches: in threads, timers, async void methods and
/// finalizers.</content>
public sealed partial class CSharpSession
{
    private static Tuple<CSharpSession, CellExecution>? _latest;

    /// <summary>The latest execution of each cell, as long as anything that it has started still exists.</summary>
    private readonly ConcurrentDictionary<int, WeakReference<CellExecution>> _executions = [];

    /// <summary>From now on, an unhandled exception becomes an error output of its cell instead of ending the process;
    /// if the cell is still running, the cell fails. This is for hosts that run one session per process. Unhandled
    /// exceptions of other code still end the process.</summary>
    /// <exception cref="InvalidOperationException">The process has a handler for unhandled exceptions
    /// already.</exception>
    public static void KeepUnhandledExceptions() => ExceptionHandling.SetUnhandledExceptionHandler(KeepUnhandled);

    /// <summary>The handler of unhandled exceptions. It runs on the thread that threw the exception, before the stack
    /// is unwound; in a timer, the asynchronous flow of the cell has already ended.</summary>
    /// <returns>Whether the exception is handled, so that the process continues.</returns>
    private static bool KeepUnhandled(Exception exception)
    {
        if (_latest is not var (session, latest))
            return false;
        if (CellStoppedException.IsCauseOf(exception))
            return true; // The interrupt of the cell has stopped this thread.
        CellResult failure = session._exceptions.Create(exception, latest.Number);
        if (failure.Location is null && CellExecution.Own is null)
            return false;
        CellExecution execution = CellExecution.Own
            ?? (session._executions.TryGetValue(failure.Location!.Cell, out var known)
                && known.TryGetTarget(out CellExecution? alive) ? alive : latest);
        execution.Fail(failure);
        return true;
    }

    /// <summary>Handles the exception of an async void method whose continuations run in the cell's event loop; used in
    /// every host.</summary>
    private void KeepUnhandled(CellExecution execution, Exception exception)
    {
        if (!CellStoppedException.IsCauseOf(exception))
            execution.Fail(_exceptions.Create(exception, execution.Number));
    }
}
