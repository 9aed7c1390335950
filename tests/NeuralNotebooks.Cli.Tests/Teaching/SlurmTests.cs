namespace NeuralNotebooks.Cli.Tests;

public sealed class SlurmTests : FolderedTests
{
    private const int Students = 12, Tasks = 4, Killed = 2;

    /// <summary>The tasks are started as Slurm starts them, one after the other.</summary>
    [Fact]
    public async Task An_array_job_of_which_a_task_is_killed_and_submitted_again_gives_the_results_of_one_machine()
    {
        Nightly.Only();
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The script is one of bash.");
        string source = SubmittedClass.Source(Folder),
            submitted = SubmittedClass.Submitted(Folder, Students),
            parts = Folder.At("parts"),
            whole = Folder.At("whole");
        string begun = Directory.CreateDirectory(Path.Combine(parts, $"shard-{Killed}")).FullName;

        using (Process killed = Process.Start(Starting(Killed))!)
        {
            await Wait.UntilAsync(
                () => Directory.EnumerateFiles(begun, "answers.json", SearchOption.AllDirectories).Any());
            killed.Kill(entireProcessTree: true);
            await Wait.ForExitAsync(killed);
        }
        for (int task = 0; task < Tasks; task++)
        {
            (int code, string output, string error) = Programs.Run(Starting(task));
            Assert.True(code == 0, output + error);
        }
        InvokedCommand merged = await InvokedCommand.Of([
            "grade", "merge", .. Directory.GetDirectories(parts).Order(StringComparer.Ordinal),
            "--output", Path.Combine(parts, "merged"),
        ]);
        string[] alone = ["grade", submitted, "--source", source, "--output", whole, "--no-isolation"];
        InvokedCommand unsharded = await InvokedCommand.Of(alone);

        Assert.Equal((ExitCode.Passed, "", ExitCode.Passed), (merged.ExitCode, merged.Error, unsharded.ExitCode));
        Assert.Equal(Students, Directory.GetFiles(whole, "answers.json", SearchOption.AllDirectories).Length);
        Assert.Equal(Files(whole), Files(Path.Combine(parts, "merged")));

        ProcessStartInfo Starting(int task)
        {
            string script = Repository.At("deploy/slurm.sh");
            var start = new ProcessStartInfo(
                "bash", [script, submitted, source, parts, "--no-isolation", "--jobs", "1"]);
            start.Environment["SLURM_ARRAY_TASK_ID"] = $"{task}";
            start.Environment["NN"] = $"{DotnetInstallation.Program} exec {typeof(CommandLine).Assembly.Location}";
            return start;
        }
    }

    [Theory]
    [Cases(
        "slurm.sh", @"--array=0-(?<last>\d+)", @"--shard auto/(?<count>\d+)",
        "kubernetes.yaml", @"completions: (?<count>\d+)", @"--shard auto/(?<count>\d+)",
        "github-actions.yml",
            @"shard: \[[\d, ]*?(?<count>\d+)\]",
            @"--shard \$\{\{ matrix\.shard \}\}/(?<count>\d+)")]
    public void Each_way_to_run_on_several_machines_has_as_many_tasks_as_shards(
        string file, string tasks, string shards)
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
                file => Path.GetRelativePath(folder, file), file => Convert.ToHexString(File.ReadAllBytes(file)));
}
