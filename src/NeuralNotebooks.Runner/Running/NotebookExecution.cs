namespace NeuralNotebooks.Runner;

/// <summary>One run of a notebook: sends its cells to a worker, and writes their outputs into the document.</summary>
internal sealed class NotebookExecution(
    string path, Notebook notebook, Claims claims, RunOptions options, IProgress<RunEvent>? progress,
    WatchedNotebook? watched = null)
{
    private readonly CodeCell[] _cells = [.. notebook.CodeCells];
    private readonly CellErrors _errors = new(path, notebook, claims);
    private readonly NotebookSize _size = new();
    private readonly List<CellRun> _runs = [];
    private readonly List<ClaimResult> _claimRuns = [];
    private readonly Dictionary<CodeOrigin, CellOutputs> _outputsOf = [];
    private readonly long _start = Stopwatch.GetTimestamp();
    private long _peakMemory;

    public async Task<NotebookRun> RunAsync(CancellationToken cancellation)
    {
        foreach (CodeCell cell in _cells.Where(cell => !cell.IsSkipped))
            cell.Clear();
        progress?.Report(new NotebookStarted(path, _cells.Length));
        RunError? notStarted = null;
        bool isCancelled = false;
        try
        {
            if (claims.All.Count > 0 || _cells.Any(cell => !cell.IsSkipped))
                await (watched is null ? RunOnceAsync(cancellation) : RunAgainAsync(watched, cancellation));
            isCancelled = Stopped.IsCancellationRequested;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            isCancelled = true;
        }
        catch (WorkerStartException e)
        {
            notStarted = RunError.OfRunner(path, ErrorKind.NoProcess, e.Message);
        }
        RunStatus status = isCancelled ? RunStatus.Cancelled
            : notStarted is not null ? RunStatus.Failed
            : All.Any(run => run.Status == CellStatus.TimedOut) ? RunStatus.TimedOut
            : All.Any(run => run.Status == CellStatus.Failed) ? RunStatus.Failed
            : RunStatus.Passed;
        RunError? error = isCancelled ? null : notStarted ?? All.FirstOrDefault(run => run.Error is not null)?.Error;
        for (int i = _runs.Count; i < _cells.Length; i++)
            _runs.Add(NotRun(_cells[i], i + 1));
        // The outputs are copied only now, since later cells and the cell's tasks may have changed them.
        CellRun[] ended = [.. _runs.Select(run => run with { Outputs = [.. _cells[run.Number - 1].Outputs] })];
        return new(path, status, Stopwatch.GetElapsedTime(_start), ended, error, notebook, _peakMemory)
        {
            ClaimRuns = [.. _claimRuns.Select(claim => claim.Run)],
            Claims = claims,
        };
    }

    private CancellationToken Stopped => watched?.Stopped ?? default;

    private IEnumerable<CellRun> All => _runs.Concat(_claimRuns.Select(claim => claim.Run));

    private async Task RunOnceAsync(CancellationToken cancellation)
    {
        await using WorkerProcess worker = await WorkerProcess.StartAsync(path, options, cancellation);
        await RunCellsAsync(worker, RunSoFar.None, cancellation);
    }

    private async Task RunAgainAsync(WatchedNotebook saved, CancellationToken cancellation)
    {
        (WorkerProcess worker, RunSoFar kept) = await saved.BeginAsync(
            new(_cells, _runs, _claimRuns),
            claims.All.Select(claim => (claim, _cells.Length - CodeBelow(claim.After))),
            cell => OtherLanguage(cell) is null && Directive.FindAll(cell.Source).Count == 0,
            () => WorkerProcess.StartAsync(path, options, cancellation), cancellation);
        await RunCellsAsync(worker, kept, cancellation);

        int CodeBelow(string id) => notebook.Cells.SkipWhile(cell => cell.Id != id).Skip(1).OfType<CodeCell>().Count();
    }

    /// <param name="kept">The results of an earlier run that remain, for the first cells and their claims.</param>
    private async Task RunCellsAsync(WorkerProcess worker, RunSoFar kept, CancellationToken cancellation)
    {
        ILookup<string, Claim> after = claims.All.ToLookup(claim => claim.After);
        foreach (Cell cell in notebook.Cells)
        {
            if (cell is CodeCell code && GoesOn())
            {
                CodeOrigin origin = new(_runs.Count + 1);
                progress?.Report(new CellStarted(path, origin.Number));
                ExecuteCell execute =
                    new(origin, code.SourceInFile, OtherLanguage(code), IsRemembered: watched is not null);
                if (_runs.Count < kept.Runs.Count)
                    _runs.Add(Keep(kept.Cells[_runs.Count], kept.Runs[_runs.Count], code, origin));
                else if (code.IsSkipped)
                    _runs.Add(NotRun(code, origin.Number));
                else
                    _runs.Add(await RunCellAsync(worker, code, execute, cancellation));
                progress?.Report(new CellFinished(path, _runs[^1]));
            }
            foreach (Claim claim in after[cell.Id].TakeWhile(_ => GoesOn()))
            {
                CodeOrigin origin = new(_claimRuns.Count + 1, OriginKind.Claim);
                _claimRuns.Add(new(
                    claim,
                    _runs.Count <= kept.Runs.Count && kept.Passed(claim) is var (earlier, run)
                        ? Keep(earlier.Cell, run, claim.Cell, origin)
                    : await RunCellAsync(
                        worker, claim.Cell, new ExecuteClaim(origin, claim.CodeInFile, claims.Name), cancellation)));
            }
            _peakMemory = worker.PeakMemory;
        }

        bool GoesOn() => !worker.HasEnded && !Stopped.IsCancellationRequested
            && (options.KeepGoing || !All.Any(run => run.Error is { Kind: not ErrorKind.MissingLanguage }));
    }

    private CellRun Keep(CodeCell earlier, CellRun run, CodeCell cell, CodeOrigin origin)
    {
        cell.TakeResult(earlier);
        _size.TryAdd(cell.Outputs.Sum(NotebookSize.Of));
        _outputsOf[origin] = new CellOutputs(notebook, cell, _size);
        return run with { Id = cell.Id, Number = origin.Number };
    }

    private static CellRun NotRun(CodeCell cell, int number) =>
        new(number, cell.Id, cell.IsSkipped ? CellStatus.Skipped : CellStatus.NotRun, TimeSpan.Zero, [], null);

    private async Task<CellRun> RunCellAsync(
        WorkerProcess worker, CodeCell cell, ExecuteCode execute, CancellationToken cancellation)
    {
        CodeOrigin origin = execute.Origin;
        long start = Stopwatch.GetTimestamp();
        DateTimeOffset began = DateTimeOffset.UtcNow;
        cell.ExecutionCount = origin.Kind == OriginKind.Cell ? origin.Number : null;
        _outputsOf[origin] = new CellOutputs(notebook, cell, _size);
        CellReply reply = await AskAsync(worker, cell, execute, cancellation);
        if (reply.Error is { IsOfRunner: true } ended)
            _outputsOf[origin].ShowError(ended);
        TimeSpan duration = reply.Duration ?? Stopwatch.GetElapsedTime(start);
        cell.SetTimes(began, began + duration);
        CellStatus status = reply.Status(cell.MayFail);
        RunError? error = status == CellStatus.Passed ? null : reply.Error;
        return new CellRun(origin.Number, cell.Id, status, duration, [.. cell.Outputs], error);
    }

    private string? OtherLanguage(CodeCell cell) =>
        (cell.Language ?? notebook.Language) is { } language && !NotebookLanguage.IsCSharp(language) ? language : null;

    /// <summary>Sends a cell to the worker, and waits for its end. Ends a worker that can run no more cells.</summary>
    private async Task<CellReply> AskAsync(
        WorkerProcess worker, CodeCell cell, ExecuteCode execute, CancellationToken cancellation)
    {
        CodeOrigin origin = execute.Origin;
        using var limit = new TimeLimit(
            options, Stopwatch.GetElapsedTime(_start), () => worker.Interrupt(origin), Stopped, cancellation);
        try
        {
            CellEnded end = await worker.RunAsync(execute, OnMessage, limit.Token);
            bool isTimedOut = limit.IsReached;
            if (origin.Kind == OriginKind.Cell)
                AddNative(origin, await worker.NativeOutputAsync(origin.Number));
            if (isTimedOut)
                return Ended(ErrorKind.TimeLimit, limit.Sentence);
            RunError? failure = _errors.Of(end, cell);
            if (options.MemoryMegabytes <= 0 || failure is not { Name: "System.OutOfMemoryException" })
                return new(failure, end.Duration);
            if (WorkerExit.IsNearLimit(options, worker.PeakMemory))
                await worker.EndAsync(); // Further cells would run out of memory as well.
            else if (cell.MayFail)
                return new(failure, end.Duration); // Its own exception: an array was too large.
            failure = failure with { Kind = ErrorKind.MemoryLimit, Name = nameof(ErrorKind.MemoryLimit) };
            string sentence = WorkerExit.MemorySentence(options, worker.PeakMemory);
            return new(failure with { Message = sentence }, Duration: null);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            await worker.EndAsync();
            AddNative(origin, await worker.NativeOutputAsync(origin.Number));
            return Ended(ErrorKind.TimeLimit, limit.Sentence);
        }
        catch (MessageTooLongException)
        {
            return Ended(ErrorKind.BadNotebook, "The cell is too long to be run.");
        }
        catch (ProcessGoneException gone)
        {
            await worker.EndAsync();
            (string output, string errors) = await worker.NativeOutputAsync(origin.Number);
            var exit = WorkerExit.Explain(gone, worker, options, errors);
            AddNative(origin, (output, exit.OtherText));
            return Ended(exit.Kind, exit.Sentence, exit.Traceback);
        }

        CellReply Ended(ErrorKind kind, string sentence, IReadOnlyList<TracebackLine>? traceback = null) =>
            new(_errors.Of(kind, origin, cell, sentence) with { Traceback = traceback ?? [] }, Duration: null);
    }

    private void OnMessage(WorkerMessage message)
    {
        if (message is not OutputShown output)
            return;
        _outputsOf.GetValueOrDefault(output.Origin)?.Emit(output.Shown);
        if (output is { Origin: { Kind: OriginKind.Cell, Number: var number }, Shown: ErrorOutput late })
            FailLate(number, late);
    }

    /// <summary>Marks a passed cell as failed: a task or thread of it has thrown an exception.</summary>
    private void FailLate(int number, ErrorOutput error)
    {
        int index = _runs.FindIndex(run => run.Number == number && run.Status == CellStatus.Passed);
        if (index >= 0 && !_cells[number - 1].MayFail)
            _runs[index] = _runs[index] with
            {
                Status = CellStatus.Failed,
                Error = new RunError(path, error.Name, error.Message, number) { Traceback = error.Traceback },
            };
    }

    private void AddNative(CodeOrigin origin, (string Output, string Error) texts)
    {
        _outputsOf[origin].AddNative(StreamName.Stdout, texts.Output);
        _outputsOf[origin].AddNative(StreamName.Stderr, texts.Error);
    }
}
