namespace NeuralNotebooks.Cli;

/// <summary>Shows the results of a run: a table, then the errors with their locations.</summary>
internal static class RunSummaryView
{
    private const int TracebackLines = 7;

    public static void Show(Terminal terminal, RunSummary summary, ExecutedNotebooks executed)
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
                console.WriteLine("  The site still shows the last passed run.", new Style(decoration: Decoration.Dim));
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
        run.Error is { Cell: null } ofFile
            ? [ofFile]
            : run.Cells.Where(cell => cell.Error is not null).Select(cell => cell.Error!);

    private static void Show(IAnsiConsole console, RunError error)
    {
        console.WriteLine();
        console.WriteLine(error.Where, new Style(Color.Red, decoration: Decoration.Bold));
        console.WriteLine("  " + Message(error).TrimEnd().ReplaceLineEndings("\n").Replace("\n", "\n  "));
        string[] lines = [.. (error.Traceback ?? []).Where(line => AddsInformation(line.Trim(), error))];
        if (error.SourceLine?.Trim() is { } code
            && !Array.Exists(lines, line => line.EndsWith(code, StringComparison.Ordinal)))
            console.WriteLine(Invariant($"  line {error.Line}:  ") + PrintableText.Of(code), new Style(Color.Yellow));
        foreach (string line in lines.Take(TracebackLines))
            console.WriteLine("  " + PrintableText.Of(line), new Style(decoration: Decoration.Dim));
    }

    /// <summary>The message of an error. For an exception, the type is added, since a message such as "Sequence
    /// contains no elements" is hard to understand without it.</summary>
    public static string Message(RunError error) =>
        PrintableText.Of(
            error.Name.EndsWith(nameof(Exception), StringComparison.Ordinal)
                ? $"{error.Name}: {error.Message}"
                : error.Message);

    /// <summary>Whether a line of a traceback contains information that is not in the message and the
    /// location.</summary>
    private static bool AddsInformation(string line, RunError error)
        => !line.Contains(FirstLine(error.Message))
            && !error.Message.Contains(line)
            && line != Invariant($"at cell {error.Cell}, line {error.Line}");

    private static string Closing(RunSummary summary)
    {
        int passed = summary.Runs.Count(run => run.Status == RunStatus.Passed);
        return Invariant(
            $"{passed} of {summary.Runs.Count} notebooks passed in {summary.Duration.TotalSeconds:0.0} s.");
    }
}
