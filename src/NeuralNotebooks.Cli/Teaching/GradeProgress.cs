namespace NeuralNotebooks.Cli;

/// <summary>Shows the progress of grading: done, remaining, estimated time left.</summary>
internal static class GradeProgress
{
    /// <summary>The number of finished submissions from which the time is estimated. The first ones take longer: they
    /// start processes, and results that later submissions share are not cached yet.</summary>
    private const int MinDone = 5;

    public static Task<IReadOnlyList<GradedRun>> ShowAsync(
        Terminal terminal, int count, Func<Action<GradedRun, int>, Task<IReadOnlyList<GradedRun>>> run)
    {
        long start = Stopwatch.GetTimestamp();
        return terminal.ShowWhileAsync(
            $"0 of {count}", show => run((graded, done) => show(Line(graded, done))), isLogged: true);

        string Line(GradedRun graded, int done) =>
            $"{done} of {count}: {graded.Key}{(graded.Problem is null ? "" : ", NOT GRADED")}"
            + TimeLeft(Stopwatch.GetElapsedTime(start), done, count);
    }

    private static string TimeLeft(TimeSpan elapsed, int done, int count) =>
        done == count ? ""
        : done < MinDone ? Invariant($"; {count - done} to come")
        : Invariant(
            $"; {count - done} to come, about {Math.Ceiling(elapsed.TotalSeconds / done * (count - done)):0} s left");
}
