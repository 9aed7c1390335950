namespace NeuralNotebooks.Runner;

/// <summary>One run of one notebook: sends its cells to a worker process one by one and writes their outputs into the
/// document.</summary>
internal sealed class NotebookExecution(
    string path, Notebook notebook, Claims claims, RunOptions options, IProgress<RunEvent>? progress,
    WatchedNotebook? watched = null)
{
    private readonly CellErrors _errors = new(path, notebook, claims);
    private readonly NotebookSize _size = new();
    private readonly List<CellRun> _runs = [];

    /// <summary>The claims that have run; their numbers are −1, −2, …</summary>
    private readonly List<CellRun> _claims = [];

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
            if (claims.All.Count > 0 || cells.Any(cell => !cell.IsSkipped))
                await RunCellsAsync(cells, cancellation);
            isCancelled = Stopped.IsCancellationRequested;
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
            : All.Any(run => run.Status == CellStatus.TimedOut) ? RunStatus.TimedOut
            : All.Any(run => run.Status == CellStatus.Failed) ? RunStatus.Failed
            : RunStatus.Passed;
        RunError? error = isCancelled ? null : notStarted ?? All.FirstOrDefault(run => run.Error is not null)?.Error;
        for (int i = _runs.Count; i < cells.Length; i++)
            _runs.Add(NotRun(cells[i], i + 1));
        // The outputs are copied only now, since later cells and the cell's tasks may have changed them.
        CellRun[] ended = [.. _runs.Select(run => run with { Outputs = [.. cells[run.Number - 1].Outputs] })];
        return new(path, status, Stopwatch.GetElapsedTime(_start), ended, error, notebook, _peakMemory)
        {
            ClaimRuns = _claims,
            Claims = claims,
        };
    }

    private CancellationToken Stopped => watched?.Stopped ?? default;

    private IEnumerable<CellRun> All => _runs.Concat(_claims);

    private async Task RunCellsAsync(CodeCell[] cells, CancellationToken cancellation)
    {
        await using WatchedNotebook? once = watched is null ? new() : null;
        WatchedNotebook all = watched ?? once!;
        (WorkerProcess worker, CellResults kept) = await all.BeginAsync(
            new(cells, _runs), cell => OtherLanguage(cell) is null && Directive.FindAll(cell.Source).Count == 0,
            () => WorkerProcess.StartAsync(path, options, cancellation), cancellation);
        ILookup<string, Claim> after = claims.All.ToLookup(claim => claim.After);
        foreach (Cell cell in notebook.Cells)
        {
            if (cell is CodeCell code && GoesOn())
            {
                int number = _runs.Count + 1;
                progress?.Report(new CellStarted(path, number));
                _runs.Add(
                    number <= kept.Runs.Count ? Keep(kept.Cells[number - 1], kept.Runs[number - 1], code, number)
                    : code.IsSkipped ? NotRun(code, number)
                    : await RunCellAsync(worker, code, number, null, cancellation));
                progress?.Report(new CellFinished(path, _runs[^1]));
            }
            foreach (Claim claim in after[cell.Id].TakeWhile(_ => GoesOn()))
            {
                int number = -_claims.Count - 1;
                _claims.Add(
                    _runs.Count <= kept.Runs.Count && all.Passed(claim) is var (earlier, run)
                        ? Keep(earlier, run, claim.Cell, number)
                    : await RunCellAsync(worker, claim.Cell, number, claim, cancellation));
                all.Claims.Add((claim, _claims[^1]));
            }
            _peakMemory = worker.PeakMemory;
        }

        bool GoesOn() => !worker.HasEnded && !Stopped.IsCancellationRequested
            && (options.KeepGoing || !All.Any(run => run.Error is { IsLanguageMissing: false }));
    }

    private CellRun Keep(CodeCell earlier, CellRun run, CodeCell cell, int number)
    {
        cell.TakeResult(earlier);
        _size.TryAdd(cell.Outputs.Sum(NotebookSize.Of));
        _outputsOf[number] = new CellOutputs(notebook, cell, _size);
        return run with { Id = cell.Id, Number = number };
    }

    private static CellRun NotRun(CodeCell cell, int number) =>
        new(number, cell.Id, cell.IsSkipped ? CellStatus.Skipped : CellStatus.NotRun, TimeSpan.Zero, [], null);

    private async Task<CellRun> RunCellAsync(
        WorkerProcess worker, CodeCell cell, int number, Claim? claim, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        DateTimeOffset began = DateTimeOffset.UtcNow;
        cell.ExecutionCount = claim is null ? number : null;
        _outputsOf[number] = new CellOutputs(notebook, cell, _size);
        ExecuteCell execute = claim is null
            ? new(number, cell.SourceInFile, OtherLanguage(cell), IsRemembered: watched is not null)
            : new(number, claim.CodeInFile, null, claims.Name);
        (CellEnded? end, RunError? failure) = await AskAsync(worker, cell, execute, cancellation);
        if (failure is not null && end is null)
            _outputsOf[number].ShowError(failure);
        TimeSpan duration = end?.Duration ?? Stopwatch.GetElapsedTime(start);
        cell.SetTimes(began, began + duration);
        CellStatus status = failure is null || (cell.MayFail && end is not null) ? CellStatus.Passed
            : end is null && failure.Name == RunError.TimeLimit ? CellStatus.TimedOut
            : CellStatus.Failed;
        RunError? error = status == CellStatus.Passed ? null : failure;
        return new CellRun(number, cell.Id, status, duration, [.. cell.Outputs], error);
    }

    private string? OtherLanguage(CodeCell cell) =>
        (cell.Language ?? notebook.Language) is { } language && !NotebookLanguage.IsCSharp(language) ? language : null;

    /// <summary>Sends a cell to the worker, and waits for its end. The worker is ended if it cannot run further
    /// cells.</summary>
    /// <returns>The worker's answer; null if it gave none, or if a limit was reached. And the error; null if the cell
    /// ran to its end. Only without the answer is it one of those that <see cref="RunError"/> names, since a
    /// cell may give its exceptions the same names.</returns>
    private async Task<(CellEnded? End, RunError? Failure)> AskAsync(
        WorkerProcess worker, CodeCell cell, ExecuteCell execute, CancellationToken cancellation)
    {
        int number = execute.Number;
        using var limit = new TimeLimit(
            options, Stopwatch.GetElapsedTime(_start), () => worker.Interrupt(number), Stopped, cancellation);
        try
        {
            CellEnded end = await worker.RunAsync(execute, OnMessage, limit.Token);
            bool isTimedOut = limit.IsReached;
            if (execute.File is null)
                AddNative(number, await worker.NativeOutputAsync(number));
            if (isTimedOut)
                return (null, Failure(RunError.TimeLimit, limit.Sentence));
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
            AddNative(number, await worker.NativeOutputAsync(number));
            return (null, Failure(RunError.TimeLimit, limit.Sentence));
        }
        catch (MessageTooLongException)
        {
            return (null, Failure(RunError.BadNotebook, "The cell is too long to be run."));
        }
        catch (ProcessGoneException gone)
        {
            await worker.EndAsync();
            (string output, string errors) = await worker.NativeOutputAsync(number);
            var exit = WorkerExit.Explain(gone, worker, options, errors);
            AddNative(number, (output, exit.OtherText));
            return (null, Failure(exit.Name, exit.Sentence) with { Traceback = exit.Traceback });
        }

        RunError Failure(string name, string sentence) =>
            _errors.At(number, cell) with { Name = name, Message = sentence };
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

    private void AddNative(int cell, (string Output, string Error) texts)
    {
        _outputsOf[cell].AddNative(StreamName.Stdout, texts.Output);
        _outputsOf[cell].AddNative(StreamName.Stderr, texts.Error);
    }
}
