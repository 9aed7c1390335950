using System.Net;
using System.Net.Sockets;
using NeuralNotebooks.Engine.Tests;

namespace NeuralNotebooks.Runner.Tests;

/// <summary>Packages from a local source: no feed is contacted.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestSession _session;

    public PackageTests()
    {
        _session = new TestSession(new SessionOptions { Folder = _folder.Path, Packages = Restore });
        LocalFeed.Create(_folder);
    }

    private PackageRestore Restore => new(_folder.Path, _folder.At("restored"));

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_package_is_restored_with_what_it_depends_on_and_a_missing_one_leaves_the_session_as_it_was()
    {
        Pack("Notebook.Inner", "1.0.0", "public static class Inner { public static string Word => \"inner\"; }");
        Pack(
            "Notebook.Outer",
            "1.2.0",
            "public static class Outer { public static string Word => \"outer of inner\"; }",
            "Notebook.Inner");

        Shown missing = await _session.Run(
            $"#i \"nuget: {_folder.Path}/source\"\n#r \"nuget: Notebook.Missing, 1.0.0\"\nint x = 1;");
        Assert.Equal(CellOutcome.CompileError, missing.Outcome);
        Assert.Equal(new CellLocation(new(1), 2), missing.Result.Location);
        missing.Traceback.ShouldContain("The package Notebook.Missing could not be added. NU1101");

        Shown found = await _session.Run(
            $"#i \"nuget: {_folder.Path}/source\"\n#r \"nuget: Notebook.Outer\"\nOuter.Word + Inner.Word");
        Assert.Equal("outer of innerinner", found.Plain);
        DisplayData message = Assert.IsType<DisplayData>(found.Outputs[0]);
        Assert.Equal("Installed Packages\nNotebook.Outer, 1.2.0", message.Data.Text(MimeBundle.PlainText));

        // A site finds the packages of the run again.
        string key = message.Metadata["nn_packages"]!.GetValue<string>();
        PackageAssets restored = PackageCache.Restored(key, _folder.At("restored"))!;
        Assert.Equal("1.2.0", restored.VersionOf("notebook.outer"));
        RestoredPackage outer = restored.Packages.Single(package => package.Id == "Notebook.Outer");
        Assert.Equal(["Notebook.Inner"], outer.Dependencies);
        Assert.Equal("Notebook.Outer.dll", Path.GetFileName(Assert.Single(outer.Assemblies)));
        Assert.Null(PackageCache.Restored("../" + key, _folder.At("restored")));
        File.Delete(outer.Assemblies[0]);
        Assert.Null(PackageCache.Restored(key, _folder.At("restored")));
    }

    [Fact]
    public void Files_for_projects_in_folders_above_do_not_count_but_the_notebooks_nuget_config_does()
    {
        _folder.File("Directory.Build.props", "<Project><Import Project=\"absent\" /></Project>");
        _folder.File("Directory.Build.targets", "<Project><Import Project=\"absent\" /></Project>");
        _folder.File("Directory.Packages.props", "<Project><Import Project=\"absent\" /></Project>");
        _folder.File("Directory.Build.rsp", "-noSuchSwitch");
        _folder.File("global.json", "{ \"sdk\": { \"version\": \"1.0.0\", \"rollForward\": \"disable\" } }");
        Pack("Notebook.Word", "1.0.0", "public static class Word;");

        PackageAssets assets = Restore.Restore(
            new([new("Notebook.Word", "1.0.0")], [_folder.At("source")], []), TestContext.Current.CancellationToken);

        string folder = Assert.Single(assets.Packages).Folder!;
        Assert.Equal(_folder.At("packages/notebook.word/1.0.0"), folder.TrimEnd('/', '\\').Replace('\\', '/'));
    }

    [Fact]
    public async Task A_source_that_is_not_there_is_named_literally_and_a_missing_version_with_the_nearest_one()
    {
        Nightly.Only();
        Pack("Notebook.Inner", "1.0.0", "public static class Inner;");

        Shown badSource = await _session.Run(
            $"#i \"nuget: {_folder.Path}/$(HOME) here\"\n#r \"nuget: Notebook.Inner\"");
        Shown badVersion = await _session.Run(
            $"#i \"nuget: {_folder.Path}/source\"\n#r \"nuget: Notebook.Inner, 9.0.0\"");

        badSource.Traceback.ShouldContain($"{_folder.Path}/$(HOME) here");
        badVersion.Traceback.ShouldContain("NU1102", "Nearest version: 1.0.0");
    }

    [Fact]
    public async Task A_source_that_never_answers_can_be_interrupted_and_is_left_out_like_one_that_refuses()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        string address = $"http://{silent.LocalEndpoint}/a%20b/index.json", added = $"https://{silent.LocalEndpoint}/c",
            source = $"<add key=\"silent\" value=\"{address}\" allowInsecureConnections=\"true\" />",
            word = "#r \"nuget: Notebook.Word\"";
        LocalFeed.Create(_folder, source + "<add key=\"local\" value=\"100%25\" />");
        Pack("Notebook.Word", "1.0.0", "public static class Word { public static int Length => 4; }");
        Directory.Move(_folder.At("source"), _folder.At("100%25"));
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task<Shown> cell = _session.RunUntil(word, interrupt.Token);
        using (await silent.AcceptTcpClientAsync(interrupt.Token))
        {
            await interrupt.CancelAsync();
            Assert.Equal(CellOutcome.Interrupted, (await cell).Outcome);
        }

        Shown found = await _session.Run($"#i \"nuget: {added}\"\n{word}\nWord.Length");
        LocalFeed.Create(_folder, source);
        Shown missing = await _session.Run("#r \"nuget: Notebook.Missing\"");
        silent.Stop();
        Shown refused = await _session.Run("#r \"nuget: Notebook.Missing\"");

        Assert.Equal(("", "4"), (found.Traceback, found.Plain));
        found.Console.ShouldContain($"because they have not answered within 5 seconds: {address}, {added}.");
        missing.Traceback.ShouldContain(
            "Notebook.Missing could not be added.",
            $"No package source has answered within 5 seconds: {address}, {added}.");
        refused.Traceback.ShouldContain(address);
        refused.Traceback.ShouldNotContain("5 seconds");
    }

    [Fact]
    public void A_source_answers_also_through_a_proxy_and_with_an_error()
    {
        using TcpListener silent = new(IPAddress.Loopback, 0), answering = new(IPAddress.Loopback, 0);
        silent.Start();
        answering.Start();
        _ = AnswerAsync();
        string silentOne = $"https://{silent.LocalEndpoint}/index.json";
        string[] sources = [silentOne, $"http://{answering.LocalEndpoint}/index.json", _folder.Path];

        SourceAnswers direct = SourceAnswers.Ask(sources, new WebProxy(), TestContext.Current.CancellationToken)!;
        SourceAnswers proxied = SourceAnswers.Ask(
            sources, new WebProxy($"http://{answering.LocalEndpoint}"), TestContext.Current.CancellationToken)!;

        Assert.Equal([silentOne], direct.Silent);
        Assert.Equal(sources[1..], direct.Answering);
        Assert.Empty(proxied.Silent);

        async Task AnswerAsync()
        {
            while (true)
                using (TcpClient client = await answering.AcceptTcpClientAsync(TestContext.Current.CancellationToken))
                    client.GetStream().Write("HTTP/1.1 407 Proxy\r\nContent-Length: 0\r\n\r\n"u8);
        }
    }

    [Fact]
    public void A_package_without_a_version_is_the_newest_after_a_day_or_if_damaged_and_stays_without_its_source()
    {
        Nightly.Only();
        PackWord("1.0.0");
        Assert.Equal("1.0.0", Newest());
        PackWord("2.0.0");
        Assert.Equal("1.0.0", Newest()); // Restoring anew for each run would take seconds.
        TheClockMoves(days: 2);
        Assert.Equal("2.0.0", Newest());
        PackWord("3.0.0");
        Assert.Equal("2.0.0", Newest());
        TheClockMoves(days: -2);
        Assert.Equal("3.0.0", Newest());

        string last = "3.0.0";
        foreach (string content in (string[])["null", "{ \"packageFolders\": null }", "{"])
        {
            foreach (string file in Restored())
                File.WriteAllText(file, content);
            PackWord(last = $"{last[0] - '0' + 1}.0.0");
            Assert.Equal(last, Newest());
        }

        TheClockMoves(days: 2);
        Directory.Delete(_folder.At("source"), recursive: true);
        Assert.Equal(last, Newest());

        void PackWord(string version) => Pack("Notebook.Word", version, "public static class Word;");
    }

    [Fact]
    public void If_the_newest_version_is_for_a_newer_NET_only_one_with_the_major_version_before_is_used()
    {
        Nightly.Only();
        Pack("Notebook.Word", "8.0.0", "public static class Word;");
        Pack("Notebook.Word", "8.1.0", "public static class Word;");
        Pack("Notebook.Word", "9.0.0", "public static class Word;", framework: "net99.0");
        Pack("Notebook.Word", "10.0.0", "public static class Word;", framework: "net99.0");

        Assert.Equal("8.1.0", Newest());
    }

    [Fact]
    public async Task A_package_that_asks_for_a_newer_version_of_a_loaded_one_and_an_unreadable_source_are_no_errors()
    {
        Nightly.Only();
        Pack("Notebook.Older", "0.9.0", "public static class Older { public static string Word => \"old\"; }");
        Pack("Notebook.Older", "1.0.0", "public static class Older { public static string Word => \"new\"; }");
        Pack("Notebook.Newer", "1.2.0", "public static class Newer { public static int One => 1; }", "Notebook.Older");
        await _session.Run($"#i \"nuget: {_folder.Path}/source\"\n#r \"nuget: Notebook.Older, 0.9.0\"");

        Shown shown = await _session.Run(
            $"#i \"nuget: {_folder.Path}/absent\"\n#r \"nuget: Notebook.Newer\"\nOlder.Word + Newer.One");

        Assert.Equal("old1", shown.Plain);
        shown.Console.ShouldContain($"{_folder.Path}/absent", "Notebook.Older from 1.0.0 to 0.9.0");
    }

    [Fact]
    public void Packages_are_chosen_for_the_C_library_of_this_process_whatever_else_is_installed()
    {
        bool isPortable = RuntimeInformation.RuntimeIdentifier.Split('-')[0] is "linux" or "win" or "osx";
        Assert.SkipUnless(isPortable, "This build of .NET belongs to a distribution.");

        Assert.Equal(RuntimeInformation.RuntimeIdentifier, RestoreProject.PortableRuntime());
    }

    private string Newest()
    {
        var newest = KeyValuePair.Create("Notebook.Word", (string?)null);
        PackageAssets assets = Restore.Restore(
            new([newest], [_folder.At("source")], []), TestContext.Current.CancellationToken);
        return assets.VersionOf("Notebook.Word")!;
    }

    private void TheClockMoves(int days)
    {
        foreach (string file in Restored())
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddDays(-days));
    }

    private string[] Restored() =>
        Directory.GetFiles(_folder.At("restored"), "project.assets.json", SearchOption.AllDirectories);

    private void Pack(
        string id, string version, string code, string? dependency = null, string framework = "net10.0") =>
        LocalFeed.Pack(_folder, id, version, code, dependency, framework);
}
