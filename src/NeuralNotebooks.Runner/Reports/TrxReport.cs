using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace NeuralNotebooks.Runner;

/// <summary>Visual Studio's test results, as Azure Pipelines and the report actions of GitHub read them: a class per
/// notebook, a test per cell.</summary>
internal static class TrxReport
{
    private static readonly XNamespace _ns = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>Constants of the format: the type id of a unit test, and the id of the list "Results Not in a
    /// List".</summary>
    private const string UnitTest = "13cdc9d9-ddb5-4fa4-a97d-d965ccfc6d4b",
        NoList = "8c84fa94-04c1-424b-9868-57a2d4851a1d";

    public static string Write(RunSummary summary)
    {
        ReportCase[] cases = [.. summary.Runs.SelectMany(ReportCase.Of)];
        string[] ids = [.. cases.Select((c, i) => Id($"{c.Notebook.Path}\n{c.Name}\n{i}"))];
        string[] executions = [.. cases.Select(_ => Guid.NewGuid().ToString())];
        DateTimeOffset end = summary.Started + summary.Duration;
        int passed = cases.Count(c => c.Status == CellStatus.Passed),
            notRun = cases.Count(c => c.Status == CellStatus.NotRun);
        int timedOut = cases.Count(c => c.Status == CellStatus.TimedOut),
            failed = cases.Length - passed - notRun - timedOut;
        return XmlText.Write(
            new XElement(
                _ns + "TestRun",
                new XAttribute("id", Guid.NewGuid()),
                new XAttribute("name", $"notebooks {Time(summary.Started)}"),
                new XElement(
                    _ns + "Times",
                    new XAttribute("creation", Time(summary.Started)),
                    new XAttribute("queuing", Time(summary.Started)),
                    new XAttribute("start", Time(summary.Started)),
                    new XAttribute("finish", Time(end))
                ),
                new XElement(
                    _ns + "Results",
                    cases.Select((c, i) => Result(c, ids[i], executions[i], summary.Started))
                ),
                new XElement(_ns + "TestDefinitions", cases.Select((c, i) => Definition(c, ids[i], executions[i]))),
                new XElement(
                    _ns + "TestEntries",
                    cases.Select(
                        (_, i) =>
                            new XElement(
                                _ns + "TestEntry",
                                new XAttribute("testId", ids[i]),
                                new XAttribute("executionId", executions[i]),
                                new XAttribute("testListId", NoList)
                            )
                    )
                ),
                new XElement(
                    _ns + "TestLists",
                    new XElement(
                        _ns + "TestList",
                        new XAttribute("name", "Results Not in a List"),
                        new XAttribute("id", NoList)
                    )
                ),
                new XElement(
                    _ns + "ResultSummary",
                    new XAttribute("outcome", failed + timedOut > 0 ? "Failed" : "Completed"),
                    new XElement(
                        _ns + "Counters",
                        new XAttribute("total", cases.Length),
                        new XAttribute("executed", cases.Length - notRun),
                        new XAttribute("passed", passed),
                        new XAttribute("failed", failed),
                        new XAttribute("error", 0),
                        new XAttribute("timeout", timedOut),
                        new XAttribute("notExecuted", notRun)
                    )
                )
            )
        );
    }

    private static XElement Result(ReportCase reportCase, string id, string execution, DateTimeOffset started)
        => new(
            _ns + "UnitTestResult",
            new XAttribute("executionId", execution),
            new XAttribute("testId", id),
            new XAttribute("testName", TestName(reportCase)),
            new XAttribute("computerName", Environment.MachineName),
            new XAttribute("duration", reportCase.Duration.ToString("c", CultureInfo.InvariantCulture)),
            new XAttribute("startTime", Time(started)),
            new XAttribute("endTime", Time(started + reportCase.Duration)),
            new XAttribute("testType", UnitTest),
            new XAttribute("outcome", reportCase.Status switch
            {
                CellStatus.Passed => "Passed",
                CellStatus.NotRun => "NotExecuted",
                CellStatus.TimedOut => "Timeout",
                _ => "Failed",
            }),
            new XAttribute("testListId", NoList),
            Output(reportCase));

    private static XElement? Output(ReportCase reportCase)
    {
        var parts = new List<XElement>();
        if (reportCase.StandardOutput.Length > 0)
            parts.Add(new XElement(_ns + "StdOut", reportCase.StandardOutput));
        if (reportCase.StandardError.Length > 0)
            parts.Add(new XElement(_ns + "StdErr", reportCase.StandardError));
        if (reportCase.Error is { } error)
        {
            parts.Add(new XElement(
                _ns + "ErrorInfo",
                new XElement(_ns + "Message", $"{error.Where}: {error.Message}"),
                new XElement(_ns + "StackTrace", reportCase.Details!)));
        }
        return parts.Count == 0 ? null : new XElement(_ns + "Output", parts);
    }

    private static XElement Definition(ReportCase reportCase, string id, string execution)
        => new(
            _ns + "UnitTest",
            new XAttribute("name", TestName(reportCase)),
            new XAttribute("storage", reportCase.Notebook.Path),
            new XAttribute("id", id),
            new XElement(_ns + "Execution", new XAttribute("id", execution)),
            new XElement(
                _ns + "TestMethod",
                new XAttribute("codeBase", reportCase.Notebook.Path),
                new XAttribute("adapterTypeName", "executor://neuralnotebooks"),
                new XAttribute("className", Path.GetFileNameWithoutExtension(reportCase.Notebook.Path)),
                new XAttribute("name", reportCase.Name)));

    private static string TestName(ReportCase reportCase) =>
        $"{reportCase.Notebook.FileName}, {reportCase.Name}";

    private static string Time(DateTimeOffset time) => time.ToString("o", CultureInfo.InvariantCulture);

    /// <summary>The same test has the same id in every run, so that servers can follow it.</summary>
    private static string Id(string name) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)).ToString();
}
