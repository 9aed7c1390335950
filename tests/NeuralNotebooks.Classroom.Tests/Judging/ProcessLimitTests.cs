using System.Diagnostics;
using System.Globalization;

namespace NeuralNotebooks.Classroom.Tests;

/// <summary>What the system itself does to a judged process.</summary>
public sealed class ProcessLimitTests
{
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

    private sealed class Fixture(IsolationKind kind) : JudgeFixture(kind);
}
