using System.IO.Pipes;

namespace NeuralNotebooks.Runner.Tests;

public sealed class WorkerPipeTests : FolderedTests
{
    [Fact]
    public async Task A_run_leaves_no_file_of_its_pipes_and_removes_those_of_killed_runners_and_not_of_starting_ones()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes are not files there.");
        string old = WorkerPipe.PathOf(WorkerPipe.NewName()),
            fresh = WorkerPipe.PathOf(WorkerPipe.NewName());
        File.WriteAllText(old, "");
        File.WriteAllText(fresh, "");
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddHours(-1));

        NotebookRun run = await Folder.Run(
            "System.IO.Directory.GetFileSystemEntries(System.IO.Path.GetTempPath(), \"CoreFxPipe_\" + "
                + "Environment.GetCommandLineArgs()[^1] + \"*\").Length"
        );

        Assert.Equal("0", run.Cells[0].Shown());
        Assert.Equal((false, true), (File.Exists(old), File.Exists(fresh)));
        File.Delete(fresh);
    }

    [Fact]
    public void A_path_that_is_too_long_for_a_socket_is_reported()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes are not files there.");

        Fails.With<WorkerStartException>(
            "too long for a socket",
            () => WorkerPipe.Create(new string('x', 200), PipeDirection.In)
        );
    }

    [Fact]
    public void The_memory_of_child_processes_counts()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux reports it cheaply.");
        // A shell whose child holds 50 MB in a variable.
        var start = new System.Diagnostics.ProcessStartInfo(
            "sh",
            ["-c", "sh -c 'x=$(head -c 50000000 /dev/zero | tr \"\\0\" x); echo ready; read line'; true"]
        )
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var shell = System.Diagnostics.Process.Start(start)!;
        Assert.Equal("ready", shell.StandardOutput.ReadLine());

        long memory = new LinuxProcess(shell.Id).Descendants.Sum(process => process.ResidentMemory);
        shell.StandardInput.Close();
        shell.WaitForExit();

        Assert.InRange(memory, 50_000_000, 1_000_000_000);
        Assert.Equal(0, new LinuxProcess(shell.Id).Descendants.Sum(process => process.ResidentMemory));
    }

    [Fact]
    public void A_child_that_has_ended_does_not_keep_its_siblings_alive()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no sleep.");
        using var sibling = System.Diagnostics.Process.Start("sleep", "600");

        ProcessTree.EndAll([$"{int.MaxValue}", $"{sibling.Id}"]);

        Assert.True(sibling.WaitForExit(TimeSpan.FromMinutes(1)));
    }

    [Theory]
    [Cases(
        "/opt/homebrew/Cellar/dotnet/10.0.1/libexec/dotnet", "/opt/homebrew/opt/dotnet/libexec/dotnet",
        "/usr/share/dotnet/dotnet", null
    )]
    public void Homebrew_s_installation_is_named_by_the_link_that_an_upgrade_keeps(string path, string? stable) =>
        Assert.Equal(stable, DotnetInstallation.StableLink(path));
}
