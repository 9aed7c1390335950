namespace NeuralNotebooks.Engine;

/// <summary>The event loop of a running cell: runs the callbacks that are posted to it one after the other.</summary>
internal abstract class EventLoop : SynchronizationContext
{
    public abstract bool HasThreads { get; }

    /// <summary>Runs asynchronous work to its end. With threads, it runs on a new thread, on which its awaits also
    /// resume; without threads, it runs on the caller's.</summary>
    public static Task<T> RunAsync<T>(Func<EventLoop, Task<T>> work, bool hasThreads)
    {
        if (!hasThreads)
            return work(new InPlace());
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        OwnThread.Start("Cell", () => result.SetFromTask(new OnThread().Run(work)));
        return result.Task;
    }

    public sealed override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException();

    public sealed override SynchronizationContext CreateCopy() => this;

    /// <summary>Makes a change alone. The thread does not wait for that, since a wait throws a pending interrupt, and
    /// might have done a part of the change.</summary>
    protected internal static void Locked(object gate, Action change)
    {
        while (!Monitor.TryEnter(gate))
            Thread.Yield();
        try
        {
            change();
        }
        finally
        {
            Monitor.Exit(gate);
        }
    }

    /// <summary>Runs the callbacks on a dedicated thread; those that are posted after the end, on the pool.</summary>
    private sealed class OnThread : EventLoop
    {
        private readonly Queue<(SendOrPostCallback Callback, object? State)> _queue = [];
        private readonly object _gate = new();
        private bool _ended;

        public override bool HasThreads => true;

        public Task<T> Run<T>(Func<EventLoop, Task<T>> work)
        {
            SetSynchronizationContext(this);
            Task<T> task = work(this);
            _ = task.ContinueWith(
                _ => Change(() => _ended = true),
                CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            while (Next() is var (callback, state))
                callback(state);
            return task;
        }

        public override void Post(SendOrPostCallback d, object? state)
        {
            bool isLate = false;
            Change(() =>
            {
                isLate = _ended;
                if (!isLate)
                    _queue.Enqueue((d, state));
            });
            if (isLate)
                base.Post(d, state);
        }

        private void Change(Action change) => Locked(_gate, () =>
        {
            change();
            Monitor.Pulse(_gate);
        });

        /// <returns>The next callback; null after the end.</returns>
        private (SendOrPostCallback Callback, object? State)? Next()
        {
            while (true)
            {
                try
                {
                    lock (_gate)
                    {
                        while (_queue.Count == 0 && !_ended)
                            Monitor.Wait(_gate);
                        return _queue.TryDequeue(out (SendOrPostCallback, object?) next) ? next : null;
                    }
                }
                catch (ThreadInterruptedException)
                {
                    // Code of the cell that runs elsewhere has interrupted this thread, which is the engine's now.
                }
            }
        }
    }

    /// <summary>Runs the callbacks in the thread pool's queue; in a browser, the pool has only the page's one thread.
    /// This loop never ends.</summary>
    private sealed class InPlace : EventLoop
    {
        private readonly TaskFactory _oneAtATime = new(
            CancellationToken.None, TaskCreationOptions.HideScheduler, TaskContinuationOptions.None,
            new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler);

        public override bool HasThreads => false;

        public override void Post(SendOrPostCallback d, object? state) => _oneAtATime.StartNew(() => d(state));
    }
}
