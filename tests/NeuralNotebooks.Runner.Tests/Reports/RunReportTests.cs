using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;

namespace NeuralNotebooks.Runner.Tests;

public sealed class RunReportTests : IDisposable
{
    /// <summary>What XML cannot represent, or what ends a section of it.</summary>
    private const string Nasty = "]]> <&\"' \u0000\u0001\u001b[31m\uFFFE\ud800 half, 😀 whole \r\n\t";

    private static readonly RunSummary _summary = Example();

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_junit_report_counts_what_it_contains()
    {
        XElement root = Xml("report.xml").Root!;

        Assert.Equal("testsuites", root.Name);
        Assert.Equal([4, 1, 1, 1], Numbers(root));
        XElement[] suites = [.. root.Elements("testsuite")];
        Assert.Equal(
            ["good.ipynb", "bad.ipynb", "gone.ipynb"],
            suites.Select(suite => (string)suite.Attribute("name")!)
        );
        foreach (XElement suite in suites)
        {
            XElement[] cases = [.. suite.Elements("testcase")];
            Assert.Equal(
                [
                    cases.Length,
                    cases.Count(c => c.Element("failure") is not null),
                    cases.Count(c => c.Element("error") is not null),
                    cases.Count(c => c.Element("skipped") is not null),
                ],
                Numbers(suite)
            );
            Assert.All(
                cases,
                c => Assert.True(c.Attribute("name") is not null && c.Attribute("classname") is not null)
            );
            Assert.All(cases, c => double.Parse((string)c.Attribute("time")!, CultureInfo.InvariantCulture));
            DateTime.ParseExact(
                (string)suite.Attribute("timestamp")!,
                "yyyy-MM-ddTHH:mm:ss",
                CultureInfo.InvariantCulture
            );
        }
        XElement failure = root.Descendants("failure").Single();
        Assert.Equal("System.Exception", (string)failure.Attribute("type")!);
        Assert.Contains("bad.ipynb, cell 1, line 3", failure.Value, StringComparison.Ordinal);
        Assert.Contains("throw new Exception();", failure.Value, StringComparison.Ordinal);

        static int[] Numbers(XElement element)
            => [.. new[] { "tests", "failures", "errors", "skipped" }.Select(name => (int)element.Attribute(name)!)];
    }

    [Fact]
    public void A_trx_report_has_a_definition_an_entry_and_a_result_for_each_cell()
    {
        XNamespace ns = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";
        XElement root = Xml("report.trx").Root!;

        Assert.Equal(ns + "TestRun", root.Name);
        XElement[] results = [.. root.Element(ns + "Results")!.Elements(ns + "UnitTestResult")];
        Assert.Equal(
            ["Passed", "Failed", "NotExecuted", "Failed"],
            results.Select(result => (string)result.Attribute("outcome")!)
        );
        string[] ids = [.. results.Select(result => (string)result.Attribute("testId")!)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Guid.Parse(id));
        Assert.Equal(
            ids,
            root.Element(ns + "TestDefinitions")!
                .Elements(ns + "UnitTest")
                .Select(test => (string)test.Attribute("id")!)
        );
        XElement[] entries = [.. root.Element(ns + "TestEntries")!.Elements(ns + "TestEntry")];
        Assert.Equal(ids, entries.Select(entry => (string)entry.Attribute("testId")!));
        Assert.Equal(
            results.Select(result => (string)result.Attribute("executionId")!),
            entries.Select(entry => (string)entry.Attribute("executionId")!)
        );
        string list = (string)root.Element(ns + "TestLists")!.Element(ns + "TestList")!.Attribute("id")!;
        Assert.All(results.Concat(entries), element => Assert.Equal(list, (string)element.Attribute("testListId")!));
        XElement summary = root.Element(ns + "ResultSummary")!;
        Assert.Equal("Failed", (string)summary.Attribute("outcome")!);
        XElement counters = summary.Element(ns + "Counters")!;
        Assert.Equal(
            (4, 3, 1, 2, 1),
            (
                (int)counters.Attribute("total")!,
                (int)counters.Attribute("executed")!,
                (int)counters.Attribute("passed")!,
                (int)counters.Attribute("failed")!,
                (int)counters.Attribute("notExecuted")!
            )
        );
        Assert.All(
            results,
            result => TimeSpan.Parse((string)result.Attribute("duration")!, CultureInfo.InvariantCulture)
        );
    }

