using System.Runtime.InteropServices;

namespace NeuralNotebooks.Tests.Threading;

/// <summary>The system's own list of the cores on which a thread may run is what says whether it works.</summary>
public sealed class NotOnThisCoreTests
{
    [Fact]
    public void A_thread_may_run_on_all_cores_but_the_callers_until_it_ends()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.ProcessorCount > 1, "There is one core, or the system has no such list.");
        OnAnotherThread(thread =>
        {
            HashSet<int> before = AllowedCores(thread);
            using (new NotOnThisCore(thread))
                Assert.Equal(before.Count - 1, before.Intersect(AllowedCores(thread)).Count());
            Assert.Equal(before, AllowedCores(thread));
        });
    }

    [Fact]
    public void A_thread_that_may_run_on_one_core_only_keeps_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The system has no list of the cores of a thread.");
        OnAnotherThread(thread =>
        {
            // Both may run on one core only, and it is the same: the other one must not lose it.
            ulong[] one = new ulong[16];
            int core = AllowedCores(thread).Min();
            one[core / 64] = 1ul << core;
            Assert.Equal(0, SetAffinity(thread, 128, one));
            Assert.Equal(0, SetAffinity(0, 128, one));
            using (new NotOnThisCore(thread))
                Assert.Equal([core], AllowedCores(thread));
            Assert.Equal([core], AllowedCores(thread));
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    public void A_thread_that_nobody_knows_is_no_error_and_nobody_else_is_moved(int thread)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The system has no list of the cores of a thread.");
        HashSet<int> before = AllowedCores(NotOnThisCore.NumberOfThisThread());
        using (new NotOnThisCore(thread))
            Assert.Equal(before, AllowedCores(NotOnThisCore.NumberOfThisThread()));
    }

    /// <summary>Has a check done by one thread on the number of another, both of them made for that: what they may do ends with them.</summary>
    private static void OnAnotherThread(Action<int> check)
    {
        int number = 0;
        using ManualResetEventSlim known = new(), done = new();
        Thread other = new(() =>
        {
            number = NotOnThisCore.NumberOfThisThread();
            known.Set();
            done.Wait();
        });
        Exception? failure = null;
        Thread caller = new(() => failure = Record.Exception(() => check(number)));
        other.Start();
        known.Wait();
        caller.Start();
        caller.Join();
        done.Set();
        other.Join();
        if (failure is not null)
            Assert.Fail(failure.ToString());
    }

    private static HashSet<int> AllowedCores(int thread)
    {
        const string Field = "Cpus_allowed_list:";
        string line = File.ReadLines(FormattableString.Invariant($"/proc/self/task/{thread}/status")).Single(line => line.StartsWith(Field, StringComparison.Ordinal));
        return [.. line[Field.Length..].Split(',').Select(range => range.Split('-')).SelectMany(ends => Enumerable.Range(Number(ends[0]), Number(ends[^1]) - Number(ends[0]) + 1))];

        static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    [DllImport("libc", EntryPoint = "sched_setaffinity")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetAffinity(int thread, nint bytes, ulong[] cores);
}
