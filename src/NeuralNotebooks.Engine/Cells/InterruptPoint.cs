using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks.Engine;

/// <summary>The places at which a running cell stops when it is interrupted: in its loops, and wherever it shows
/// something.</summary>
/// <remarks>
/// Public because the compiled cells call it. Libraries with long loops find <see cref="PassInLibrary"/> as an
/// <see cref="Action"/> under
/// <see cref="Hook"/> in the <see cref="AppContext"/>, so that neither side references the other.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class InterruptPoint
{
    /// <summary>The name of the data in the <see cref="AppContext"/>.</summary>
    public const string Hook = "NeuralNotebooks.InterruptPoint";

    /// <summary>The time (ms) between two polls of a host that cannot interrupt a cell from another thread.</summary>
    private const int PollInterval = 250;

    /// <summary>How many short iterations pass between two reads of the clock.</summary>
    private const int TurnsBetweenClockReads = 16;

    /// <summary>Whether a cell of this process has been interrupted, or the host is to be polled: until then a point
    /// costs one read.</summary>
    private static volatile bool _watching;

    private static Func<bool>? _poll;
    private static long _nextPoll, _lastClockRead;
    private static int _turns;

    /// <summary>The interrupt point in an expression, where a call of a void method is not allowed.</summary>
    /// <returns>Always false.</returns>
    /// <exception cref="OperationCanceledException">The cell must stop.</exception>
    public static bool IsStopped
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            Pass();
            return false;
        }
    }

    /// <summary>Stops the cell if it has been interrupted.</summary>
    /// <exception cref="OperationCanceledException">The cell must stop.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Pass()
    {
        if (_watching)
            StopIfInterrupted(isShort: true);
    }

    /// <summary>The same for loops with long iterations: each reads the clock.</summary>
    /// <exception cref="OperationCanceledException">The cell must stop.</exception>
    public static void PassInLibrary()
    {
        if (_watching)
            StopIfInterrupted(isShort: false);
    }

    /// <summary>Called when a cell starts.</summary>
    /// <param name="poll">Asks the host whether to stop, where no other thread can interrupt; null elsewhere.</param>
    internal static void Begin(Func<bool>? poll)
    {
        AppContext.SetData(Hook, (Action)PassInLibrary);
        (_poll, _turns, _nextPoll) = (poll, 0, Environment.TickCount64 + PollInterval);
        _watching |= poll is not null;
    }

    /// <summary>From now on every point asks whether its cell has been interrupted.</summary>
    internal static void Watch() => _watching = true;

    private static void StopIfInterrupted(bool isShort)
    {
        if (_poll is not null && CellExecution.Running is { IsStopped: false } running && IsPollDue(isShort) && _poll())
            running.Stop();
        if (CellExecution.Own is { IsStopped: true } own && own.MustStop(Thread.CurrentThread))
            throw new CellStoppedException();
    }

    private static bool IsPollDue(bool isShort)
    {
        if (isShort && --_turns > 0)
            return false;
        long now = Environment.TickCount64;
        _turns = now == _lastClockRead ? TurnsBetweenClockReads : 1;
        _lastClockRead = now;
        if (now < _nextPoll)
            return false;
        _nextPoll = now + PollInterval;
        return true;
    }
}
