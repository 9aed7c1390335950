namespace NeuralNotebooks.Engine;

/// <summary>Runs a cell without a thread of its own: its parts between awaits run one after the other in the thread pool's queue.</summary>
/// <remarks>
/// For hosts with a single thread, which the cell then occupies until it awaits something or ends. An interrupt takes effect at the next
/// <see cref="InterruptPoint"/> or, while the cell awaits something, immediately.
/// </remarks>
internal sealed class AwaitedCell : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _queue = [];
    private readonly TaskCompletionSource<bool> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _running, _abandoned;

    /// <inheritdoc cref="CellThread.RunAsync"/>
    public static async Task<bool> RunAsync(Func<Task> body, CancellationToken interrupt)
    {
        var cell = new AwaitedCell();
        cell.Post(_ => cell.Begin(body), null);
        using CancellationTokenRegistration registration = interrupt.Register(() =>
        {
            InterruptPoint.Request();
            cell.Post(_ => cell.Stop(), null); // Queued behind the running part, which stops at its next point.
        });
        return await cell._ended.Task.ConfigureAwait(false);
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_queue)
        {
            if (_abandoned)
                return;
            _queue.Enqueue((d, state));
            if (_running)
                return;
            _running = true;
        }
        ThreadPool.QueueUserWorkItem(_ => RunQueue());
    }

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException();

    public override SynchronizationContext CreateCopy() => this;

    private async void Begin(Func<Task> body)
    {
        try
        {
            await body();
            _ended.TrySetResult(true);
            if (InterruptPoint.IsRequested)
                Abandon(); // The interrupt may have ended the body while the cell's code is still awaiting.
        }
        catch (Exception e) when (e is OperationCanceledException && InterruptPoint.IsRequested)
        {
            Stop();
        }
        catch (Exception e)
        {
            _ended.TrySetException(e);
        }
    }

    private void Stop()
    {
        _ended.TrySetResult(false);
        Abandon();
    }

    /// <summary>Drops queued and later continuations.</summary>
    private void Abandon()
    {
        lock (_queue)
        {
            _abandoned = true;
            _queue.Clear();
        }
    }

    private void RunQueue()
    {
        SynchronizationContext? before = Current;
        SetSynchronizationContext(this);
        while (TryTake(out (SendOrPostCallback Callback, object? State) next))
        {
            try
            {
                next.Callback(next.State);
            }
            catch (Exception e)
            {
                _ended.TrySetException(e); // From an async void method.
            }
        }
        SetSynchronizationContext(before);
    }

    private bool TryTake(out (SendOrPostCallback Callback, object? State) next)
    {
        lock (_queue)
            return _running = _queue.TryDequeue(out next);
    }
}
