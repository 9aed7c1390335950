using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace NeuralNotebooks.Engine;

/// <content>Exceptions of a cell's code that no caller catches: in threads, timers, async void methods and
/// finalizers.</content>
public sealed partial class CSharpSession
{
    private static readonly ConditionalWeakTable<CellExecution, CellResult> _unhandled = [];
    private static (CSharpSession Session, CellExecution Execution)? _latest;

    /// <summary>The latest execution of each cell, as long as anything that it has started lives.</summary>
    private readonly ConcurrentDictionary<int, WeakReference<CellExecution>> _executions = [];

    /// <summary>
    /// From now on such an exception is an error that its cell shows, and fails that cell if it is still running; the
    /// process lives on. For hosts that run one session per process. Exceptions of any other code still end the
    /// process.
    /// </summary>
    /// <exception cref="InvalidOperationException">The process has a handler for unhandled exceptions
    /// already.</exception>
    public static void KeepUnhandledExceptions() => ExceptionHandling.SetUnhandledExceptionHandler(KeepUnhandled);

    /// <summary>Runs on the thread that threw, while its exception is still in flight; in a timer, after its flow has
    /// been left.</summary>
    /// <returns>Whether the process lives on.</returns>
    private static bool KeepUnhandled(Exception exception)
    {
        if (_latest is not var (session, latest))
            return false;
        if (CellStoppedException.IsCauseOf(exception))
            return true; // A thread stopped by the interrupt of its cell.
        CellResult failure = session._exceptions.Create(exception, latest.Number);
        if (failure.Location is null && CellExecution.Own is null)
            return false;
        CellExecution execution =
            CellExecution.Own
            ?? (
                session._executions.TryGetValue(failure.Location!.Cell, out var known)
                && known.TryGetTarget(out CellExecution? alive)
                    ? alive
                    : latest
            );
        Keep(execution, failure);
        return true;
    }

    /// <summary>The same for an async void method that resumes as its cell's code does, in any host.</summary>
    private void KeepUnhandled(CellExecution execution, Exception exception)
    {
        if (!CellStoppedException.IsCauseOf(exception))
            Keep(execution, _exceptions.Create(exception, execution.Number));
    }

    private static void Keep(CellExecution execution, CellResult failure)
    {
        _unhandled.TryAdd(execution, failure);
        execution.Outputs.Emit(failure.Error!);
    }
}
