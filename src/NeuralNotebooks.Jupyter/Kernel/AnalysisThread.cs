namespace NeuralNotebooks.Jupyter;

/// <summary>Analyses code that is being edited, with a time limit and on a stack as large as a cell's.</summary>
internal sealed class AnalysisThread(TimeSpan limit)
{
    private Task _latest = Task.CompletedTask;

    /// <summary>The result, or null if the time limit is exceeded. The compiler cannot be stopped within an expression,
    /// so the analysis then continues in the background, also while the next cell runs, with the declarations of
    /// before; its result is discarded. The next analysis waits for its end, within its own time limit, since each
    /// would occupy another core.</summary>
    public T? Run<T>(Func<T?> analysis)
        where T : class
    {
        long end = Environment.TickCount64 + (long)limit.TotalMilliseconds;
        if (!HasEnded(_latest))
            return null;
        Task<T?> task = OwnThread.Run("Analysis", analysis);
        _latest = task;
        return HasEnded(task) ? task.GetAwaiter().GetResult() : null;

        bool HasEnded(Task one) => Task.WaitAny([one], (int)Math.Max(0, end - Environment.TickCount64)) == 0;
    }
}
