using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks.Engine;

/// <summary>The places at which a running cell stops when it is interrupted: in its loops, and wherever it shows something.</summary>
/// <remarks>
/// Public because the compiled cells call it. Libraries with long loops find <see cref="PassInLibrary"/> as an <see cref="Action"/> under
/// <see cref="Hook"/> in the <see cref="AppContext"/>, so that neither side references the other.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class InterruptPoint
{
    /// <summary>The name of the data in the <see cref="AppContext"/>.</summary>
    public const string Hook = "NeuralNotebooks.InterruptPoint";

    /// <summary>The time (ms) between two polls of a host that cannot interrupt a cell from another thread.</summary>
    private const int PollInterval = 250;

    /// <summary>The time (ms) for which the threads of stopped cells are still watched while later cells run.</summary>
    private const int StoppingTime = 10_000;

    /// <summary>How many short iterations pass between two reads of the clock.</summary>
    private const int TurnsBetweenClockReads = 16;

    private static volatile bool _watching, _requested;
    private static Func<bool>? _poll;
    private static long _nextPoll, _lastClockRead, _stoppedUntil;
    private static int _turns;

    /// <summary>Whether the calling code belongs to a cell that must stop.</summary>
    internal static bool IsRequested => CurrentCell.Outputs is { IsStopped: true };

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
            StopIfRequested(isShort: true);
    }

    /// <summary>The same for loops with long iterations: each reads the clock.</summary>
    /// <exception cref="OperationCanceledException">The cell must stop.</exception>
    public static void PassInLibrary()
    {
        if (_watching)
            StopIfRequested(isShort: false);
    }

    /// <summary>Called when a cell starts.</summary>
    /// <param name="poll">Asks the host whether to stop, where no other thread can request it; null elsewhere.</param>
    internal static void Begin(Func<bool>? poll)
    {
        AppContext.SetData(Hook, (Action)PassInLibrary);
        (_poll, _turns, _nextPoll) = (poll, 0, Environment.TickCount64 + PollInterval);
        (_requested, _watching) = (false, poll is not null || IsAnyStopping);
    }

    /// <summary>Stops the running cell at its next point, with everything that it has started. What earlier cells started continues.</summary>
    internal static void Request()
    {
        if (CurrentCell.Running is { } running)
            running.IsStopped = true;
        Volatile.Write(ref _stoppedUntil, Environment.TickCount64 + StoppingTime);
        _requested = true;
        _watching = true;
    }

    /// <summary>Whether threads of cells that were stopped are still watched.</summary>
    private static bool IsAnyStopping => Environment.TickCount64 < Volatile.Read(ref _stoppedUntil);

    private static void StopIfRequested(bool isShort)
    {
        if (!_requested && IsPollDue(isShort) && _poll!())
            Request();
        if (IsRequested)
            throw new OperationCanceledException("The cell was interrupted.");
        if (!_requested && _poll is null && !IsAnyStopping)
            _watching = false;
    }

    private static bool IsPollDue(bool isShort)
    {
        if (_poll is null || (isShort && --_turns > 0))
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
