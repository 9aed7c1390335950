using System.Text.Json.Nodes;

namespace NeuralNotebooks.Jupyter.Tests;

public sealed class HistoryTests : FolderedTests
{
    private string FilePath => Folder.At("of/user/history.jsonl");

    [Theory]
    [Cases(
        """{ "n": 2 }""", "3/3 y, 3/4 x + 1\n+ 2",
        """{ "hist_access_type": "tail", "n": 5 }""",
            "2/1 d, 3/1 var x = 1;, 3/2 x + 1\n+ 2, 3/3 y, 3/4 x + 1\n+ 2",
        """{ "n": -1 }""", "",
        """{ "hist_access_type": "range", "stop": 2 }""", "3/1 var x = 1;",
        """{ "hist_access_type": "range", "session": 1, "start": 2, "stop": 3 }""", "1/2 b",
        """{ "hist_access_type": "range", "session": -1 }""", "2/1 d",
        """{ "hist_access_type": "range", "session": 9 }""", "",
        """{ "hist_access_type": "search", "pattern": "x*2" }""", "3/2 x + 1\n+ 2, 3/4 x + 1\n+ 2",
        """{ "hist_access_type": "search", "pattern": "x*", "unique": true }""", "3/4 x + 1\n+ 2",
        """{ "hist_access_type": "search", "pattern": "*", "n": 1 }""", "3/4 x + 1\n+ 2",
        """{ "hist_access_type": "search", "pattern": "?", "n": 2 }""", "2/1 d, 3/3 y",
        """{ "hist_access_type": "search", "pattern": "x" }""", "",
        """{ "hist_access_type": "range", "session": 2, "output": true }""", "2/1 [\"d\",\"value of d\"]"
    )]
    public void The_tail_a_range_of_a_session_or_what_matches_a_pattern_is_found(string content, string expected)
    {
        Session("a", "b", "c");
        Session("d");
        using SessionHistory third = Session("var x = 1;", "x + 1\n+ 2", "y", "x + 1\n+ 2");
        Request request = FakeRequest.Of("history_request", JsonNode.Parse(content)!.AsObject(), (_, _) => { });
        JsonArray found = new HistoryHandler(third).Handle(request)["history"]!.AsArray();
        Assert.Equal(expected, string.Join(", ", found.Select(entry => $"{entry![0]}/{entry[1]} {Input(entry[2]!)}")));

        static string Input(JsonNode entry) => entry is JsonArray ? entry.ToJsonString() : entry.ToString();
    }

    [Fact]
    public void A_pattern_with_thousands_of_wildcards_is_matched_in_one_pass()
    {
        using SessionHistory history = Session(new string('a', 1_000_000), new string('a', 1_000_000) + "b", "*a");
        string wildcards = string.Concat(Enumerable.Repeat("*a?", 6_000));

        Assert.Equal(2, history.Search($"*{wildcards}*", null, unique: false).Count);
        Assert.Single(history.Search(wildcards + "*b", null, unique: false));
        Assert.Equal(["1/3 *a"], Texts(history.Search("[*]a", null, unique: false).Concat(
            history.Search("*a", 1, unique: false)).ToList()));
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

    [Fact]
    public void The_file_can_be_a_link_and_the_mode_of_what_it_leads_to_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        string elsewhere = Folder.File("elsewhere", "before\n");
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        System.IO.File.CreateSymbolicLink(FilePath, elsewhere);
#pragma warning disable CA1416 // Skipped on Windows.
        const UnixFileMode mode = (UnixFileMode)0b110_100_100;
        System.IO.File.SetUnixFileMode(elsewhere, mode);
        using SessionHistory history = Session("a");

        Assert.Equal(["1/1 a"], Texts(File().Read()));
        Assert.Equal(mode, System.IO.File.GetUnixFileMode(elsewhere));
#pragma warning restore CA1416
    }

    [Fact]
    public void Where_nothing_can_be_written_the_session_still_has_its_own()
    {
        var log = new List<string>();
        Folder.File("of", "a file where the folder should be");
        using var history = new SessionHistory(new HistoryFile(FilePath, log.Add));
        history.Add(1, "a", null);

        Assert.Equal("a", Assert.Single(history.Tail(5)).Input);
        Assert.NotEmpty(log);
    }

    private HistoryFile File() => new(FilePath, _ => { });

    private SessionHistory Session(params string[] cells)
    {
        var history = new SessionHistory(File());
        for (int i = 0; i < cells.Length; i++)
            history.Add(i + 1, cells[i], $"value of {cells[i]}");
        history.Tail(0);
        return history;
    }

    private static IEnumerable<string> Texts(IEnumerable<HistoryEntry> entries) =>
        entries.Select(entry => $"{entry.Session}/{entry.Line} {entry.Input}");
}
