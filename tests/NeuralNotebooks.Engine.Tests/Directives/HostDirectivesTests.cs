namespace NeuralNotebooks.Engine.Tests;

public sealed class HostDirectivesTests : FolderedTests
{
    [Theory]
    [Cases(false, true)]
    public async Task The_folders_own_script_comes_first_and_the_hosts_is_imported_if_there_is_none(bool own)
    {
        if (own)
            Folder.File("tools.csx", "int fromTools = 1;");
        using TestSession session = With(new("tools.csx", Folder.File("elsewhere/tools.csx", "int fromTools = 7;")));

        Assert.Equal(own ? "1" : "7", await session.Value("#!import tools.csx\nfromTools"));
    }

    [Fact]
    public async Task Where_neither_has_the_script_the_hosts_sentence_is_the_error()
    {
        using TestSession session = With(new("tools.csx", Folder.At("none"), file => $"Build {file} first."));

        Shown shown = await session.Run("#!import tools.csx");

        Assert.Contains($"Build {Folder.At("tools.csx")} first.", shown.Result.Error!.Message);
    }

    [Fact]
    public async Task A_cell_that_the_host_leaves_out_succeeds_without_running()
    {
        HostDirectives host = new() { LeavesOut = code => code.StartsWith("// not here", StringComparison.Ordinal) };
        using TestSession session = new(new() { Directives = host });
        await session.Run("int n = 1;");

        Shown shown = await session.Run("// not here\nint n = 2;");

        Assert.Equal(CellOutcome.Succeeded, shown.Outcome);
        Assert.Equal("1", await session.Value("n"));
    }

    private TestSession With(HostScript script) =>
        new(new() { Folder = Folder.Path, Directives = new() { Scripts = [script] } });
}
