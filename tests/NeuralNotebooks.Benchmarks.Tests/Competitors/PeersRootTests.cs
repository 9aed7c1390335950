namespace NeuralNotebooks.Benchmarks.Tests;

public sealed class PeersRootTests
{
    [Fact]
    public void The_program_runs_itself_in_another_system()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/bwrap"), "There is no bubblewrap.");

        (int exitCode, string output, string error) =
            Programs.Run("bwrap", PeersRoot.Arguments("/", ["compare", "--help"]));

        Assert.True(exitCode == 0, error);
        output.ShouldContain("--peers <FOLDER>");
    }
}
