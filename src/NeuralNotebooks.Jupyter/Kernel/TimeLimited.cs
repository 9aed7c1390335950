using System.Runtime.ExceptionServices;

namespace NeuralNotebooks.Jupyter;

/// <summary>Analyses code that is being written: for a limited time, and on a stack as large as a cell's.</summary>
internal static class TimeLimited
{
    private const int StackSize = 16 * 1024 * 1024;
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(5);

    /// <summary>The latest analysis.</summary>
    private static Thread? _latest;

    /// <summary>
    /// The result, or null if it is not ready in time: then the analysis goes on in the background and its result is
    /// discarded. While it does, there is no other, for each would occupy one more core.
    /// </summary>
    /// <exception cref="Exception">What the analysis threw.</exception>
    public static T? Run<T>(Func<T?> analysis, TimeSpan? limit = null)
        where T : class
    {
        if (_latest is { IsAlive: true } late && !late.Join(limit ?? _limit))
            return null;
        T? result = null;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = analysis();
                }
                catch (Exception e)
                {
                    failure = ExceptionDispatchInfo.Capture(e);
                }
            },
            StackSize)
        { IsBackground = true, Name = "Analysis" };
        _latest = thread;
        thread.Start();
        if (!thread.Join(limit ?? _limit))
            return null;
        failure?.Throw();
        return result;
    }
}
