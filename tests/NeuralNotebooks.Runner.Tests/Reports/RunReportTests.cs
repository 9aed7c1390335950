namespace NeuralNotebooks.Runner.Tests;

public sealed class RunReportTests : FolderedTests
{
    /// <summary>Text that XML cannot represent, or that would end a CDATA section.</summary>
    private const string Nasty = "]]> <&\"' \u0000\u0001\u001b[31m\uFFFE\ud800 half, 😀 whole \r\n\t";

    private static readonly RunSummary _summary = Example();

    private static readonly ExecutedNotebooks _executed =
        new(Path.GetFullPath("out"), [.. _summary.Runs.Select(run => run.Path)]);

    [Theory]
    [FactsOf("Reports/Reports")]
    public void A_report_counts_what_it_contains_with_places_and_messages(string name)
    {
        string path = Folder.At(name);
        RunReport.Write(path, _summary, _executed);
        string text = File.ReadAllText(path)
            .Replace(JsonEncodedText.Encode(Here).Value, "HERE/")
            .Replace(Here, "HERE/")
            .Replace($"=\"{Environment.MachineName}\"", "=\"MACHINE\"")
            .ReplaceLineEndings("\n");

        ApprovedTexts.Check("Reports/Reports", name, text.TrimEnd('\n') + "\n");
    }

    [Fact]
    public void A_report_is_written_whole_into_a_folder_that_need_not_exist_and_leaves_nothing_beside_it()
    {
        string path = Folder.At("new/folder/report.json");

        RunReport.Write(path, _summary, _executed);
        RunReport.Write(path, _summary, _executed);

        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Theory]
    [Cases(true, "error", false, "failure")]
    public void In_JUnit_a_limit_is_an_error_and_an_exception_of_its_name_a_failure(bool isLimit, string outcome)
    {
        var error = new RunError("a.ipynb", nameof(ErrorKind.MemoryLimit), "", Cell: 1)
        {
            Kind = isLimit ? ErrorKind.MemoryLimit : ErrorKind.Code,
        };
        NotebookRun run = _summary.Runs[1] with { Cells = [Cell(1, "a", CellStatus.Failed, error)], ClaimRuns = [] };
        string path = Folder.At("report.xml");

        RunReport.Write(path, _summary with { Runs = [run with { Error = error }] }, _executed);

        File.ReadAllText(path).ShouldContain($"<{outcome} type=\"MemoryLimit\"");
    }

    [Fact]
    public void A_report_of_an_unknown_format_is_refused() => Assert.False(RunReport.CanWrite("report.html"));

    private static string Here => Environment.CurrentDirectory + Path.DirectorySeparatorChar;

    private static RunSummary Example()
    {
        string good = Path.GetFullPath("good.ipynb"),
            bad = Path.GetFullPath("bad.ipynb"),
            gone = Path.GetFullPath("gone.ipynb");
        var error = new RunError(bad, "System.Exception", Nasty, Cell: 1, Line: 3, "    throw new Exception();")
        {
            Traceback = [new(Nasty)],
        };
        NotebookRun[] runs =
        [
            new(
                good, RunStatus.Passed, TimeSpan.FromSeconds(1),
                [
                    Cell(1, "a", CellStatus.Passed, null, new StreamOutput(StreamName.Stdout, Nasty)) with
                    {
                        Duration = TimeSpan.FromMilliseconds(1234.5),
                    },
                ],
                null, new Notebook(), 1 << 20),
            new(
                bad, RunStatus.Failed, TimeSpan.FromSeconds(1),
                [
                    Cell(1, "a", CellStatus.Failed, error), Cell(2, "b", CellStatus.Skipped),
                    Cell(3, "c", CellStatus.NotRun),
                ],
                error, new Notebook(), 0)
            {
                ClaimRuns =
                [
                    Cell(1, "sum", CellStatus.Failed,
                        new(Path.GetFullPath("bad.claims.cs"), "ClaimException", "sum: 3, claimed 4", Line: 4)),
                ],
            },
            new(
                gone, RunStatus.NotFound, TimeSpan.Zero, [],
                RunError.OfRunner(gone, ErrorKind.BadNotebook, $"There is no file {gone}."), null, 0),
        ];
        return new RunSummary(
            runs, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)), TimeSpan.FromSeconds(1.25));
    }

    private static CellRun Cell(
        int number, string id, CellStatus status, RunError? error = null, params Output[] outputs) =>
        new(number, id, status, TimeSpan.Zero, outputs, error);
}
