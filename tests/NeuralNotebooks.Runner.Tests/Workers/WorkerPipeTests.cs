using System.IO.Pipes;

namespace NeuralNotebooks.Runner.Tests;

public sealed class WorkerPipeTests : FolderedTests
{
    [Fact]
    public async Task A_run_leaves_no_file_of_its_pipes()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes are not files there.");
        NotebookRun run = await Folder.Run(
            "System.IO.Directory.GetFileSystemEntries(System.IO.Path.GetTempPath(), \"CoreFxPipe_\" + "
                + "Environment.GetCommandLineArgs()[^1] + \"*\").Length");

        Assert.Equal("0", run.Cells[0].Shown());
    }

    [Fact]
    public void A_path_that_is_too_long_for_a_socket_is_reported()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes are not files there.");

        Fails.With<WorkerStartException>(
            "too long for a socket", () => WorkerPipe.Create(new string('x', 200), PipeDirection.In));
    }
}
