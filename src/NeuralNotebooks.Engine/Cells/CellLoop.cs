using System.Collections.Concurrent;

namespace NeuralNotebooks.Engine;

/// <summary>Runs what is posted to it one after the other, for as long as a cell runs.</summary>
internal abstract class CellLoop : SynchronizationContext
{
    /// <summary>Whether another thread can watch the one that runs the cell's code.</summary>
    public abstract bool HasThreads { get; }

    /// <summary>Runs asynchronous work to its end: on a thread of its own, on which its awaits resume too, or in a host
    /// without threads in place.</summary>
    public static Task<T> RunAsync<T>(Func<CellLoop, Task<T>> work, bool hasThreads)
    {
        if (!hasThreads)
            return work(new InPlace());
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        OwnThread.Start("Cell", () => result.SetFromTask(new OnThread().Run(work)));
        return result.Task;
    }

    public sealed override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException();

    public sealed override SynchronizationContext CreateCopy() => this;

    /// <summary>What is posted after the end runs on the thread pool.</summary>
    private sealed class OnThread : CellLoop
    {
        private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _queue = [];

        public override bool HasThreads => true;

        /// <returns>A task that has ended.</returns>
        public Task<T> Run<T>(Func<CellLoop, Task<T>> work)
        {
            SetSynchronizationContext(this);
            Task<T> task = work(this);
            _ = task.ContinueWith(
                _ => _queue.CompleteAdding(),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default
            );
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

    /// <summary>In the thread pool's queue, which is a page's only thread. It has no end.</summary>
    private sealed class InPlace : CellLoop
    {
        private readonly TaskFactory _oneAtATime = new(
            CancellationToken.None,
            TaskCreationOptions.HideScheduler,
            TaskContinuationOptions.None,
            new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler
        );

        public override bool HasThreads => false;

        public override void Post(SendOrPostCallback d, object? state) => _oneAtATime.StartNew(() => d(state));
    }
}
