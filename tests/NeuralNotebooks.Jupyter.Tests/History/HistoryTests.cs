namespace NeuralNotebooks.Jupyter.Tests;

public sealed class HistoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string FilePath => _folder.At("of/user/history.jsonl");

    [Fact]
    public void The_tail_crosses_sessions()
    {
        Session("a", "b");
        using SessionHistory second = Session("c");

        Assert.Equal(["1/2 b", "2/1 c"], Texts(second.Tail(2)));
        Assert.Equal(["1/1 a", "1/2 b", "2/1 c"], Texts(second.Tail(99)));
        Assert.Empty(second.Tail(-1));
    }

    [Fact]
    public void A_range_is_of_one_session_this_one_or_by_its_number_or_counted_back()
    {
        Session("a", "b", "c");
        Session("d");
        using SessionHistory third = Session("e", "f");

        Assert.Equal(["3/1 e", "3/2 f"], Texts(third.Range(0, 1, null)));
        Assert.Equal(["1/2 b"], Texts(third.Range(1, 2, 3)));
        Assert.Equal(["2/1 d"], Texts(third.Range(-1, 1, null)));
        Assert.Empty(third.Range(9, 1, null));
    }

    [Fact]
    public void Before_its_first_cell_a_session_can_look_back_as_well()
    {
        Session("a");
        using SessionHistory second = Session();

        Assert.Equal(["1/1 a"], Texts(second.Range(-1, 1, null)));
        Assert.Empty(second.Range(0, 1, null));
    }

    [Fact]
    public void A_search_matches_the_whole_text_with_wildcards()
    {
        using SessionHistory history = Session("var x = 1;", "x + 1\n+ 2", "y", "x + 1\n+ 2");

        Assert.Equal(["1/2 x + 1\n+ 2", "1/4 x + 1\n+ 2"], Texts(history.Search("x*2", null, unique: false)));
        Assert.Equal(["1/4 x + 1\n+ 2"], Texts(history.Search("x*", null, unique: true)));
        Assert.Equal(["1/4 x + 1\n+ 2"], Texts(history.Search("*", 1, unique: false)));
        Assert.Equal(["1/3 y"], Texts(history.Search("?", null, unique: false)));
        Assert.Empty(history.Search("x", null, unique: false));
    }

    [Fact]
    public void A_value_is_kept_beside_its_cell()
    {
        using var history = new SessionHistory(File());
        history.Add(1, "1 + 1", "2");

        Assert.Equal("2", Assert.Single(history.Tail(1)).Output);
    }

    [Fact]
    public async Task Kernels_that_write_at_the_same_time_lose_nothing()
    {
        await Parallel.ForAsync(
            0,
            8,
            (_, _) =>
            {
                Session("a", "b", "c");
                return ValueTask.CompletedTask;
            }
        );

        IReadOnlyList<HistoryEntry> all = File().Read();
        Assert.Equal(24, all.Count);
        Assert.Equal(Enumerable.Range(1, 8), all.Select(entry => entry.Session).Distinct().Order());
    }

    [Fact]
    public void A_damaged_line_costs_no_other()
    {
        Session("a");
        System.IO.File.AppendAllText(FilePath, "{\"session\": 1, \"li\nnull\n{}\n");
        using SessionHistory second = Session("b");

        Assert.Equal(["1/1 a", "2/1 b"], Texts(second.Tail(9)));
    }

    [Fact]
    public void The_file_does_not_grow_without_limit_and_keeps_the_newest()
    {
        using SessionHistory history = Session([
            .. Enumerable.Range(1, 50).Select(_ => new string('x', 200_000)),
            "the last",
        ]);
        Session("another");

        Assert.True(new FileInfo(FilePath).Length < 5_000_000);
        Assert.Equal(["1/51 the last", "2/1 another"], Texts(File().Read().TakeLast(2)));
    }

    [Fact]
    public void A_file_that_others_could_read_is_closed_to_them()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        Session("a");
#pragma warning disable CA1416 // Skipped on Windows.
        System.IO.File.SetUnixFileMode(
            FilePath,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead
        );
        Session("b");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(FilePath));
#pragma warning restore CA1416
    }

    [Theory]
    [InlineData("echo before > elsewhere && chmod 644 elsewhere", true)]
    [InlineData("mknod elsewhere c 1 3 && chmod 644 elsewhere && : > elsewhere", false)]
    [InlineData("mkfifo -m 644 elsewhere", false)]
    public void A_link_can_lead_to_a_file_and_the_mode_of_what_it_leads_to_stays(string create, bool isFile)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        string elsewhere = _folder.At("elsewhere");
        var start = new System.Diagnostics.ProcessStartInfo("sh", ["-c", create]) { WorkingDirectory = _folder.Path };
        using (var shell = System.Diagnostics.Process.Start(start)!)
        {
            shell.WaitForExit();
            Assert.SkipUnless(shell.ExitCode == 0, "This user cannot create a device here.");
        }
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        System.IO.File.CreateSymbolicLink(FilePath, elsewhere);
        var log = new List<string>();
        using var history = new SessionHistory(new HistoryFile(FilePath, log.Add));

        history.Add(1, "a", null);

        Assert.Equal(["a"], history.Tail(5).Select(entry => entry.Input));
        if (isFile)
            Assert.Empty(log);
        else
            Assert.All(log, line => line.ShouldContain("is not a regular file"));
#pragma warning disable CA1416 // Skipped on Windows.
        Assert.Equal((UnixFileMode)0b110_100_100, System.IO.File.GetUnixFileMode(elsewhere));
#pragma warning restore CA1416
    }

    [Fact]
    public void Where_nothing_can_be_written_the_session_still_has_its_own()
    {
        var log = new List<string>();
        _folder.File("of", "a file where the folder should be");
        using var history = new SessionHistory(new HistoryFile(FilePath, log.Add));
        history.Add(1, "a", null);

        Assert.Equal("a", Assert.Single(history.Tail(5)).Input);
        Assert.NotEmpty(log);
    }

    public void Dispose() => _folder.Dispose();

    private HistoryFile File() => new(FilePath, _ => { });

    private SessionHistory Session(params string[] cells)
    {
        var history = new SessionHistory(File());
        for (int i = 0; i < cells.Length; i++)
            history.Add(i + 1, cells[i], null);
        history.Tail(0);
        return history;
    }

    private static IEnumerable<string> Texts(IEnumerable<HistoryEntry> entries) =>
        entries.Select(entry => $"{entry.Session}/{entry.Line} {entry.Input}");
}
