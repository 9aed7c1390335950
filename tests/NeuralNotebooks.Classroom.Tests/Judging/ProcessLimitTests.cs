using System.Diagnostics;
using System.Globalization;

namespace NeuralNotebooks.Classroom.Tests;

/// <summary>What the system itself does to a judged process, and what it does not do to its score.</summary>
public sealed class ProcessLimitTests
{
    private const int Hogs = 8;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    public static TheoryData<IsolationKind> Kinds => [IsolationKind.Bubblewrap, IsolationKind.Namespaces];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_system_ends_a_process_that_the_grader_is_too_busy_to_end(IsolationKind kind)
    {
        Sandboxes.SkipUnless(kind);
        await using var fixture = new Fixture(kind);
        TestTask task = new("f", "string F() => \"\";", ["F()"]) { Allowed = ["N:System"] };

        TaskAnswers answers = await fixture.AskAsync(
            fixture.Options with { TimeLimit = TimeSpan.FromSeconds(7) }, fixture.Source([], task), ("f", "string F() => System.IO.File.ReadLines(\"/proc/self/limits\").First(line => line.StartsWith(\"Max cpu time\"));"));

        Assert.Equal(["17", "17", "seconds"], Assert.IsType<TextAnswer>(answers.Answers[0]).Value["Max cpu time".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Time_in_which_others_had_the_processor_costs_no_points(IsolationKind kind)
    {
        Sandboxes.SkipUnless(kind);
        await using var fixture = new Fixture(kind);
        TestTask task = new("f", "int F() => 1;", ["F()"]) { Allowed = ["N:System"] };
        const string HalfASecondOfCpu = "int F() { using var self = System.Diagnostics.Process.GetCurrentProcess(); TimeSpan start = self.TotalProcessorTime; do { self.Refresh(); } while ((self.TotalProcessorTime - start).TotalSeconds < 0.5); return 1; }";
        Process[] hogs = [.. Enumerable.Range(0, Hogs).Select(_ => Process.Start("setsid", ["taskset", "-c", FirstCore(), "sh", "-c", "while :; do :; done"]))];
        try
        {
            // A probe may take a third of the limit, and four times that may pass, while the hogs leave one part of nine.
            TaskAnswers answers = await fixture.AskAsync(fixture.Options with { TimeLimit = TimeSpan.FromSeconds(2.4) }, fixture.Source([], task), ("f", HalfASecondOfCpu));

            Assert.Equal([new NumberAnswer(1)], answers.Answers);
        }
        finally
        {
            foreach (Process hog in hogs)
            {
                hog.Kill();
                hog.Dispose();
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task All_that_runs_in_a_sandbox_ends_with_the_process_that_was_started(IsolationKind kind)
    {
        Sandboxes.SkipUnless(kind);
        SandboxedStart start = Sandbox.Of(kind).Prepare(RunnerProgram.Verb, JudgedFolder.Empty, new SandboxLimits(MemoryMegabytes: 256), core: 0);
        start.Start.RedirectStandardInput = start.Start.RedirectStandardOutput = true; // They stay open: nothing but the kill ends it.
        using Process process = ProcessStarter.Start(start.Start);
        int[] descendants = await DescendantsAsync(process.Id, "NeuralNotebooks.Classroom.dll");

        process.Kill();

        foreach (int id in descendants)
            await EndsAsync(id);
        if (start.Scratch is { } scratch)
            Directory.Delete(scratch);
    }

    /// <summary>The descendants of a process, once one of them runs a program.</summary>
    private static async Task<int[]> DescendantsAsync(int id, string program)
    {
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < _patience; await Task.Delay(20, TestContext.Current.CancellationToken))
        {
            int[] found = [.. Below(id)];
            if (found.Any(child => Read($"/proc/{child}/cmdline").Contains(program, StringComparison.Ordinal) && Read($"/proc/{child}/comm").StartsWith("dotnet", StringComparison.Ordinal)))
                return found;
        }
        throw new TimeoutException("The sandbox did not start.");
    }

    private static IEnumerable<int> Below(int id)
        => Read($"/proc/{id}/task/{id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(child => int.Parse(child, CultureInfo.InvariantCulture)).SelectMany(child => Below(child).Prepend(child));

    private static async Task EndsAsync(int id)
    {
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < _patience; await Task.Delay(20, TestContext.Current.CancellationToken))
            if (Read($"/proc/{id}/stat") is var stat && (stat.Length == 0 || stat[(stat.LastIndexOf(')') + 2)..].StartsWith('Z')))
                return;
        Assert.Fail($"Process {id} is still running: {Read($"/proc/{id}/cmdline")}");
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ""; // It has ended.
        }
    }

    /// <summary>The one on which the first judged process runs.</summary>
    private static string FirstCore()
    {
        using Process self = Process.GetCurrentProcess();
        return OperatingSystem.IsLinux() ? $"{System.Numerics.BitOperations.TrailingZeroCount(self.ProcessorAffinity)}" : "0";
    }

    private sealed class Fixture(IsolationKind kind) : JudgeFixture(kind);
}
