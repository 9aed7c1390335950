namespace NeuralNotebooks.Interactive;

/// <summary>Runs each task of the kernels, such as a step of their scheduler, on a new thread: tasks of cells may
/// occupy the whole thread pool.</summary>
/// <remarks>Tasks that a task starts or awaits, and the schedulers of kernels that it creates, use these threads,
/// too.</remarks>
internal sealed class CommandThreads : TaskScheduler
{
    private static readonly TaskFactory _factory = new(new CommandThreads());

    public static Task<T> Run<T>(Func<T> work) => _factory.StartNew(work);

    public static Task Run(Action work) => _factory.StartNew(work);

    protected override void QueueTask(Task task) => OwnThread.Start("Command", () => TryExecuteTask(task));

    /// <summary>Not on a thread of the cell, to whose loop the task's awaits would return.</summary>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        Current == this && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
