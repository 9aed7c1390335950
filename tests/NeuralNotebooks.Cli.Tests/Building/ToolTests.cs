namespace NeuralNotebooks.Cli.Tests;

/// <summary>The bundle of live pages in the tool's package; another project stands for its build.</summary>
public class ToolTests : FolderedTests
{
    private const string Browser = "src/NeuralNotebooks.Browser/NeuralNotebooks.Browser.csproj";

    [Fact]
    public void A_tool_is_not_packed_without_the_bundle_unless_asked_to()
    {
        Folder.File(Browser, """<Project><Target Name="Build" /></Project>""");

        (int code, string output) = Try();
        Assert.Equal(1, code);
        output.ShouldContain("needs npm", "-p:Live=false");
        (code, output) = Try("Live=false");
        Assert.True(code == 0, output);
    }

    [Theory]
    [InlineData("Build")]
    [InlineData("BuildLive", "NoBuild=true")]
    public void A_tool_is_packed_with_a_bundle_that_was_brought_up_to_date(string target, params string[] properties)
    {
        string boot = Folder.At("artifacts/live/boot.json");
        Folder.File(
            Browser,
            $"""
            <Project><Target Name="{target}">
              <WriteLinesToFile File="{boot}" Lines="new" Overwrite="true" />
            </Target></Project>
            """);
        Folder.File("artifacts/live/boot.json", "old");

        (int code, string output) = Try(properties);

        Assert.True(code == 0, output);
        Assert.Equal("new", File.ReadAllText(boot).Trim());
    }

    private (int ExitCode, string Output) Try(params string[] properties) =>
        new TargetsAlone(Folder).Try("Tool.targets", "UpdateToolLive", properties);
}
