using System.Xml.Linq;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Runner;

/// <summary>JUnit's XML as GitLab, Jenkins, GitHub's report actions and Azure read it: a suite per notebook, a case per
/// cell.</summary>
internal static class JUnitReport
{
    public static string Write(RunSummary summary)
    {
        XElement[] suites = [.. summary.Runs.Select(run => Suite(run, summary.Started))];
        return XmlText.Write(XmlText.Element($"""
            <testsuites name="notebooks" tests="{Sum("tests")}" failures="{Sum("failures")}" errors="{Sum("errors")}"
                skipped="{Sum("skipped")}" time="{summary.Duration.TotalSeconds:0.000}">{suites}</testsuites>
            """));

        int Sum(string attribute) => suites.Sum(suite => (int)suite.Attribute(attribute)!);
    }

    private static XElement Suite(NotebookRun run, DateTimeOffset started)
    {
        IReadOnlyList<ReportCase> cases = ReportCase.Of(run);
        int errors = cases.Count(IsError),
            failures = cases.Count(one => one.Cell.Error is not null) - errors,
            skipped = cases.Count(one => one.Cell.Status is CellStatus.NotRun or CellStatus.Skipped);
        return XmlText.Element($"""
            <testsuite name="{run.FileName}" file="{run.Path}" tests="{cases.Count}" failures="{failures}"
                errors="{errors}" skipped="{skipped}" time="{run.Duration.TotalSeconds:0.000}"
                timestamp="{started.UtcDateTime:s}" hostname="{Environment.MachineName}">
              {cases.Select(Case)}
            </testsuite>
            """);
    }

    private static XElement Case(ReportCase one) => XmlText.Element($"""
        <testcase name="{one.Name}" classname="{one.ClassName}" file="{one.Notebook.Path}"
            time="{one.Cell.Duration.TotalSeconds:0.000}">
          {Outcome(one)}
          {one.Printed("system-out", StreamName.Stdout)}
          {one.Printed("system-err", StreamName.Stderr)}
        </testcase>
        """);

    private static XElement? Outcome(ReportCase one)
    {
        if (one.Cell.Status == CellStatus.Skipped)
            return XmlText.Element($"""<skipped message="not run, because of its tag skip-execution" />""");
        if (one.Cell.Status == CellStatus.NotRun)
            return XmlText.Element($"""<skipped message="not run, because the run ended in an earlier cell" />""");
        if (one.Cell.Error is not { } error)
            return null;
        XElement outcome = XmlText.Element(
            $"""<failure type="{error.Name}" message="{error.Message}">{one.Details}</failure>"""
        );
        outcome.Name = IsError(one) ? "error" : "failure";
        return outcome;
    }

    /// <summary>Whether a failed case is an error in the terms of JUnit: anything but an exception of the cell, such as
    /// an unreadable notebook or an exceeded limit.</summary>
    private static bool IsError(ReportCase one) =>
        one.Cell.Error is { } error && (error.Cell is null || one.Cell.Status == CellStatus.TimedOut);
}
