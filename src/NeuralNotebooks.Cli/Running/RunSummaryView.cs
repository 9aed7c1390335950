using NeuralNotebooks.Runner;
using Spectre.Console;

namespace NeuralNotebooks.Cli;

/// <summary>Shows the results of a run: a table, then the errors with their locations.</summary>
internal static class RunSummaryView
{
    private const int TracebackLines = 6;

    private const string Indent = "    ";

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
                    new Style(decoration: Decoration.Dim)
                );
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
            new TableColumn("result")
        );
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
        console.WriteLine(
            "  " + Message(error).TrimEnd().ReplaceLineEndings("\n").Replace("\n", "\n  ")
        );
        if (error.SourceLine is { } line)
            console.WriteLine(SourceLineStart(error) + PrintableText.Of(line.Trim()), new Style(Color.Yellow));
        foreach (string frame in Frames(error).Take(TracebackLines))
            console.WriteLine(Indent + PrintableText.Of(frame), new Style(decoration: Decoration.Dim));
    }

    private static string SourceLineStart(RunError error) => Invariant($"  line {error.Line}:  ");

    /// <summary>The lines of the traceback that add information. Carets are below the code that they mark.</summary>
    internal static IEnumerable<string> Frames(RunError error)
    {
        string before = "";
        foreach (string line in error.Traceback ?? [])
        {
            if (line.Contains('^') && line.TrimStart().TrimStart('|').Trim(' ', '\t', '^').Length == 0)
                yield return Carets(line, before, error);
            else if (AddsInformation(line.Trim(), error))
                yield return line.Trim();
            before = line;
        }
    }

    /// <summary>A line of carets, shifted as the line of code above it.</summary>
    private static string Carets(string line, string code, RunError error)
    {
        if (AddsInformation(code.Trim(), error))
            return line[Math.Min(LeadingSpaces(code), LeadingSpaces(line))..];
        // The code has been shown as the error's source line.
        string marks = line[(line.IndexOf('|') + 1)..];
        int left = Math.Min(LeadingSpaces(code[(code.IndexOf('|') + 1)..]), LeadingSpaces(marks));
        return new string(' ', SourceLineStart(error).Length - Indent.Length) + marks[left..];

        static int LeadingSpaces(string text) => text.Length - text.TrimStart().Length;
    }

    /// <summary>The message of an error. For an exception, the type is added, since a message such as "Sequence
    /// contains no elements" is hard to understand without it.</summary>
    public static string Message(RunError error) =>
        PrintableText.Of(
            error.Name.EndsWith(nameof(Exception), StringComparison.Ordinal)
                ? $"{error.Name}: {error.Message}"
                : error.Message
        );

    /// <summary>Whether a stack frame contains information that is not in the message, the location and the source line
    /// above it.</summary>
    private static bool AddsInformation(string frame, RunError error)
        => !frame.Contains(FirstLine(error.Message))
            && !error.Message.Contains(frame)
            && !(error.SourceLine is { } line && frame.EndsWith(line.Trim(), StringComparison.Ordinal))
            && frame != Invariant($"at cell {error.Cell}, line {error.Line}");

    private static string Closing(RunSummary summary)
    {
        int passed = summary.Runs.Count(run => run.Status == RunStatus.Passed);
        return Invariant(
            $"{passed} of {summary.Runs.Count} notebooks passed in {summary.Duration.TotalSeconds:0.0} s."
        );
    }
}