    [Fact]
    public void The_same_cell_has_the_same_id_in_every_trx_report()
    {
        XDocument first = Xml("first.trx"), second = Xml("second.trx");

        Assert.Equal(Ids(first), Ids(second));

        static IEnumerable<string> Ids(XDocument document) =>
            document.Descendants().Attributes("testId").Select(id => id.Value);
    }

    [Theory]
    [InlineData("report.xml")]
    [InlineData("report.trx")]
    public void Characters_that_xml_cannot_carry_are_replaced_and_all_others_kept(string name)
    {
        string text = Xml(name).Root!.Value;

        Assert.Contains("]]> <&\"' \uFFFD\uFFFD\uFFFD[31m\uFFFD\uFFFD half, 😀 whole", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_json_report_gives_status_place_and_message()
    {
        string path = Path.Combine(_folder.Path, "report.json");
        RunReport.Write(path, _summary);
        using var document = JsonDocument.Parse(File.ReadAllText(path));

        JsonElement[] notebooks = [.. document.RootElement.GetProperty("notebooks").EnumerateArray()];

        Assert.Equal(
            ["passed", "failed", "notFound"],
            notebooks.Select(notebook => notebook.GetProperty("status").GetString())
        );
        JsonElement error = notebooks[1].GetProperty("error");
        Assert.Equal(
            (1, 3, "throw new Exception();"),
            (
                error.GetProperty("cell").GetInt32(),
                error.GetProperty("line").GetInt32(),
                error.GetProperty("source").GetString()!.Trim()
            )
        );
        Assert.Equal(
            ["failed", "notRun"],
            notebooks[1].GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("status").GetString())
        );
        Assert.Equal(1.25, document.RootElement.GetProperty("duration").GetDouble());
    }

    [Fact]
    public void A_report_is_written_whole_into_a_folder_that_need_not_exist_and_leaves_nothing_beside_it()
    {
        string path = Path.Combine(_folder.Path, "new", "folder", "report.json");

        RunReport.Write(path, _summary);
        RunReport.Write(path, _summary);

        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void A_report_of_an_unknown_format_is_refused()
    {
        string path = Path.Combine(_folder.Path, "report.html");

        Assert.False(RunReport.CanWrite(path));
        Assert.Throws<ArgumentException>(() => RunReport.Write(path, _summary));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    private XDocument Xml(string name)
    {
        string path = Path.Combine(_folder.Path, name);
        RunReport.Write(path, _summary);
        return XDocument.Load(path, LoadOptions.PreserveWhitespace);
    }

    private static RunSummary Example()
    {
        string good = Path.GetFullPath("good.ipynb"),
            bad = Path.GetFullPath("bad.ipynb"),
            gone = Path.GetFullPath("gone.ipynb");
        var error = new RunError(
            bad,
            "System.Exception",
            Nasty,
            Cell: 1,
            Line: 3,
            SourceLine: "    throw new Exception();",
            Traceback: [Nasty]
        );
        NotebookRun[] runs =
        [
            new(
                good,
                RunStatus.Passed,
                TimeSpan.FromSeconds(1),
                [
                    new CellRun(
                        1,
                        "a",
                        CellStatus.Passed,
                        TimeSpan.FromMilliseconds(1234.5),
                        [new StreamOutput(StreamName.Stdout, Nasty)],
                        null
                    ),
                ],
                null,
                null,
                1 << 20
            ),
            new(
                bad,
                RunStatus.Failed,
                TimeSpan.FromSeconds(1),
                [
                    new CellRun(1, "a", CellStatus.Failed, TimeSpan.Zero, [], error),
                    new CellRun(2, "b", CellStatus.NotRun, TimeSpan.Zero, [], null),
                ],
                error,
                null,
                0
            ),
            new(
                gone,
                RunStatus.NotFound,
                TimeSpan.Zero,
                [],
                new RunError(gone, RunError.BadNotebook, $"There is no file {gone}."),
                null,
                0
            ),
        ];
        return new RunSummary(
            runs,
            new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
            TimeSpan.FromSeconds(1.25)
        );
    }
}
