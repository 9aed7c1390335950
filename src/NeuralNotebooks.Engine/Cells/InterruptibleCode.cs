namespace NeuralNotebooks.Engine;

/// <summary>Runs a cell's code so that an interrupt can stop it, together with everything that it awaits.</summary>
/// <remarks>
/// A cancellation token does not stop a loop. The cell's code stops at its next <see cref="InterruptPoint"/>. A thread
/// that sleeps or waits is woken by <see cref="Thread.Interrupt"/>. A thread that is running a library's code stops
/// when that code returns. The runtime's way of aborting a thread (<c>ControlledExecution</c>) is not used: on Linux it
/// crashes the process when the thread is in a library's code.
/// <para>
/// The code is posted as callbacks, from one await to the next, which run one after the other on the thread of the
/// cell's loop. A callback that blocks its thread, such as by <c>Task.Result</c>, may wait for what a later callback
/// produces. So while callbacks are queued, another thread looks every millisecond at the threads that run one. When
/// all of these wait or sleep two times in a row, or callbacks have run for half a second, which may be a busy wait, it
/// runs the queued callbacks itself.
/// </para>
/// </remarks>
internal sealed class InterruptibleCode : SynchronizationContext
{
    private const int PollMilliseconds = 50, PollsBeforeWarning = 40, Patience = 500;

    private readonly CellExecution _execution;
    private readonly EventLoop _loop;
    private readonly TaskCompletionSource<bool> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly object _gate = new();
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _callbacks = [];

    private readonly HashSet<Thread> _running = [];
    private Thread? _lastThread;

    /// <summary>The time (ms) from which on at least one callback has been running.</summary>
    private long _busySince;

    private bool _isWatched;
    private volatile bool _abandoned;

    private InterruptibleCode(CellExecution execution) => (_execution, _loop) = (execution, execution.Loop!);

    /// <returns>True if the code has run to its end, false if an interrupt has stopped it.</returns>
    /// <exception cref="Exception">The exception of the code, or of a continuation that nobody awaits.</exception>
    public static async Task<bool> RunAsync(CellExecution execution, Func<Task> code)
    {
        var body = new InterruptibleCode(execution);
        using CancellationTokenRegistration stopping = execution.Stopped.Register(body.StopUntilEnded);
        body.Post(_ => body.Begin(code), null);
        return await body._ended.Task;
    }

    /// <summary>Continuations of a stopped cell never run. Continuations that are posted after a cell has ended
    /// normally run on the thread pool.</summary>
    public override void Post(SendOrPostCallback d, object? state)
    {
        if (_abandoned)
            return;
        EventLoop.Locked(_gate, () =>
        {
            _callbacks.Enqueue((d, state));
            Watch();
        });
        _loop.Post(_ => RunNext(isHelper: false), null);
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (Current == this)
        {
            d(state);
            return;
        }
        var sent = new Task(() => d(state));
        Post(_ => sent.RunSynchronously(), null);
        sent.WaitAsync(_execution.Stopped).GetAwaiter().GetResult(); // In a stopped cell, it never runs.
    }

    public override SynchronizationContext CreateCopy() => this;

    private async void Begin(Func<Task> code)
    {
        CurrentCell.Enter(_execution);
        try
        {
            await code();
            // The interrupt may have ended this method while other callbacks are still awaiting.
            _abandoned = _execution.IsStopped;
            if (_abandoned)
                _ended.TrySetResult(true);
            else
                Post(_ => _ended.TrySetResult(true), null); // Runs after a pending exception of an async void method.
        }
        catch (Exception e) when (_execution.IsStopped && CellStoppedException.IsCauseOf(e))
        {
            Abandon();
        }
        catch (Exception e)
        {
            _ended.TrySetException(e);
        }
    }

