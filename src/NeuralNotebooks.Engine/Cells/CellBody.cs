namespace NeuralNotebooks.Engine;

/// <summary>Runs the code of one cell so that an interrupt can stop it, together with everything that it
/// awaits.</summary>
/// <remarks>
/// A cancellation token does not stop a loop. The cell's code stops at its next <see cref="InterruptPoint"/>. A thread
/// that sleeps or waits is woken by <see cref="Thread.Interrupt"/>. A thread that is running a library's code stops
/// when that code returns. The runtime's way of aborting a thread (<c>ControlledExecution</c>) is not used: on Linux it
/// crashes the process when the thread is in a library's code.
/// </remarks>
internal sealed class CellBody : SynchronizationContext
{
    private const int PollMilliseconds = 50, PollsBeforeWarning = 40;

    private readonly CellExecution _execution;
    private readonly CellLoop _loop;
    private readonly TaskCompletionSource<bool> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private Thread? _thread;
    private bool _inCode, _woken;
    private volatile bool _abandoned;

    private CellBody(CellExecution execution, CellLoop loop) => (_execution, _loop) = (execution, loop);

    /// <summary>Runs code to its end or until it is stopped; true if it ran to its end.</summary>
    /// <exception cref="Exception">The exception of the code, or of a continuation that nobody awaits.</exception>
    public static async Task<bool> RunAsync(CellExecution execution, CellLoop loop, Func<Task> code)
    {
        var body = new CellBody(execution, loop);
        using CancellationTokenRegistration stopping = execution.Stopped.Register(body.StopUntilEnded);
        body.Post(_ => body.Begin(code), null);
        return await body._ended.Task;
    }

    /// <summary>Continuations of a stopped cell never run. Continuations that are posted after a cell has ended
    /// normally run on the thread pool.</summary>
    public override void Post(SendOrPostCallback d, object? state)
    {
        if (!_abandoned)
            _loop.Post(_ => RunPart(d, state), null);
    }

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException();

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

    /// <summary>Runs the code from one await to the next.</summary>
    private void RunPart(SendOrPostCallback part, object? state)
    {
        lock (_gate)
        {
            if (_abandoned)
                return;
            (_thread, _inCode) = (Thread.CurrentThread, true);
        }
        SynchronizationContext? before = Current;
        SetSynchronizationContext(this);
        try
        {
            part(state);
        }
        catch (Exception e)
        {
            // The exception comes from an async void method.
            if (!_ended.TrySetException(e))
                _execution.Unhandled?.Invoke(_execution, e);
        }
        finally
        {
            lock (_gate)
                _inCode = false;
            if (_woken)
                ClearPendingInterrupt();
            SetSynchronizationContext(before);
        }
    }

    /// <summary>Takes a pending interrupt off the thread, since the thread's next wait would throw it.</summary>
    private void ClearPendingInterrupt()
    {
        _woken = false;
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
            OwnThread.Start(
                "Interrupt",
                () =>
                {
                    for (int polls = 1; !TryStop(); polls++)
                    {
                        Thread.Sleep(PollMilliseconds);
                        if (polls == PollsBeforeWarning)
                            _execution.Outputs.Write(
                                StreamName.Stderr,
                                "\nThe cell has been interrupted, but is running code that cannot be "
                                    + "stopped. Restart the kernel to end it.\n"
                            );
                    }
                }
            );
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
            if (!_inCode && (_thread is null || _execution.MustStop(_thread)))
                Abandon();
            else if (_inCode && _thread!.ThreadState.HasFlag(ThreadState.WaitSleepJoin) && _execution.MustStop(_thread))
                WakeUp(_thread);
            return _ended.Task.IsCompleted;
        }
    }

    private void WakeUp(Thread thread)
    {
        _woken = true;
        thread.Interrupt();
    }

    private void Abandon()
    {
        _abandoned = true;
        _ended.TrySetResult(false);
    }
}
