using System.Globalization;
using System.Xml.Linq;

namespace NeuralNotebooks.Runner;

/// <summary>JUnit's XML as GitLab, Jenkins, GitHub's report actions and Azure read it: a suite per notebook, a case per
/// cell.</summary>
internal static class JUnitReport
{
    public static string Write(RunSummary summary)
    {
        XElement[] suites = [.. summary.Runs.Select(run => Suite(run, summary.Started))];
        return XmlText.Write(new XElement(
            "testsuites",
            new XAttribute("name", "notebooks"),
            new XAttribute("tests", Sum(suites, "tests")),
            new XAttribute("failures", Sum(suites, "failures")),
            new XAttribute("errors", Sum(suites, "errors")),
            new XAttribute("skipped", Sum(suites, "skipped")),
            new XAttribute("time", Seconds(summary.Duration)),
            suites));
    }

    private static XElement Suite(NotebookRun run, DateTimeOffset started)
    {
        IReadOnlyList<ReportCase> cases = ReportCase.Of(run);
        return new XElement(
            "testsuite",
            new XAttribute("name", run.FileName),
            new XAttribute("file", run.Path),
            new XAttribute("tests", cases.Count),
            new XAttribute("failures", cases.Count(IsFailure)),
            new XAttribute("errors", cases.Count(IsError)),
            new XAttribute("skipped", cases.Count(c => c.Status == CellStatus.NotRun)),
            new XAttribute("time", Seconds(run.Duration)),
            new XAttribute(
                "timestamp",
                started.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)
            ),
            new XAttribute("hostname", Environment.MachineName),
            cases.Select(Case));
    }

    private static XElement Case(ReportCase reportCase)
    {
        var element = new XElement(
            "testcase",
            new XAttribute("name", reportCase.Name),
            new XAttribute("classname", Path.GetFileNameWithoutExtension(reportCase.Notebook.Path)),
            new XAttribute("file", reportCase.Notebook.Path),
            new XAttribute("time", Seconds(reportCase.Duration)));
        if (reportCase.Status == CellStatus.NotRun)
        {
            element.Add(
                new XElement("skipped", new XAttribute("message", "not run, because the run ended in an earlier cell"))
            );
        }
        else if (reportCase.Error is { } error)
        {
            element.Add(new XElement(
                IsError(reportCase) ? "error" : "failure",
                new XAttribute("type", error.Name),
                new XAttribute("message", error.Message),
                reportCase.Details!));
        }
        if (reportCase.StandardOutput.Length > 0)
            element.Add(new XElement("system-out", reportCase.StandardOutput));
        if (reportCase.StandardError.Length > 0)
            element.Add(new XElement("system-err", reportCase.StandardError));
        return element;
    }

    /// <summary>Errors are failures other than a cell's own exception: the notebook, its process, or a limit.</summary>
    private static bool IsError(ReportCase reportCase)
        => reportCase.Error is not null && (reportCase.Error.Cell is null || reportCase.Status == CellStatus.TimedOut);

    private static bool IsFailure(ReportCase reportCase) => reportCase.Error is not null && !IsError(reportCase);

    private static int Sum(IEnumerable<XElement> suites, string attribute) =>
        suites.Sum(suite => (int)suite.Attribute(attribute)!);

    private static string Seconds(TimeSpan duration) =>
        duration.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
