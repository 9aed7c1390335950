using System.Collections.Concurrent;
using System.Runtime;

namespace NeuralNotebooks.Engine;

/// <summary>Runs a cell on a thread of its own, which its awaits return to, and which can be stopped.</summary>
/// <remarks>
/// A cancellation token does not stop a loop. An interrupt first wakes the thread from sleeping or waiting
/// (<see cref="Thread.Interrupt"/>); where that does not help, the runtime aborts it a moment later.
/// The two must not come at once.
/// </remarks>
internal sealed class CellThread
{
    private const int StackSize = 16 * 1024 * 1024;
    private static readonly TimeSpan BeforeAbort = TimeSpan.FromMilliseconds(150);

    private readonly TaskCompletionSource<bool> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Runs the body to its end or until it is stopped; true when it has come to its end.</summary>
    public static async Task<bool> RunAsync(Func<Task> body, CancellationToken interrupt)
    {
        using var abort = new CancellationTokenSource();
        var cell = new CellThread();
        var thread = new Thread(() => cell.Run(body, abort.Token), StackSize) { IsBackground = true, Name = "Cell" };
        thread.Start();
        await using (interrupt.Register(Stop))
            return await cell.ended.Task.ConfigureAwait(false);

        void Stop()
        {
            thread.Interrupt();
            abort.CancelAfter(BeforeAbort);
        }
    }

    private void Run(Func<Task> body, CancellationToken abort)
    {
        var context = new Context();
        SynchronizationContext.SetSynchronizationContext(context);
        Task? task = null;
        try
        {
#pragma warning disable SYSLIB0046 // Obsolete to keep it out of services: for stopping a user's code in a notebook it is the means.
            ControlledExecution.Run(() => context.RunUntilCompleted(task = body()), abort);
#pragma warning restore SYSLIB0046
            task!.GetAwaiter().GetResult();
            ended.SetResult(true);
        }
        catch (Exception e) when (e is ThreadInterruptedException or OperationCanceledException && (task is null || !task.IsFaulted))
        {
            context.Abandon();
            ended.SetResult(false);
        }
        catch (Exception e)
        {
            context.Abandon();
            ended.SetException(e);
        }
    }

    /// <summary>
    /// Continuations run on the cell's thread. Those that come after its end, of tasks that it did not await, run on the thread pool;
    /// those of a cell that was stopped never run.
    /// </summary>
    private sealed class Context : SynchronizationContext
    {
        private volatile bool abandoned;
        private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> queue = [];

        public override void Post(SendOrPostCallback d, object? state)
        {
            try
            {
                queue.Add((d, state));
            }
            catch (InvalidOperationException)
            {
                if (!abandoned)
                    base.Post(d, state);
            }
        }

        public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException();

        public override SynchronizationContext CreateCopy() => this;

        public void RunUntilCompleted(Task task)
        {
            _ = task.ContinueWith(
                _ => queue.CompleteAdding(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            foreach ((SendOrPostCallback callback, object? state) in queue.GetConsumingEnumerable())
                callback(state);
        }

        public void Abandon()
        {
            abandoned = true;
            queue.CompleteAdding();
        }
    }
}
