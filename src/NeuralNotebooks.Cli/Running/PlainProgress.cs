namespace NeuralNotebooks.Cli;

/// <summary>Writes progress to a log: a line when a notebook starts and ends, and every 20 seconds while it
/// runs.</summary>
internal sealed class PlainProgress(Terminal terminal) : IProgress<RunEvent>
{
    private static readonly TimeSpan _heartbeat = TimeSpan.FromSeconds(20);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (int Cell, int Of, long Started, long LastLine)> _running = [];

    public static async Task<IReadOnlyList<NotebookRun>> ShowAsync(
        Terminal terminal, Func<IProgress<RunEvent>, Task<IReadOnlyList<NotebookRun>>> run)
    {
        var progress = new PlainProgress(terminal);
        await using var signs = new Timer(_ => progress.WriteHeartbeat(), null, _heartbeat / 4, _heartbeat / 4);
        return await run(progress);
    }

    public void Report(RunEvent value)
    {
        lock (_gate)
        {
            string name = Path.GetFileName(value.Path);
            switch (value)
            {
                case NotebookStarted started:
                    long now = Stopwatch.GetTimestamp();
                    _running[value.Path] = (0, started.CellCount, now, now);
                    WriteLine($"running  {name} ({started.CellCount} {(started.CellCount == 1 ? "cell" : "cells")})");
                    break;
                case CellStarted cell when _running.TryGetValue(value.Path, out var state):
                    _running[value.Path] = state with { Cell = cell.Number };
                    break;
                // A file that is not run, such as a missing one, has only its line in the summary.
                case NotebookFinished { Run: var run } when _running.Remove(value.Path):
                    WriteLine($"{RunSummaryView.Verdict(run.Status),-8} {name} in {run.Duration.TotalSeconds:0.0} s");
                    if (run.Error is { } error)
                        WriteLine($"         {error.Where}: {RunSummaryView.FirstLine(RunSummaryView.Message(error))}");
                    break;
            }
        }
    }

    private void WriteHeartbeat()
    {
        lock (_gate)
        {
            var due = _running.Where(entry => Stopwatch.GetElapsedTime(entry.Value.LastLine) >= _heartbeat);
            foreach ((string path, var state) in due.ToArray())
            {
                _running[path] = state with { LastLine = Stopwatch.GetTimestamp() };
                double seconds = Stopwatch.GetElapsedTime(state.Started).TotalSeconds;
                WriteLine($"         {Path.GetFileName(path)}: cell {state.Cell} of {state.Of}, after {seconds:0} s");
            }
        }
    }

    private void WriteLine(FormattableString line)
    {
        terminal.WriteLine(line.ToString(CultureInfo.InvariantCulture));
        terminal.Output.Flush();
    }
}
