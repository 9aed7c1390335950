namespace NeuralNotebooks.Engine;

/// <summary>Runs work on a thread of its own, with a stack for deeply nested code.</summary>
/// <remarks>
/// Tasks that cells have left behind may occupy the whole thread pool, so nothing between a request and its reply waits
/// for it.
/// </remarks>
public static class OwnThread
{
    private const int StackSize = 16 * 1024 * 1024;

    /// <summary>Starts the work. The result is there when it has returned or thrown.</summary>
    public static Task<T> Run<T>(string name, Func<T> work)
    {
        var result = new TaskCompletionSource<T>(); // Whoever awaits it is told by this thread, which then ends.
        Start(name, () =>
        {
            try
            {
                result.SetResult(work());
            }
            catch (Exception e)
            {
                result.SetException(e);
            }
        });
        return result.Task;
    }

    /// <summary>Starts work. What it throws goes to the handler of unhandled exceptions.</summary>
    public static void Start(string name, Action work) =>
        new Thread(new ThreadStart(work), StackSize) { IsBackground = true, Name = name }.Start();
}
