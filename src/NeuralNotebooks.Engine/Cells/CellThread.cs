using System.Collections.Concurrent;

namespace NeuralNotebooks.Engine;

/// <summary>Runs a cell on its own thread, on which its awaits resume and which can be stopped.</summary>
/// <remarks>
/// A cancellation token does not stop a loop. A cell stops at its next <see cref="InterruptPoint"/>; one that sleeps or waits is woken by
/// <see cref="Thread.Interrupt"/>; one that is busy in a library's code stops when that returns. The runtime's means of aborting a
/// thread (<c>ControlledExecution</c>) is not used: on Linux it crashes the process when the thread is in a library's code.
/// </remarks>
internal sealed class CellThread
{
    private const int StackSize = 16 * 1024 * 1024;
    private static readonly TimeSpan _pollInterval = TimeSpan.FromMilliseconds(50);

    private volatile bool _stopping;
    private readonly TaskCompletionSource<bool> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Runs the body to its end or until it is stopped; true if it ran to its end.</summary>
    /// <exception cref="Exception">What the body threw, or a continuation that nobody awaits.</exception>
    public static async Task<bool> RunAsync(Func<Task> body, CancellationToken interrupt)
    {
        var cell = new CellThread();
        var thread = new Thread(() => cell.RunToCompletion(body, interrupt), StackSize) { IsBackground = true, Name = "Cell" };
        thread.Start();

        Task<bool> ended = cell._ended.Task;
        await ((Task)ended.WaitAsync(interrupt)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!ended.IsCompleted)
        {
            InterruptPoint.Request();
            if (!cell._stopping && thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin))
                thread.Interrupt();
            await Task.WhenAny(ended, Task.Delay(_pollInterval, CancellationToken.None)).ConfigureAwait(false);
        }
        return await ended.ConfigureAwait(false);
    }

    /// <summary>An interrupt that was pending when the cell ended can still be thrown by the next wait: by then the cell has stopped.</summary>
    private void RunToCompletion(Func<Task> body, CancellationToken interrupt)
    {
        try
        {
            Run(body, interrupt);
        }
        catch (ThreadInterruptedException)
        {
            _ended.TrySetResult(false);
        }
    }

    private void Run(Func<Task> body, CancellationToken interrupt)
    {
        var context = new Context();
        SynchronizationContext.SetSynchronizationContext(context);
        Task? task = null;
        try
        {
            task = body();
            context.RunUntilCompleted(task);
            task.GetAwaiter().GetResult();
            if (interrupt.IsCancellationRequested)
                context.Abandon(); // The interrupt may have ended the body while the cell's code is still awaiting.
            _ended.SetResult(true);
        }
        catch (Exception e) when (e is ThreadInterruptedException or OperationCanceledException && (task is null || !task.IsFaulted))
        {
            Stop(context);
            _ended.SetResult(false);
        }
        catch (Exception e)
        {
            Stop(context);
            _ended.SetException(e);
        }
    }

    private void Stop(Context context)
    {
        _stopping = true;
        try
        {
            Thread.Sleep(0); // Consumes a pending interrupt, so that it is not thrown below.
        }
        catch (ThreadInterruptedException)
        {
        }
        context.Abandon();
    }

    /// <summary>
    /// Continuations run on the cell's thread. Those of tasks that it did not await and that come after its end run on the thread pool;
    /// those of a stopped cell never run.
    /// </summary>
    private sealed class Context : SynchronizationContext
    {
        private volatile bool _abandoned;
        private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _queue = [];

        public override void Post(SendOrPostCallback d, object? state)
        {
            try
            {
                _queue.Add((d, state));
            }
            catch (InvalidOperationException)
            {
                if (!_abandoned)
                    base.Post(d, state);
            }
        }

        public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException();

        public override SynchronizationContext CreateCopy() => this;

        public void RunUntilCompleted(Task task)
        {
            _ = task.ContinueWith(
                _ => _queue.CompleteAdding(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            foreach ((SendOrPostCallback callback, object? state) in _queue.GetConsumingEnumerable())
                callback(state);
        }

        public void Abandon()
        {
            _abandoned = true;
            _queue.CompleteAdding();
        }
    }
}
