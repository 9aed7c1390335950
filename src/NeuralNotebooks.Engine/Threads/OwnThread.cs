namespace NeuralNotebooks.Engine;

/// <summary>Runs work on a new thread with a large stack, for deeply nested code.</summary>
/// <remarks>Unfinished tasks of cells may occupy the whole thread pool, so no work between a request and its reply runs
/// in the pool.</remarks>
public static class OwnThread
{
    private const int StackSize = 16 * 1024 * 1024;

    public static Task<T> Run<T>(string name, Func<T> work) => Started(name, new Task<T>(work));

    public static Task Run(string name, Action work) => Started(name, new Task(work));

    private static TTask Started<TTask>(string name, TTask task)
        where TTask : Task
    {
        Start(name, task.RunSynchronously); // Continuations run on the new thread, which then ends.
        return task;
    }

    /// <summary>Starts the work. An exception that it throws is unhandled.</summary>
    public static void Start(string name, Action work) =>
        new Thread(new ThreadStart(work), StackSize) { IsBackground = true, Name = name }.Start();
}
