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

    /// <summary>Runs the callbacks on a dedicated thread; those that are posted after the end, on the pool.</summary>
    private sealed class OnThread : EventLoop
    {
        private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _queue = [];

        public override bool HasThreads => true;

        public Task<T> Run<T>(Func<EventLoop, Task<T>> work)
        {
            SetSynchronizationContext(this);
            Task<T> task = work(this);
            _ = task.ContinueWith(
                _ => _queue.CompleteAdding(),
                CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            foreach ((SendOrPostCallback callback, object? state) in _queue.GetConsumingEnumerable())
                callback(state);
            return task;
        }

        public override void Post(SendOrPostCallback d, object? state)
        {
            try
            {
                _queue.Add((d, state));
            }
            catch (InvalidOperationException)
            {
                base.Post(d, state);
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
