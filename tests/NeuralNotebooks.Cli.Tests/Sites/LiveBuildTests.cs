namespace NeuralNotebooks.Cli.Tests;

public sealed class LiveBuildTests : FolderedTests
{
    private const string Project = "src/NeuralNotebooks.Browser/NeuralNotebooks.Browser.csproj",
        Page = "src/NeuralNotebooks.Browser/Page",
        List = "artifacts/live.list";

    private static readonly DateTime _built = new(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc);

    private bool IsNeeded => LiveBuild.IsNeeded(Folder.Path);

    [Fact]
    public void A_clone_whose_build_has_listed_no_files_needs_one_and_an_installed_tool_does_not()
    {
        Assert.False(IsNeeded);
        Folder.File(Project, "");
        Assert.True(IsNeeded);
    }

    [Theory]
    [Cases(Project, Page)]
    public void A_bundle_is_built_again_if_something_on_its_list_has_changed_or_is_missing(string changed)
    {
        Bundle();
        Assert.False(IsNeeded);

        Directory.SetLastWriteTimeUtc(Folder.At(changed), _built.AddMinutes(1));
        Assert.True(IsNeeded);

        File.SetLastWriteTimeUtc(Folder.At(List), _built.AddMinutes(2));
        Assert.False(IsNeeded);
        File.Delete(Folder.At($"{Page}/a.js"));
        Assert.True(IsNeeded);
    }

    [Fact]
    public void A_build_without_live_pages_is_respected()
    {
        Folder.File(Project, "");
        AppContext.SetSwitch(LiveBuild.Switch, false);
        try
        {
            Assert.False(IsNeeded);
        }
        finally
        {
            AppContext.SetSwitch(LiveBuild.Switch, true);
        }
    }

    [Fact]
    public async Task A_build_that_fails_is_reported_with_what_to_do()
    {
        string project = Folder.File(
            "broken.proj", """<Project><Target Name="Build"><Error Text="no such runtime" /></Target></Project>""");
        using StringWriter output = new(), error = new();
        using var live = new LiveBuild(Command("msbuild", "-nologo", project));

        Assert.False(await live.FinishAsync(new(output, error, IsLive: false), TestContext.Current.CancellationToken));

        error.ToString().ShouldContain("could not be built", "no such runtime", "nn site");
    }

    [Fact]
    public async Task A_build_without_a_bundle_says_why()
    {
        string project = Folder.File(
            "built.proj",
            """
            <Project><Target Name="Build">
              <Message Importance="high" Text="Browser was built" />
              <PropertyGroup><BuildNote>npm is -> not installed</BuildNote></PropertyGroup>
            </Target></Project>
            """);
        using StringWriter output = new(), error = new();
        using var live = new LiveBuild(Command(["msbuild", "-nologo", project, .. LiveBuild.BuildAndPrintNote]));

        Assert.True(await live.FinishAsync(new(output, error, IsLive: false), TestContext.Current.CancellationToken));

        Assert.Equal("note: npm is -> not installed", error.ToString().Trim());
        Assert.DoesNotContain("npm", output.ToString());
    }

    [Fact]
    public async Task An_interrupted_build_is_ended()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A POSIX shell runs until it is ended.");
        string id = Folder.At("id");
        ProcessStartInfo endless = new("sh", ["-c", $"echo $$ > '{id}.new'; mv '{id}.new' '{id}'; exec sleep 600"]);
        using StringWriter output = new(), error = new();
        using var interrupted = new CancellationTokenSource();
        using (var live = new LiveBuild(endless))
        {
            await Wait.UntilAsync(() => File.Exists(id));
            Task<bool> waiting = live.FinishAsync(new(output, error, IsLive: false), interrupted.Token);
            await interrupted.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        }

        await Wait.UntilAsync(() => Programs.Run("sh", "-c", $"kill -0 {File.ReadAllText(id)}").ExitCode != 0);
    }

    private void Bundle()
    {
        string[] parts = [Folder.File(Project, ""), Folder.File($"{Page}/a.js", ""), Folder.At(Page)];
        foreach (string part in parts)
            Directory.SetLastWriteTimeUtc(part, _built);
        File.SetLastWriteTimeUtc(Folder.File(List, string.Concat(parts.Select(part => $"{part}\n"))), _built);
    }

    private static ProcessStartInfo Command(params string[] arguments) => new(DotnetInstallation.Program, arguments);
}
