using System.Xml.Linq;

namespace NeuralNotebooks.Runner;

/// <summary>JUnit's XML as GitLab, Jenkins, GitHub's report actions and Azure read it: a suite per notebook, a case per
/// cell.</summary>
internal static class JUnitReport
{
    public static string Write(RunSummary summary, ExecutedNotebooks executed) =>
        XmlText.Write(
            new XElement(
                "testsuites",
                new XAttribute("name", "notebooks"),
                Counts([.. summary.Runs.SelectMany(Cases)]),
                Time(summary.Duration),
                summary.Runs.Select(run => Suite(run, summary.Started, executed.FileOf(run)))));

    private static XElement Suite(NotebookRun run, DateTimeOffset started, string? executed) =>
        new(
            "testsuite",
            new XAttribute("name", run.FileName),
            new XAttribute("file", run.Path),
            Counts(Cases(run)),
            Time(run.Duration),
            new XAttribute("timestamp", started.UtcDateTime.ToString("s", CultureInfo.InvariantCulture)),
            new XAttribute("hostname", Environment.MachineName),
            executed is null ? null : new XElement(
                "properties",
                new XElement("property", new XAttribute("name", "executed"), new XAttribute("value", executed))),
            Cases(run).Select(one => Case(run, one.Name, one.Run)));

    /// <summary>The cells of a notebook and its claims. One that could not be read, or whose process did not start, has
    /// one more, for the notebook.</summary>
    private static (string Name, CellRun Run)[] Cases(NotebookRun run)
    {
        (string, CellRun Run)[] all =
        [
            .. run.Cells.Select(cell => (Invariant($"cell {cell.Number}"), cell)),
            .. run.ClaimRuns.Select(claim => ($"claim {claim.Id}", claim)),
        ];
        return run.Error is { Cell: null } error && all.All(one => one.Run.Error != error)
            ? [("notebook", new CellRun(0, "", CellStatus.Failed, run.Duration, [], error)), .. all] : all;
    }

    private static XAttribute[] Counts((string, CellRun Run)[] cases)
    {
        return [new("tests", cases.Length), Of("failures", "failure"), Of("errors", "error"), Of("skipped", "skipped")];

        XAttribute Of(string name, string outcome) => new(name, cases.Count(one => OutcomeOf(one.Run) == outcome));
    }

    private static XElement Case(NotebookRun run, string name, CellRun cell) =>
        new(
            "testcase",
            new XAttribute("name", name),
            new XAttribute("classname", Path.GetFileNameWithoutExtension(run.Path)),
            new XAttribute("file", run.Path),
            Time(cell.Duration),
            OutcomeOf(cell) is { } outcome ? new XElement(outcome, Reasons(cell)) : null,
            Printed(cell, "system-out", StreamName.Stdout),
            Printed(cell, "system-err", StreamName.Stderr));

    /// <summary>The outcome of a cell in the terms of JUnit: a failure is an exception of the cell, and an error is
    /// anything else, such as an unreadable notebook or an exceeded limit. Null for success.</summary>
    private static string? OutcomeOf(CellRun cell) =>
        cell.Status is CellStatus.Skipped or CellStatus.NotRun ? "skipped"
        : cell.Error switch { null => null, { IsOfRunner: true } => "error", _ => "failure" };

    private static object[] Reasons(CellRun cell) => cell switch
    {
        { Status: CellStatus.Skipped } => [new XAttribute("message", "not run, because of its tag skip-execution")],
        { Error: { } error } =>
            [new XAttribute("type", error.Name), new XAttribute("message", error.Message), Details(error)],
        _ => [new XAttribute("message", "not run, because the run ended in an earlier cell")],
    };

    private static string Details(RunError error)
    {
        var text = new StringBuilder($"{error.Where}: {error.Message}\n");
        if (error.SourceLine is { } line)
            text.Append(CultureInfo.InvariantCulture, $"    {line.Trim()}\n");
        foreach (TracebackLine traced in error.Traceback)
            text.Append(traced.Text).Append('\n');
        return text.ToString();
    }

    private static XElement? Printed(CellRun cell, string element, StreamName stream)
    {
        IEnumerable<StreamOutput> outputs = cell.Outputs.OfType<StreamOutput>().Where(output => output.Name == stream);
        string text = string.Concat(outputs.Select(output => output.Text));
        return text.Length > 0 ? new XElement(element, text) : null;
    }

    private static XAttribute Time(TimeSpan duration) => new("time", Invariant($"{duration.TotalSeconds:0.000}"));
}
