using System.Text.RegularExpressions;

namespace NeuralNotebooks.Cli.Tests;

public sealed class SlurmTests
{
    private const int Students = 60,
        Killed = 2;

    private static readonly string _script = Repository.At("deploy/slurm.sh");

    [Fact]
    public async Task An_array_job_of_which_a_task_is_killed_and_submitted_again_gives_the_results_of_one_machine()
    {
        Assert.SkipWhen(SlurmCluster.Obstacle is not null, SlurmCluster.Obstacle ?? "");
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        string source = SubmittedClass.Source(folder),
            submitted = SubmittedClass.Submitted(folder, Students),
            parts = folder.At("parts"),
            whole = folder.At("whole");
        string[] job = [_script, submitted, source, parts, "--no-isolation", "--jobs", "1"];
        using var cluster = new SlurmCluster();
        await cluster.StartAsync(cancellation);

        (int code, string said) = await cluster.RunAsync(
            "sbatch",
            ["--parsable", .. job]
        );
        Assert.True(code == 0, said);
        string killed = Path.Combine(parts, $"shard-{Killed}");
        await SlurmCluster.WaitUntilAsync(
            () =>
                Task.FromResult(
                    Directory.Exists(killed)
                        && Directory.EnumerateFiles(killed, "answers.json", SearchOption.AllDirectories).Any()
                ),
            cancellation
        );
        await cluster.RunAsync("scancel", "--full", "--signal=KILL", $"{said.Trim()}_{Killed}");
        await SlurmCluster.WaitUntilAsync(
            async () => (await cluster.RunAsync("squeue", "--noheader")).Output.Trim().Length == 0,
            cancellation
        );
        (code, said) = await cluster.RunAsync(
            "sbatch",
            ["--wait", $"--array={Killed}", .. job]
        );
        Assert.True(code == 0, said);

        InvokedCommand merged = await InvokedCommand.Of([
            "grade",
            "merge",
            .. Directory.GetDirectories(parts).Order(StringComparer.Ordinal),
            "--output",
            Path.Combine(parts, "merged"),
        ]);
        InvokedCommand unsharded = await InvokedCommand.Of(
            "grade",
            submitted,
            "--source",
            source,
            "--output",
            whole,
            "--no-isolation"
        );

        Assert.Equal((ExitCode.Passed, "", ExitCode.Passed), (merged.ExitCode, merged.Error, unsharded.ExitCode));
        Assert.Equal(Students, Directory.GetDirectories(whole).Length);
        Assert.Equal(Files(whole), Files(Path.Combine(parts, "merged")));
    }

    [Theory]
    [InlineData("slurm.sh", @"--array=0-(?<last>\d+)", @"--shard auto/(?<count>\d+)")]
    [InlineData("kubernetes.yaml", @"completions: (?<count>\d+)", @"--shard auto/(?<count>\d+)")]
    [InlineData(
        "github-actions.yml",
        @"shard: \[[\d, ]*?(?<count>\d+)\]",
        @"--shard \$\{\{ matrix\.shard \}\}/(?<count>\d+)"
    )]
    public void Each_way_to_run_on_several_machines_has_as_many_tasks_as_shards(
        string file,
        string tasks,
        string shards
    )
    {
        string text = Repository.Read($"deploy/{file}");
        Match started = Regex.Match(text, tasks);
        int count = started.Groups["last"].Success
            ? 1 + int.Parse(started.Groups["last"].Value, null)
            : int.Parse(started.Groups["count"].Value, null);

        Assert.Equal($"{count}", Regex.Match(text, shards).Groups["count"].Value);
    }

    /// <summary>Everything that was written except the times, byte for byte.</summary>
    private static Dictionary<string, string> Files(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "times.csv")
            .Order(StringComparer.Ordinal)
            .ToDictionary(
                file => Path.GetRelativePath(folder, file),
                file => Convert.ToHexString(File.ReadAllBytes(file))
            );
}
