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

    [Fact]
    public void A_folder_that_is_no_system_is_named_with_what_it_lacks()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "It needs Linux.");
        using TemporaryFolder folder = new();

        PeersRoot.Problem(folder.Path)!.ShouldContain("it has no usr/bin/env");
        PeersRoot.Problem(folder.At("missing"))!.ShouldContain("there is no such folder");
        Assert.Null(PeersRoot.Problem("/"));
    }
}
