namespace NeuralNotebooks.Runner;

/// <summary>One run of one notebook: sends its cells to a worker process one by one and writes their outputs into the
/// document.</summary>
internal sealed class NotebookExecution(
    string path, Notebook notebook, RunOptions options, IProgress<RunEvent>? progress)
{
    private readonly CellErrors _errors = new(path, notebook);
    private readonly NotebookSize _size = new();
    private readonly List<CellRun> _runs = [];
    private readonly Dictionary<int, CellOutputs> _outputsOf = [];
    private readonly long _start = Stopwatch.GetTimestamp();
    private long _peakMemory;

    public async Task<NotebookRun> RunAsync(CancellationToken cancellation)
    {
        CodeCell[] cells = [.. notebook.CodeCells];
        foreach (CodeCell cell in cells.Where(cell => !cell.IsSkipped))
            cell.Clear();
        progress?.Report(new NotebookStarted(path, cells.Length));
        RunError? notStarted = null;
        bool isCancelled = false;
        try
        {
            if (cells.Any(cell => !cell.IsSkipped))
                await RunCellsAsync(cells, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            isCancelled = true;
        }
        catch (WorkerStartException e)
        {
            notStarted = new RunError(path, RunError.NoProcess, e.Message);
        }
        RunStatus status = isCancelled ? RunStatus.Cancelled
            : notStarted is not null ? RunStatus.Failed
            : _runs.Exists(run => run.Status == CellStatus.TimedOut) ? RunStatus.TimedOut
            : _runs.Exists(run => run.Status == CellStatus.Failed) ? RunStatus.Failed
            : RunStatus.Passed;
        RunError? error = isCancelled ? null : notStarted ?? _runs.Find(run => run.Error is not null)?.Error;
        for (int i = _runs.Count; i < cells.Length; i++)
            _runs.Add(NotRun(cells[i], i + 1));
        // The outputs are copied only now, since later cells and the cell's tasks may have changed them.
        CellRun[] ended = [.. _runs.Select(run => run with { Outputs = [.. cells[run.Number - 1].Outputs] })];
        return new(path, status, Stopwatch.GetElapsedTime(_start), ended, error, notebook, _peakMemory);
    }

    private async Task RunCellsAsync(CodeCell[] cells, CancellationToken cancellation)
    {
        await using WorkerProcess worker = await WorkerProcess.StartAsync(path, options, cancellation);
        for (int i = 0; i < cells.Length; i++)
        {
            if (worker.HasEnded
                || (!options.KeepGoing && _runs.Exists(run => run.Error is { IsLanguageMissing: false })))
                break;
            progress?.Report(new CellStarted(path, i + 1));
            _runs.Add(
                cells[i].IsSkipped ? NotRun(cells[i], i + 1)
                : await RunCellAsync(worker, cells[i], i + 1, cancellation));
            _peakMemory = worker.PeakMemory;
            progress?.Report(new CellFinished(path, _runs[^1]));
        }
    }

    private static CellRun NotRun(CodeCell cell, int number) =>
        new(number, cell.Id, cell.IsSkipped ? CellStatus.Skipped : CellStatus.NotRun, TimeSpan.Zero, [], null);

    private async Task<CellRun> RunCellAsync(
        WorkerProcess worker, CodeCell cell, int number, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        DateTimeOffset began = DateTimeOffset.UtcNow;
        cell.ExecutionCount = number;
        CellOutputs outputs = _outputsOf[number] = new CellOutputs(notebook, cell, _size);
        (CellEnded? end, RunError? failure) = await AskAsync(worker, cell, number, outputs, cancellation);
        if (failure is not null && end is null)
            outputs.ShowError(failure);
        TimeSpan duration = end?.Duration ?? Stopwatch.GetElapsedTime(start);
        cell.SetTimes(began, began + duration);
        CellStatus status = failure is null || (cell.MayFail && !worker.HasEnded) ? CellStatus.Passed
            : end is null && failure.Name == RunError.TimeLimit ? CellStatus.TimedOut
            : CellStatus.Failed;
        RunError? error = status == CellStatus.Passed ? null : failure;
        return new CellRun(number, cell.Id, status, duration, [.. cell.Outputs], error);
    }

    private string? OtherLanguage(CodeCell cell) =>
        (cell.Language ?? notebook.Language) is { } language && !NotebookLanguage.IsCSharp(language) ? language : null;

    /// <summary>Sends a cell to the worker, and waits for its end. The worker is ended if it cannot run further
    /// cells.</summary>
    /// <returns>The worker's answer; null if it gave none, or if its error is the memory limit. And the error; null if
    /// the cell ran to its end. Only without the answer is it one of those that <see cref="RunError"/> names, since a
    /// cell may give its exceptions the same names.</returns>
    private async Task<(CellEnded? End, RunError? Failure)> AskAsync(
        WorkerProcess worker, CodeCell cell, int number, CellOutputs outputs, CancellationToken cancellation)
    {
        using var limit = new TimeLimit(options, Stopwatch.GetElapsedTime(_start), cancellation);
        try
        {
            var execute = new ExecuteCell(number, cell.SourceInFile, OtherLanguage(cell));
            CellEnded end = await worker.RunAsync(execute, OnMessage, limit.Token);
            AddNative(await worker.NativeOutputAsync(number));
            RunError? failure = _errors.Of(end, cell);
            bool isFull = WorkerExit.IsNearLimit(options, worker.PeakMemory); // Or an array was too large.
            if (options.MemoryMegabytes <= 0 || failure?.Name != typeof(OutOfMemoryException).FullName
                || (cell.MayFail && !isFull))
                return (end, failure);
            if (isFull)
                await worker.EndAsync(); // Further cells would run out of memory as well.
            string sentence = WorkerExit.MemorySentence(options, worker.PeakMemory);
            return (null, failure! with { Name = RunError.MemoryLimit, Message = sentence });
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            await worker.EndAsync();
            AddNative(await worker.NativeOutputAsync(number));
            return (null, new RunError(path, RunError.TimeLimit, limit.Sentence, number));
        }
        catch (MessageTooLongException)
        {
            return (null, new(path, RunError.BadNotebook, "The cell is too long to be run.", number));
        }
        catch (ProcessGoneException gone)
        {
            await worker.EndAsync();
            var texts = (await worker.NativeOutputAsync(number)).ToLookup(text =>
                text.Stream == StreamName.Stderr && text.Cell == number);
            var exit = WorkerExit.Explain(gone, worker, options, string.Concat(texts[true].Select(t => t.Text)));
            AddNative(texts[false]);
            outputs.AddNative(StreamName.Stderr, exit.OtherText);
            return (null, new RunError(path, exit.Name, exit.Sentence, number) { Traceback = exit.Traceback });
        }
    }

    private void OnMessage(WorkerMessage message)
    {
        if (message is not OutputShown output)
            return;
        _outputsOf.GetValueOrDefault(output.Cell)?.Emit(output.Shown);
        if (output.Shown is ErrorOutput late)
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
                Error = new RunError(path, error.Name, error.Message, number) { Traceback = error.Traceback },
            };
    }

    private void AddNative(IEnumerable<(StreamName Stream, int Cell, string Text)> texts)
    {
        foreach ((StreamName stream, int cell, string text) in texts)
            _outputsOf.GetValueOrDefault(cell)?.AddNative(stream, text);
    }
}
