using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace NeuralNotebooks.Engine;

/// <content>Exceptions of a cell's code that no caller catches: in threads, timers, async void methods and finalizers.</content>
public sealed partial class CSharpSession
{
    private static readonly ConditionalWeakTable<OutputDelivery, CellResult> _unhandled = [];
    private static (CSharpSession Session, OutputDelivery Outputs, int Cell)? _latest;

    /// <summary>
    /// From now on such an exception is an error that its cell shows, and fails that cell if it is still running; the process lives on.
    /// For hosts that run one session per process. Exceptions of any other code still end the process.
    /// </summary>
    /// <exception cref="InvalidOperationException">The process has a handler for unhandled exceptions already.</exception>
    public static void KeepUnhandledExceptions() => ExceptionHandling.SetUnhandledExceptionHandler(KeepUnhandled);

    /// <summary>Runs on the thread that threw, while its exception is still in flight.</summary>
    /// <returns>Whether the process lives on.</returns>
    private static bool KeepUnhandled(Exception exception)
    {
        if (_latest is not var (session, latest, cell))
            return false;
        if (exception is OperationCanceledException or ThreadInterruptedException && InterruptPoint.IsRequested)
            return true; // A thread stopped by the interrupt of its cell.
        (ErrorOutput error, CellLocation? place) = session._exceptions.Create(exception, cell);
        if (place is null && CurrentCell.OwnOutputs is null)
            return false;
        OutputDelivery outputs = CurrentCell.Outputs ?? latest;
        _unhandled.TryAdd(outputs, new CellResult(CellOutcome.RuntimeError, error, place, default));
        outputs.Emit(error);
        return true;
    }
}
