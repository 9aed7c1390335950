using System.ComponentModel;

namespace NeuralNotebooks.Engine;

/// <summary>A check that the engine inserts into a cell's loops and makes at each output: if the cell has been
/// interrupted, the check throws an exception, which ends the cell.</summary>
/// <remarks>Public because the compiled cells call it. Libraries with long loops call <see cref="PassInLibrary"/>, see
/// <see cref="NotebookHost"/>.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class InterruptPoint
{
    /// <summary>The time (ms) between two polls. Polling is needed where a host cannot interrupt a cell from another
    /// thread.</summary>
    private const int PollInterval = 250;

    /// <summary>The number of short iterations between two reads of the clock.</summary>
    private const int ChecksBetweenClockReads = 16;

    /// <summary>Whether code of an interrupted cell may still run, or the host must be polled. As long as it is false,
    /// a check costs one read of this field.</summary>
    private static volatile bool _watching;

    /// <summary>The interrupted cells. Whatever such a cell has started refers to it, and may run code as long as the
    /// cell is not collected.</summary>
    private static readonly List<WeakReference<CellExecution>> _stopped = [];

    private static long _nextPoll, _lastClockRead;
    private static int _checksUntilClockRead;
    private static bool _polls;

    internal static (int Stopped, bool Polls, bool IsWatching) State
    {
        get
        {
            lock (_stopped)
                return (_stopped.Count, _polls, _watching);
        }
    }

    /// <summary>As <see cref="Pass"/>, for an expression, in which a call of a void method is not allowed.</summary>
    /// <returns>Always false.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool PassInExpression()
    {
        Pass();
        return false;
    }

    /// <exception cref="OperationCanceledException">The cell must stop.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Pass()
    {
        if (_watching)
            StopIfInterrupted(isShort: true);
    }

    /// <summary>As <see cref="Pass"/>, for loops with long iterations: each call reads the clock.</summary>
    public static void PassInLibrary()
    {
        if (_watching)
            StopIfInterrupted(isShort: false);
    }

    /// <param name="polls">Whether the cell that begins asks its host whether it must stop, since no other thread can
    /// interrupt it.</param>
    internal static void Begin(bool polls)
    {
        (_checksUntilClockRead, _nextPoll) = (0, Environment.TickCount64 + PollInterval);
        lock (_stopped)
        {
            _stopped.RemoveAll(cell => !cell.TryGetTarget(out _));
            _polls |= polls;
            _watching = _polls || _stopped.Count > 0;
        }
    }

    /// <summary>Stops the code of an interrupted cell from now on.</summary>
    internal static void Watch(CellExecution stopped)
    {
        lock (_stopped)
        {
            _stopped.Add(new(stopped));
            _watching = true;
        }
    }

    private static void StopIfInterrupted(bool isShort)
    {
        if (CurrentCell.Running is { InterruptRequested: { } poll, IsStopped: false } running
            && IsPollDue(isShort)
            && poll())
            running.Stop();
        if (CurrentCell.OfCaller is { IsStopped: true } own && own.TryClaimStop(Thread.CurrentThread))
            throw new CellStoppedException();
    }

    private static bool IsPollDue(bool isShort)
    {
        if (isShort && --_checksUntilClockRead > 0)
            return false;
        long now = Environment.TickCount64;
        _checksUntilClockRead = now == _lastClockRead ? ChecksBetweenClockReads : 1;
        _lastClockRead = now;
        if (now < _nextPoll)
            return false;
        _nextPoll = now + PollInterval;
        return true;
    }
}
