namespace NeuralNotebooks.Engine;

/// <summary>Runs a cell's code so that an interrupt can stop it, together with everything that it awaits.</summary>
/// <remarks>
/// A cancellation token does not stop a loop. The cell's code stops at its next <see cref="InterruptPoint"/>. A thread
/// that sleeps or waits is woken by <see cref="Thread.Interrupt"/>. A thread that is running a library's code stops
/// when that code returns. The runtime's way of aborting a thread (<c>ControlledExecution</c>) is not used: on Linux it
/// crashes the process when the thread is in a library's code.
/// <para>
/// The parts of the code, from one await to the next, run one after the other on the thread of the cell's loop. If a
/// part blocks its thread, such as by <c>Task.Result</c>, other parts run on another thread, since they may produce
/// what it waits for. So they do when a part has run for half a second, since it may ask again and again whether
/// another has run: <c>while (!task.IsCompleted) Thread.Sleep(10)</c> and <c>SpinWait.SpinUntil</c> do.
/// </para>
/// </remarks>
internal sealed class CellBody : SynchronizationContext
{
    private const int PollMilliseconds = 50, PollsBeforeWarning = 40, Patience = 500;

    private readonly CellExecution _execution;
    private readonly CellLoop _loop;
    private readonly TaskCompletionSource<bool> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _parts = [];

    /// <summary>The threads that are running a part; those of them that are blocked.</summary>
    private readonly HashSet<Thread> _running = [], _blocked = [];

    private Thread? _threadOfLastPart;

    /// <summary>The time (ms) from which on at least one part has been running.</summary>
    private long _busySince;

    private bool _isHelperWaiting;
    private volatile bool _abandoned;

    private CellBody(CellExecution execution)
    {
        (_execution, _loop) = (execution, execution.Loop!);
        if (_loop.HasThreads)
            SetWaitNotificationRequired();
    }

    /// <summary>Runs code to its end or until it is stopped; true if it ran to its end.</summary>
    /// <exception cref="Exception">The exception of the code, or of a continuation that nobody awaits.</exception>
    public static async Task<bool> RunAsync(CellExecution execution, Func<Task> code)
    {
        var body = new CellBody(execution);
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
        Locked(() =>
        {
            _parts.Enqueue((d, state));
            StartHelper();
        });
        _loop.Post(_ => RunNext(may: null), null);
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (Current == this)
        {
            d(state);
            return;
        }
        var part = new Task(() => d(state));
        Post(_ => part.RunSynchronously(), null);
        part.WaitAsync(_execution.Stopped).GetAwaiter().GetResult(); // The part of a stopped cell never runs.
    }

    /// <summary>Called by the runtime when the code blocks its thread.</summary>
    public override int Wait(IntPtr[] waitHandles, bool waitAll, int millisecondsTimeout)
    {
        Thread thread = Thread.CurrentThread;
        SetSynchronizationContext(null); // The waits in this method are not those of the code.
        try
        {
            lock (_gate)
                if (_running.Contains(thread) && _blocked.Add(thread))
                    StartHelper();
            return WaitHelper(waitHandles, waitAll, millisecondsTimeout);
        }
        finally
        {
            Locked(() => _blocked.Remove(thread));
            SetSynchronizationContext(this);
        }
    }

    public override SynchronizationContext CreateCopy() => this;

    private async void Begin(Func<Task> code)
    {
        _execution.Begin();
        try
        {
            await code();
            // The interrupt may have ended this method while other parts of the code are still awaiting.
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

    /// <summary>Starts a thread that runs the parts that still wait when all threads that run parts are blocked, or
    /// when one has run for long: the runtime tells neither that it sleeps nor that it asks again and again.</summary>
    private void StartHelper()
    {
        if (_isHelperWaiting || _parts.Count == 0 || _running.Count == 0 || !_loop.HasThreads)
            return;
        _isHelperWaiting = true;
        OwnThread.Start("Cell, while it is blocked", () =>
        {
            while (MustWait())
                Thread.Sleep(1);
            while (RunNext(MayHelp))
            {
            }
        });

        bool MustWait()
        {
            lock (_gate)
                return _isHelperWaiting = _parts.Count > 0 && !_abandoned && !MayHelp();
        }

        bool MayHelp() =>
            _running.Count > 0
            && (_blocked.Count == _running.Count || Environment.TickCount64 >= _busySince + Patience);
    }

    /// <summary>Runs the next part, from one await to the next.</summary>
    /// <param name="may">Whether this thread may run it now; null for the thread of the loop, which always may.</param>
    /// <returns>Whether one was run.</returns>
    private bool RunNext(Func<bool>? may)
    {
        Thread thread = Thread.CurrentThread;
        (SendOrPostCallback Callback, object? State) part;
        lock (_gate)
        {
            if (_abandoned || may?.Invoke() == false || !_parts.TryDequeue(out part))
                return false;
            if (_running.Count == 0)
                _busySince = Environment.TickCount64;
            _running.Add(thread);
        }
        SynchronizationContext? before = Current;
        SetSynchronizationContext(this);
        try
        {
            part.Callback(part.State);
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
            Locked(() =>
            {
                _running.Remove(thread);
                _threadOfLastPart = thread;
            });
            if (_loop.HasThreads)
                ClearPendingInterrupt();
        }
        return true;
    }

    /// <summary>Makes a change alone. The thread does not wait for that, since a wait throws a pending
    /// interrupt.</summary>
    private void Locked(Action change)
    {
        while (!_gate.TryEnter())
            Thread.Yield();
        try
        {
            change();
        }
        finally
        {
            _gate.Exit();
        }
    }

    /// <summary>Takes a pending interrupt off this thread, since the thread's next wait would throw it.</summary>
    private static void ClearPendingInterrupt()
    {
        try
        {
            Thread.Sleep(0);
        }
        catch (ThreadInterruptedException)
        {
        }
    }

    /// <summary>Tries to stop the code, again and again until it has ended.</summary>
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
    /// <returns>Whether the code has ended.</returns>
    private bool TryStop()
    {
        lock (_gate)
        {
            if (_ended.Task.IsCompleted)
                return true;
            foreach (Thread thread in _running)
                if (thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin) && _execution.MustStop(thread))
                    thread.Interrupt();
            if (_running.Count == 0 && (_threadOfLastPart is null || _execution.MustStop(_threadOfLastPart)))
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
