namespace NeuralNotebooks.Tests.Threading;

public sealed class AffinityScopeTests
{
    [Fact]
    public void A_thread_may_run_on_all_cores_but_the_callers_until_it_is_disposed()
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Environment.ProcessorCount > 1,
            "There is one core, or no list of the cores of a thread.");
        OnTwoThreads(other =>
        {
            HashSet<int> before = CoresOf(other);
            using (new AffinityScope(other))
                Assert.Equal(before.Count - 1, before.Intersect(CoresOf(other)).Count());
            Assert.Equal(before, CoresOf(other));
        });
    }

    [Theory]
    [Cases(0, int.MaxValue)]
    public void A_thread_that_does_not_exist_is_no_error_and_changes_nothing(int thread)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There is no list of the cores of a thread.");
        HashSet<int> before = CoresOf(AffinityScope.CurrentThreadId());
        using (new AffinityScope(thread))
            Assert.Equal(before, CoresOf(AffinityScope.CurrentThreadId()));
    }

    /// <summary>Runs a check on a new thread, with the ID of another new thread. Both threads then end, so that changes
    /// of their affinity do not affect other tests.</summary>
    private static void OnTwoThreads(Action<int> check)
    {
        int number = 0;
        using ManualResetEventSlim isKnown = new(), isDone = new();
        Thread other = new(() =>
        {
            number = AffinityScope.CurrentThreadId();
            isKnown.Set();
            isDone.Wait();
        });
        Exception? failure = null;
        Thread caller = new(() => failure = Record.Exception(() => check(number)));
        other.Start();
        isKnown.Wait();
        caller.Start();
        caller.Join();
        isDone.Set();
        other.Join();
        Assert.Null(failure);
    }

    private static HashSet<int> CoresOf(int thread)
    {
        const string Field = "Cpus_allowed_list:";
        string line = File.ReadLines(Invariant($"/proc/self/task/{thread}/status"))
            .Single(line => line.StartsWith(Field, StringComparison.Ordinal));
        return
        [
            .. line[Field.Length..]
                .Split(',')
                .Select(range => range.Split('-'))
                .SelectMany(ends => Enumerable.Range(Number(ends[0]), Number(ends[^1]) - Number(ends[0]) + 1)),
        ];

        static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }
}
