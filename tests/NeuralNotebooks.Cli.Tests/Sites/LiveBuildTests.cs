namespace NeuralNotebooks.Cli.Tests;

public sealed class LiveBuildTests : FolderedTests
{
    private const string Browser = "src/NeuralNotebooks.Browser",
        Boot = "artifacts/live/boot.json",
        Kit = "artifacts/kit/NeuralNotebooks.dll",
        List = "artifacts/live.list";

    private static readonly DateTime _built = new(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc);

    private bool IsNeeded => LiveBuild.IsNeeded(Folder.Path);

    [Fact]
    public void A_clone_without_a_bundle_needs_one_and_an_installed_tool_does_not()
    {
        Assert.False(IsNeeded);
        Sources();
        Assert.True(IsNeeded);
    }

    [Theory]
    [Cases(
        $"{Browser}/Program.cs",
        $"{Browser}/Page/Running/runtime.js",
        $"{Browser}/Bundle/bundle.js",
        "build/Live.targets",
        Kit)]
    public void A_bundle_is_built_again_after_a_change_of_something_that_it_is_made_of(string file)
    {
        Bundle();
        Assert.False(IsNeeded);

        Change(file, _built.AddMinutes(1));
        Assert.True(IsNeeded);

        File.SetLastWriteTimeUtc(Folder.At(Boot), _built.AddMinutes(2));
        Assert.False(IsNeeded);
    }

    [Theory]
    [Cases(Boot, Kit, List)]
    public void A_bundle_is_built_again_if_a_part_is_missing(string file)
    {
        Bundle();
        File.Delete(Folder.At(file));
        Assert.True(IsNeeded);
    }

    [Fact]
    public void What_could_not_be_made_without_npm_is_not_tried_in_each_run()
    {
        Sources();
        Change(List, _built);
        Assert.False(IsNeeded);

        Change($"{Browser}/package.json", _built.AddMinutes(1));
        Assert.True(IsNeeded);
    }

    [Fact]
    public void A_build_without_live_pages_is_respected()
    {
        Sources();
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
        using var live = new LiveBuild(Command(["msbuild", "-nologo", project, .. LiveBuild.Asking]));

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

    private void Sources()
    {
        foreach (string file in (string[])
            [
                $"{Browser}/Program.cs", $"{Browser}/Page/Running/runtime.js", $"{Browser}/Bundle/bundle.js",
                "build/Live.targets",
            ])
            Change(file, _built.AddHours(-1));
    }

    private void Bundle()
    {
        Sources();
        Change(Kit, _built.AddMinutes(-1));
        Folder.File(List, $"file|{Folder.At(Kit)}|/course/kit|\n");
        Change(Boot, _built);
    }

    private static ProcessStartInfo Command(params string[] arguments) => new(DotnetInstallation.Program, arguments);

    private void Change(string file, DateTime time) => File.SetLastWriteTimeUtc(Folder.File(file, ""), time);
}