    /// <summary>Starts the thread that runs queued callbacks while others block. It ends when none is queued.</summary>
    private void Watch()
    {
        if (_isWatched || _callbacks.Count == 0 || _running.Count == 0 || !_loop.HasThreads)
            return;
        _isWatched = true;
        int timesBlocked = 0;
        OwnThread.Start("Cell, while it is blocked", () =>
        {
            while (MustWait())
                Thread.Sleep(1);
            while (RunNext(isHelper: true))
            {
            }
        });

        bool MustWait()
        {
            lock (_gate)
            {
                timesBlocked = AreBlocked() ? timesBlocked + 1 : 0; // Once, it may only wait for a lock.
                return _isWatched = _callbacks.Count > 0 && !_abandoned && timesBlocked < 2;
            }
        }
    }

    /// <summary>Whether all callbacks that have begun seem to wait for others. One that waits until there is room for
    /// its output does not.</summary>
    private bool AreBlocked() =>
        _running.Count > 0
        && ((_running.All(IsWaiting) && !_execution.Outputs.IsWaiting)
            || Environment.TickCount64 >= _busySince + Patience);

    private static bool IsWaiting(Thread thread) => thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin);

    /// <param name="isHelper">Whether this thread only runs callbacks while others are blocked.</param>
    private bool RunNext(bool isHelper)
    {
        Thread thread = Thread.CurrentThread;
        (SendOrPostCallback Callback, object? State)? taken = null;
        EventLoop.Locked(_gate, () =>
        {
            bool canRun = !isHelper || AreBlocked();
            if (!canRun)
                Watch(); // The code that was blocked goes on, and may block again.
            if (!canRun || _abandoned || !_callbacks.TryDequeue(out (SendOrPostCallback, object?) next))
                return;
            taken = next;
            if (_running.Count == 0)
                _busySince = Environment.TickCount64;
            _running.Add(thread);
            Watch();
        });
        if (taken is not var (callback, state))
            return false;
        SynchronizationContext? before = Current;
        SetSynchronizationContext(this);
        try
        {
            callback(state);
        }
        catch (Exception e)
        {
            // The exception comes from an async void method.
            if (!_ended.TrySetException(e))
                _execution.Unhandled?.Invoke(_execution, e);
        }
        finally
        {
            SetSynchronizationContext(before);
            EventLoop.Locked(_gate, () =>
            {
                _running.Remove(thread);
                _lastThread = thread;
            });
            if (_loop.HasThreads)
                ClearPendingInterrupt();
        }
        return true;
    }

    /// <summary>Takes a pending interrupt off this thread, since the thread's next wait would throw it.</summary>
    private static void ClearPendingInterrupt()
    {
        try
        {
            Thread.CurrentThread.Join(0); // Sleep(0) would also give the processor away, after each await.
        }
        catch (ThreadInterruptedException)
        {
        }
    }

    private void StopUntilEnded()
    {
        if (_loop.HasThreads)
            OwnThread.Start("Interrupt", () =>
            {
                for (int polls = 1; !TryStop(); polls++)
                {
                    Thread.Sleep(PollMilliseconds);
                    if (polls == PollsBeforeWarning)
                        _execution.Outputs.Write(
                            StreamName.Stderr,
                            "\nThe cell has been interrupted, but is running code that cannot be stopped. Restart the "
                                + "kernel to end it.\n");
                }
            });
        else
            _ = PollAsync();

        async Task PollAsync()
        {
            while (!TryStop())
                await Task.Delay(PollMilliseconds).ConfigureAwait(false);
        }
    }

    /// <summary>Abandons code that is awaiting something, and wakes a thread that is blocked. Running code stops at its
    /// next interrupt point.</summary>
    private bool TryStop()
    {
        lock (_gate)
        {
            if (_ended.Task.IsCompleted)
                return true;
            foreach (Thread thread in _running)
                if (_loop.HasThreads && IsWaiting(thread) && _execution.TryClaimStop(thread))
                    thread.Interrupt();
            if (_running.Count == 0 && (_lastThread is null || _execution.TryClaimStop(_lastThread)))
                Abandon();
            return _ended.Task.IsCompleted;
        }
    }

    private void Abandon()
    {
        _abandoned = true;
        _ended.TrySetResult(false);
    }
}
