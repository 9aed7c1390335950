using NeuralNotebooks.Runner;

namespace NeuralNotebooks.Classroom.Tests;

/// <summary>The limits that the operating system enforces on a judge process.</summary>
public sealed class ProcessLimitTests
{
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(60);

    [Theory]
    [Cases(IsolationKind.Bubblewrap, IsolationKind.Namespaces, Daily = 1)]
    public async Task The_system_ends_a_process_that_the_grader_is_too_busy_to_end(IsolationKind kind)
    {
        Sandboxes.SkipUnless(kind);
        await using var fixture = new Fixture(kind);
        TestTask task = new("f", "string F() => \"\";", ["F()"]) { Allowed = ["N:System"] };

        TaskValues values = await fixture.AskAsync(
            task,
            "string F() => System.IO.File.ReadLines(\"/proc/self/limits\").First(line => "
                + "line.StartsWith(\"Max cpu time\"));",
            fixture.Options with { TimeLimit = TimeSpan.FromSeconds(7) });

        Assert.Equal(
            ["17", "17", "seconds"],
            Assert
                .IsType<TextValue>(values.Values[0])
                .Value["Max cpu time".Length..]
                .Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [Cases(IsolationKind.Bubblewrap, IsolationKind.None, IsolationKind.Namespaces, Daily = 1)]
    public async Task Memory_outside_every_address_space_counts(IsolationKind kind)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems have no files in memory.");
        if (kind != IsolationKind.None)
            Sandboxes.SkipUnless(kind);
        await using var fixture = new Fixture(kind);
        TestTask task = new("f", "double F() => 1;", ["F()"])
        {
            Allowed = ["N:System", "N:Microsoft.Win32.SafeHandles"],
        };

        TaskValues values = await fixture.AskAsync(
            task,
            """
            double F()
            {
                var kept = new List<System.IO.MemoryMappedFiles.MemoryMappedFile>();
                for (int i = 0; i < 16; i++)
                {
                    const int size = 100_000_000;
                    kept.Add(System.IO.MemoryMappedFiles.MemoryMappedFile.CreateNew(null, size));
                    using var view = kept[i].CreateViewAccessor();
                    for (int at = 0; at < size; at += 4096)
                        view.Write(at, (byte)1);
                }
                while (true)
                    System.Threading.Thread.Sleep(10);
            }
            """,
            fixture.Options with
            {
                MemoryMegabytes = 64,
                TimeLimit = _timeout, // A busy machine takes a while to write 1.6 GB.
            }
        );

        Assert.Equal(MissingReason.MemoryLimit, Assert.IsType<MissingValue>(values.Values[0]).Reason);
    }

    [Fact]
    public void A_control_group_sets_the_available_limits_and_can_be_deleted()
    {
        ControlGroup? group = ControlGroup.Create(new SandboxLimits(64));
        Assert.SkipWhen(group is null, "No control group can be made here.");

        Dictionary<string, string> limits = new[]
        {
            "memory.max", "memory.limit_in_bytes", "cpu.max", "cpu.cfs_quota_us", "cpu.cfs_period_us",
        }
            .SelectMany(name => group.Folders.Select(folder => Path.Combine(folder, name)))
            .Where(File.Exists)
            .ToDictionary(file => Path.GetFileName(file), file => File.ReadAllText(file).Trim());

        Assert.NotEmpty(limits);
        foreach ((string name, string limit) in limits)
            Assert.Equal(
                name.StartsWith("memory", StringComparison.Ordinal) ? $"{(64 + 512) * 1024L * 1024L}"
                    : name == "cpu.max" ? "100000 100000"
                    : "100000",
                limit);
        Assert.True(group.Delete());
        Assert.DoesNotContain(group.Folders, Directory.Exists);
    }

    [Theory]
    [Cases(IsolationKind.Bubblewrap, IsolationKind.Namespaces, Daily = 1)]
    public async Task Everything_in_a_sandbox_ends_with_the_process_that_was_started(IsolationKind kind)
    {
        Sandboxes.SkipUnless(kind);
        JudgeStart start = Sandbox
            .Of(kind)
            .Prepare(EvaluatorProgram.Verb, JudgeFolder.Empty, new SandboxLimits(MemoryMegabytes: 256), core: 0);
        // The streams stay open, so that the process ends only because it is killed.
        start.Start.RedirectStandardInput = start.Start.RedirectStandardOutput = true;
        using Process process = ProcessStarter.Start(start.Start);
        LinuxProcess[] descendants = await DescendantsAsync(new LinuxProcess(process.Id), "NeuralNotebooks.Judge.dll");

        process.Kill();

        foreach (LinuxProcess descendant in descendants)
            await EndsAsync(descendant);
        start.Release();
    }

    [Theory]
    [Cases(
        10, 0, 10,
        10, 7, 3,
        10, 9.5, 1, // At least a tenth counts, so that the limit is reached eventually.
        10, 50, 1 // Several threads have waited.
    )]
    public void Time_spent_waiting_for_a_processor_does_not_count_against_the_limit(
        double elapsed, double starved, double counted) =>
        Assert.Equal(
            TimeSpan.FromSeconds(counted),
            JudgeProcess<EvaluatorMessage>.WallOf(TimeSpan.FromSeconds(elapsed), TimeSpan.FromSeconds(starved)));

    /// <summary>The descendants of a process, once one of them runs a program.</summary>
    private static async Task<LinuxProcess[]> DescendantsAsync(LinuxProcess process, string program)
    {
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < _timeout; await PauseAsync())
        {
            LinuxProcess[] found = [.. process.Descendants];
            if (found.Any(child =>
                    LinuxProcess.Read(child.Path("cmdline")).Contains(program, StringComparison.Ordinal)
                    && LinuxProcess.Read(child.Path("comm")).StartsWith("dotnet", StringComparison.Ordinal)))
                return found;
        }
        throw new TimeoutException("The sandbox did not start.");
    }

    private static async Task EndsAsync(LinuxProcess process)
    {
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < _timeout; await PauseAsync())
            if (process.HasEnded)
                return;
        Assert.Fail($"Process {process.Id} is still running: {LinuxProcess.Read(process.Path("cmdline"))}");
    }

    private static Task PauseAsync() => Task.Delay(20, TestContext.Current.CancellationToken);

    private sealed class Fixture(IsolationKind kind) : JudgeFixture(kind);
}
