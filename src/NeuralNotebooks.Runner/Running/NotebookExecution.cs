using System.Diagnostics;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Runner;

/// <summary>One run of one notebook: sends its cells to a worker process one by one and writes their outputs into the
/// document.</summary>
internal sealed class NotebookExecution(
    string path,
    Notebook notebook,
    RunOptions options,
    IProgress<RunEvent>? progress
)
{
    private readonly List<CellRun> _runs = [];
    private readonly Dictionary<int, CellOutputs> _outputsOf = [];
    private readonly long _start = Stopwatch.GetTimestamp();
    private long _peakMemory;

    public async Task<NotebookRun> RunAsync(CancellationToken cancellation)
    {
        CodeCell[] cells = [.. notebook.CodeCells];
        foreach (CodeCell cell in cells)
            cell.Clear();
        progress?.Report(new NotebookStarted(path, cells.Length));
        RunStatus? status = null;
        RunError? error = null;
        try
        {
            if (cells.Length > 0)
            {
                await using WorkerProcess worker = await WorkerProcess.StartAsync(
                    Path.GetDirectoryName(path)!,
                    options,
                    cancellation
                );
                for (int i = 0; i < cells.Length; i++)
                {
                    if (worker.HasEnded || (!options.KeepGoing && _runs.Any(run => run.Status != CellStatus.Passed)))
                        break;
                    progress?.Report(new CellStarted(path, i + 1));
                    await RunCellAsync(worker, cells[i], i + 1, cancellation);
                    progress?.Report(new CellFinished(path, _runs[^1]));
                }
                _peakMemory = Math.Max(_peakMemory, worker.PeakMemory);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            status = RunStatus.Cancelled;
        }
        catch (WorkerStartException e)
        {
            (status, error) = (RunStatus.Failed, new RunError(path, RunError.NoProcess, e.Message));
        }
        status ??= _runs.Any(run => run.Status == CellStatus.TimedOut) ? RunStatus.TimedOut
            : _runs.Any(run => run.Status == CellStatus.Failed) ? RunStatus.Failed
            : RunStatus.Passed;
        if (status != RunStatus.Cancelled)
            error ??= _runs.Find(run => run.Error is not null)?.Error;
        for (int i = _runs.Count; i < cells.Length; i++)
            _runs.Add(new CellRun(i + 1, cells[i].Id, CellStatus.NotRun, TimeSpan.Zero, [], null));
        foreach (CellOutputs outputs in _outputsOf.Values)
            outputs.End();
        // The outputs are copied only now, since later cells and the cell's tasks may have changed them.
        CellRun[] ended = [.. _runs.Select(run => run with { Outputs = [.. cells[run.Number - 1].Outputs] })];
        return new(path, status.Value, Stopwatch.GetElapsedTime(_start), ended, error, notebook, _peakMemory);
    }

    private async Task RunCellAsync(WorkerProcess worker, CodeCell cell, int number, CancellationToken cancellation)
    {
        long cellStart = Stopwatch.GetTimestamp();
        if (cell.Language is { } language && !NotebookLanguage.IsCSharp(language))
        {
            var error = new RunError(
                path,
                RunError.BadNotebook,
                $"The cell is in {language}. Only cells in C# can be run here.",
                number
            );
            cell.Outputs.Add(new ErrorOutput(error.Name, error.Message, []));
            _runs.Add(new CellRun(number, cell.Id, CellStatus.Failed, TimeSpan.Zero, [.. cell.Outputs], error));
            return;
        }

        cell.ExecutionCount = number;
        DateTimeOffset began = DateTimeOffset.UtcNow;
        CellOutputs outputs = _outputsOf[number] = new CellOutputs(notebook, cell);
        using var limit = new TimeLimit(options, Stopwatch.GetElapsedTime(_start), cancellation);
        CellEnded? end = null;
        RunError? failure = null;
        try
        {
            end = await worker.AskAsync<CellEnded>(new ExecuteCell(number, cell.Source), Take, limit.Token);
            await TakeNativeOutput(worker, outputs);
            failure = Failure(end, cell, number);
            if (failure?.Name == RunError.MemoryLimit)
                await worker.EndAsync(); // Further cells would run out of memory as well.
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            await worker.EndAsync();
            await TakeNativeOutput(worker, outputs);
            failure = new RunError(path, RunError.TimeLimit, limit.Sentence, number);
        }
        catch (WorkerGoneException gone)
        {
            await worker.EndAsync();
            (NativeText output, NativeText error) = await worker.NativeOutputAsync();
            var exit = WorkerExit.Explain(gone, worker, options, error.Text);
            outputs.Add(StreamName.Stdout, output);
            outputs.Add(StreamName.Stderr, error with { Text = exit.OtherText });
            failure = new RunError(path, exit.Name, exit.Sentence, number, Traceback: exit.Traceback);
        }

        outputs.End();
        if (failure is not null && (end is null || failure.Name == RunError.MemoryLimit))
            outputs.ShowError(failure);
        _peakMemory = Math.Max(_peakMemory, end?.PeakMemory ?? 0);
        TimeSpan duration = end?.Duration ?? Stopwatch.GetElapsedTime(cellStart);
        cell.SetTimes(began, began + duration);
        CellStatus status = failure is null || (end is not null && cell.MayFail) ? CellStatus.Passed
            : failure.Name == RunError.TimeLimit ? CellStatus.TimedOut
            : CellStatus.Failed;
        _runs.Add(
            new CellRun(
                number,
                cell.Id,
                status,
                duration,
                [.. cell.Outputs],
                status == CellStatus.Passed ? null : failure
            )
        );
    }

    /// <summary>Handles a message that arrives while a cell runs, from that cell or from tasks of an earlier
    /// one.</summary>
    private void Take(WorkerMessage message)
    {
        if (message is not CellMessage output)
            return;
        _outputsOf.GetValueOrDefault(output.Cell)?.Take(output);
        if (message is OutputShown { Output: ErrorOutput late })
            FailLate(output.Cell, late);
    }

    /// <summary>Marks a passed cell as failed, since a task or thread that it has started has thrown an
    /// exception.</summary>
    private void FailLate(int number, ErrorOutput error)
    {
        int index = _runs.FindIndex(run => run.Number == number && run.Status == CellStatus.Passed);
        if (index >= 0 && !notebook.CodeCells.ElementAt(number - 1).MayFail)
            _runs[index] = _runs[index] with
            {
                Status = CellStatus.Failed,
                Error = new RunError(path, error.Name, error.Message, number, Traceback: error.Traceback),
            };
    }

    private static async Task TakeNativeOutput(WorkerProcess worker, CellOutputs outputs)
    {
        (NativeText output, NativeText error) = await worker.NativeOutputAsync();
        outputs.Add(StreamName.Stdout, output);
        outputs.Add(StreamName.Stderr, error);
    }

    private RunError? Failure(CellEnded end, CodeCell cell, int number)
    {
        if (end.Outcome == CellOutcome.Succeeded)
            return null;
        ErrorOutput? shown = cell.Outputs.OfType<ErrorOutput>().LastOrDefault();
        string name = end.ErrorName ?? shown?.Name ?? end.Outcome.ToString();
        string message = shown?.Message ?? "";
        if (options.MemoryMegabytes > 0 && name.EndsWith(nameof(OutOfMemoryException), StringComparison.Ordinal))
        {
            long peak = Math.Max(_peakMemory, end.PeakMemory);
            (name, message) = (RunError.MemoryLimit, WorkerExit.MemorySentence(options, peak));
        }
        bool here = end.Location is { File: null, Cell: > 0 };
        int where = here ? end.Location!.Cell : number;
        int? line = end.Location is null ? null : here ? end.Location.Line : null;
        string? sourceLine = line is null ? null : LineOf(notebook.CodeCells.ElementAtOrDefault(where - 1), line.Value);
        return new RunError(path, name, message, where, line, sourceLine, shown?.Traceback);
    }

    private static string? LineOf(CodeCell? cell, int line)
    {
        const int maxLength = 160;
        string? text = cell?.Source.Split('\n').ElementAtOrDefault(line - 1)?.TrimEnd();
        return text?.Length > maxLength ? text[..maxLength] + "…" : text;
    }
}
