namespace NeuralNotebooks.Cli;

internal static class RunSummaryView
{
    private const int MaxLines = 7;

    public static void Show(Terminal terminal, RunSummary summary, ExecutedNotebooks executed, bool hasSite)
    {
        IAnsiConsole console = terminal.Console;
        console.WriteLine();
        console.Write(Table(summary, terminal.IsLive));
        foreach (NotebookRun run in summary.Runs.Where(run => run.Error is not null))
        {
            foreach (RunError error in Errors(run))
                Show(console, error);
            if (File.Exists(executed.FailedFileOf(run.Path)))
                console.WriteLine(
                    $"  Its outputs up to the error: {executed.FailedFileOf(run.Path)}",
                    new Style(decoration: Decoration.Dim));
            if (run.Status != RunStatus.Passed && File.Exists(executed.FileOf(run.Path)))
                console.WriteLine(
                    hasSite ? "  The site still shows the last passed run."
                        : $"  The last passed run is still in {executed.FileOf(run.Path)}",
                    new Style(decoration: Decoration.Dim));
        }
        console.WriteLine();
        console.WriteLine(Closing(summary));
    }

    public static string Verdict(RunStatus status) => status switch
    {
        RunStatus.Passed => "passed",
        RunStatus.Failed => "FAILED",
        RunStatus.TimedOut => "TIMED OUT",
        RunStatus.NotFound => "NOT FOUND",
        RunStatus.NotANotebook => "NO NOTEBOOK",
        RunStatus.NotCSharp => "NOT C#",
        _ => "stopped",
    };

    public static string FirstLine(string text) => text.Split('\n')[0].TrimEnd();

    private static Table Table(RunSummary summary, bool isLive)
    {
        Table table = new Table { Border = isLive ? TableBorder.Rounded : TableBorder.None }.AddColumns(
            new TableColumn("notebook"),
            new TableColumn("cells").RightAligned(),
            new TableColumn("time").RightAligned(),
            new TableColumn("memory").RightAligned(),
            new TableColumn("result"));
        foreach (NotebookRun run in summary.Runs)
        {
            table.AddRow(
                new Text(run.FileName),
                new Text(Invariant($"{run.PassedCells}/{run.CellsToRun}")),
                new Text(Invariant($"{run.Duration.TotalSeconds:0.0} s")),
                new Text(run.PeakMemory == 0 ? "" : Invariant($"{run.PeakMemory / (1024 * 1024)} MB")),
                new Text(Verdict(run.Status), new Style(run.Status == RunStatus.Passed ? Color.Green : Color.Red)));
        }
        return table;
    }

    private static IEnumerable<RunError> Errors(NotebookRun run) =>
        run.Cells.Concat(run.ClaimRuns).Select(cell => cell.Error).Append(run.Error).OfType<RunError>().Distinct();

    private static void Show(IAnsiConsole console, RunError error)
    {
        console.WriteLine();
        console.WriteLine(error.Where, new Style(Color.Red, decoration: Decoration.Bold));
        console.WriteLine("  " + Message(error).TrimEnd().ReplaceLineEndings("\n").Replace("\n", "\n  "));
        bool isShown = error.Traceback.Any(line => IsOf(error, line, TracebackKind.Source));
        if (error.SourceLine?.Trim() is { } code && !isShown)
            console.WriteLine(Invariant($"  line {error.Line}:  ") + code, new Style(Color.Yellow));
        // The message and the place are shown above.
        IEnumerable<TracebackLine> others = error.Traceback.Where(line =>
            line.Kind != TracebackKind.Headline && !IsOf(error, line, TracebackKind.Frame));
        foreach (TracebackLine line in others.Take(MaxLines))
            console.WriteLine("  " + line.Text, new Style(decoration: Decoration.Dim));
    }

    /// <summary>The message of an error. For an exception, the type is added, since a message such as "Sequence
    /// contains no elements" is hard to understand without it.</summary>
    public static string Message(RunError error) =>
        error.Name.EndsWith(nameof(Exception), StringComparison.Ordinal)
            ? $"{error.Name}: {error.Message}" : error.Message;

    private static bool IsOf(RunError error, TracebackLine line, TracebackKind kind) =>
        line.Kind == kind && line.Location is { } at && at.Line == error.Line
        && (at.File is null ? at.Origin.Number == error.Cell : error.Cell is null);

    private static string Closing(RunSummary summary)
    {
        int passed = summary.Runs.Count(run => run.Status == RunStatus.Passed);
        return Invariant(
            $"{passed} of {summary.Runs.Count} notebooks passed in {summary.Duration.TotalSeconds:0.0} s.");
    }
}
