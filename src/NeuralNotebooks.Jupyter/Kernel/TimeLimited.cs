namespace NeuralNotebooks.Jupyter;

/// <summary>Analyses code that is being edited, with a time limit and on a stack as large as a cell's.</summary>
internal static class TimeLimited
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(5);

    private static Task _latest = Task.CompletedTask;

    /// <summary>The result, or null if the time limit is exceeded. The compiler cannot be stopped within an expression,
    /// so the analysis then continues in the background, also while the next cell runs, with the declarations of
    /// before; its result is discarded. Until it ends, no other analysis is started, since each would occupy another
    /// core.</summary>
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
