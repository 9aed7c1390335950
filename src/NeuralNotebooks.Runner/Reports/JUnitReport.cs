using System.Xml.Linq;

namespace NeuralNotebooks.Runner;

/// <summary>JUnit's XML as GitLab, Jenkins, GitHub's report actions and Azure read it: a suite per notebook, a case per
/// cell.</summary>
internal static class JUnitReport
{
    public static string Write(RunSummary summary)
    {
        XElement[] suites = [.. summary.Runs.Select(run => Suite(run, summary.Started))];
        return XmlText.Write(
            new XElement(
                "testsuites",
                new XAttribute("name", "notebooks"),
                Sum("tests"),
                Sum("failures"),
                Sum("errors"),
                Sum("skipped"),
                Time(summary.Duration),
                suites));

        XAttribute Sum(string name) => new(name, suites.Sum(suite => (int)suite.Attribute(name)!));
    }

    private static XElement Suite(NotebookRun run, DateTimeOffset started)
    {
        // A notebook that could not be read, or whose process did not start, has one more case.
        XElement[] cases =
        [
            .. run.Error is { Cell: null } error
                ? [Case(run, "notebook", new CellRun(0, "", CellStatus.Failed, run.Duration, [], error))]
                : Array.Empty<XElement>(),
            .. run.Cells.Select(cell => Case(run, Invariant($"cell {cell.Number}"), cell)),
        ];
        return new XElement(
            "testsuite",
            new XAttribute("name", run.FileName),
            new XAttribute("file", run.Path),
            new XAttribute("tests", cases.Length),
            Count("failures", "failure"),
            Count("errors", "error"),
            Count("skipped", "skipped"),
            Time(run.Duration),
            new XAttribute("timestamp", started.UtcDateTime.ToString("s", CultureInfo.InvariantCulture)),
            new XAttribute("hostname", Environment.MachineName),
            cases);

        XAttribute Count(string name, string outcome) => new(name, cases.Elements(outcome).Count());
    }

    private static XElement Case(NotebookRun run, string name, CellRun cell) =>
        new(
            "testcase",
            new XAttribute("name", name),
            new XAttribute("classname", Path.GetFileNameWithoutExtension(run.Path)),
            new XAttribute("file", run.Path),
            Time(cell.Duration),
            Outcome(cell),
            Printed(cell, "system-out", StreamName.Stdout),
            Printed(cell, "system-err", StreamName.Stderr));

    private static XElement? Outcome(CellRun cell) => cell switch
    {
        { Status: CellStatus.Skipped } => Skipped("because of its tag skip-execution"),
        { Status: CellStatus.NotRun } => Skipped("because the run ended in an earlier cell"),
        { Error: { } error } => new XElement(
            // In the terms of JUnit, a failure is an exception of the cell, and an error is anything else, such as an
            // unreadable notebook or an exceeded limit.
            error.Cell is null || cell.Status == CellStatus.TimedOut ? "error" : "failure",
            new XAttribute("type", error.Name),
            new XAttribute("message", error.Message),
            Details(error)),
        _ => null,
    };

    private static XElement Skipped(string reason) => new("skipped", new XAttribute("message", $"not run, {reason}"));

    /// <summary>The error with its location, the source line and the stack trace.</summary>
    private static string Details(RunError error)
    {
        var text = new StringBuilder($"{error.Where}: {error.Message}\n");
        if (error.SourceLine is { } line)
            text.Append(CultureInfo.InvariantCulture, $"    {line.Trim()}\n");
        foreach (TracebackLine traced in error.Traceback)
            text.Append(traced.Text).Append('\n');
        return text.ToString();
    }

    /// <summary>An element with the text that a cell printed; null if there is none.</summary>
    private static XElement? Printed(CellRun cell, string element, StreamName stream)
    {
        IEnumerable<StreamOutput> outputs = cell.Outputs.OfType<StreamOutput>().Where(output => output.Name == stream);
        string text = string.Concat(outputs.Select(output => output.Text));
        return text.Length > 0 ? new XElement(element, text) : null;
    }

    private static XAttribute Time(TimeSpan duration) => new("time", Invariant($"{duration.TotalSeconds:0.000}"));
}
