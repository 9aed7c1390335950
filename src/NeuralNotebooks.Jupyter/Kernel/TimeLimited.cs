using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Jupyter;

/// <summary>Analyses code that is being written: for a limited time, and on a stack as large as a cell's.</summary>
internal static class TimeLimited
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(5);

    /// <summary>The latest analysis.</summary>
    private static Task _latest = Task.CompletedTask;

    /// <summary>
    /// The result, or null if it is not ready in time: then the analysis goes on in the background and its result is
    /// discarded. While it does, there is no other, for each would occupy one more core.
    /// </summary>
    /// <exception cref="Exception">What the analysis threw.</exception>
    public static T? Run<T>(Func<T?> analysis, TimeSpan? limit = null)
        where T : class
    {
        if (!HasEnded(_latest))
            return null;
        Task<T?> task = OwnThread.Run("Analysis", analysis);
        _latest = task;
        return HasEnded(task) ? task.GetAwaiter().GetResult() : null;

        bool HasEnded(Task one) => Task.WaitAny([one], limit ?? _limit) == 0;
    }
}
