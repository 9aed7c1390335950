using System.Runtime.ExceptionServices;

namespace NeuralNotebooks.Engine;

/// <summary>The session of a C# notebook: runs cells in order; each can use what earlier ones declare.</summary>
/// <remarks>
/// The console belongs to the process, so only one cell of all sessions runs at a time; others wait. If a cell is
/// interrupted while it awaits something, its changes to variables of earlier cells remain, but its own declarations
/// are lost. The execution of a cell passes through these layers:
/// <code>
/// ExecuteAsync          the host's request, on a thread of its own
/// RunCellAsync          one cell of the process at a time, with its console, outputs and input
/// RunStepsAsync         its text as steps; errors become its result
/// RunStepAsync          one step: a directive, Markdown or code
/// CompileAndRunAsync    code as a script, and its value
/// </code>
/// </remarks>
public sealed partial class CSharpSession : IDisposable
{
    private const string RegexTimeout = "REGEX_DEFAULT_MATCH_TIMEOUT";

    private static readonly TimeSpan _maxMatchTime = TimeSpan.FromSeconds(10);

    private readonly SessionOptions _options;
    private readonly ScriptChain _chain;
    private readonly LibraryLoader _libraries;
    private readonly SessionPackages _packages;
    private readonly SourceTexts _texts = new();
    private readonly ExceptionReport _exceptions;

    /// <summary>The queues that deliver outputs of tasks whose cells have ended.</summary>
    private readonly ConcurrentDictionary<OutputQueue, bool> _late = [];

    /// <summary>The scripts in outputs of the notebook, each with the code that has shown it.</summary>
    private readonly ConcurrentDictionary<string, (CodeOrigin By, string Identity)> _scripts = [];

    static CSharpSession() => LibraryHooks.Offer();

    /// <summary>Starts a session. It returns immediately: the compiler warms up in the background.</summary>
    public CSharpSession(SessionOptions options)
    {
        _options = options;
        // A regular expression that backtracks for very long cannot be interrupted, so matching has a time limit. The
        // runtime reads this setting when the first regular expression is created.
        if (AppContext.GetData(RegexTimeout) is null)
            AppContext.SetData(RegexTimeout, _maxMatchTime);
        _ = WarmUp.Begin(options.References);
        _chain = new ScriptChain(options.References, options.NotebookPath);
        _libraries = new LibraryLoader(options.References, _chain.Context);
        _packages = new SessionPackages(options.Packages, _libraries, options.Folder);
        _exceptions = new ExceptionReport(_texts, _chain.SequencePoints);
    }

    /// <summary>The values that the reader has chosen, by the names of controls such as sliders. They apply to the
    /// cells that run from now on.</summary>
    public IReadOnlyDictionary<string, string> Choices { get; set; } = new Dictionary<string, string>();

    /// <summary>Whether a cell that is run again uses its earlier compiled code, if compiling it again would give the
    /// same code. This makes it fast enough to run while the reader moves a control.</summary>
    public bool Reuses { get; set; }

    /// <summary>Runs a cell to its end. Its outputs go to <paramref name="sink"/>, including outputs of its tasks after
    /// its end. An error of the cell is returned in the result, not thrown.</summary>
    /// <param name="interrupt">Stops the cell, even in an endless loop. A cell that is running a library's code stops
    /// when that code returns.</param>
    /// <param name="language">The language of the cell, which the host's extension runs; null for C#.</param>
    /// <param name="identity">What identifies the cell when it runs again; null if only its text does.</param>
    public Task<CellResult> ExecuteAsync(
        string code, CodeOrigin origin, IOutputSink sink, CancellationToken interrupt, string? language = null,
        string? identity = null) =>
        RunAsync(new CellRequest(code, origin, language, identity ?? code), sink, interrupt);

    /// <summary>Runs a claim in a branch of the session: it can use all that cells have declared, and what it declares
    /// is dropped at its end.</summary>
    /// <param name="name">The name of the text in messages.</param>
    public Task<CellResult> ExecuteClaimAsync(
        string code, string name, int number, IOutputSink sink, CancellationToken interrupt) =>
        RunAsync(new CellRequest(code, new(number, OriginKind.Claim), Language: null, name), sink, interrupt);

    private Task<CellResult> RunAsync(CellRequest request, IOutputSink sink, CancellationToken interrupt)
    {
        WarmUp.Cancel();
        return EventLoop.RunAsync(loop => RunCellAsync(request, sink, loop, interrupt), _options.HasThreads);
    }

    private async Task<CellResult> RunCellAsync(
        CellRequest request, IOutputSink sink, EventLoop loop, CancellationToken interrupt)
    {
        if (loop.HasThreads)
            CurrentCell.Turn.Wait(CancellationToken.None);
        else
            await CurrentCell.Turn.WaitAsync(CancellationToken.None);
        long start = Stopwatch.GetTimestamp();
        OutputDelivery? outputs = null;
        CellResult result;
        try
        {
            outputs = _options.HasThreads
                ? new OutputQueue(sink, _late) : new DirectOutputs(sink); // A queue starts a thread.
            using var input = new CellInput(_options.Input?.Invoke(), outputs);
            using var execution = new CellExecution(request.Origin, outputs, input.Ask)
            {
                Unhandled = KeepUnhandled,
                Choices = Choices,
                BringsScript = script => _scripts.TryAdd(script, (request.Origin, request.Identity)),
                Formatter = _options.Formatter,
                Extension = () => _extension,
                InterruptRequested = _options.InterruptRequested,
                Loop = loop,
            };
            // A new output replaces the one that may have scripts.
            foreach (var shown in _scripts.Where(shown => shown.Value.Identity == request.Identity))
                _scripts.TryRemove(shown);
            InterruptPoint.Begin(polls: _options.InterruptRequested is not null);
            _executions[request.Origin] = new(execution);
            using (CellConsole.Begin(input))
            using (interrupt.Register(() => Stop(execution)))
                result = await RunStepsAsync(request, execution);
            if (result.Error is not null)
                outputs.Emit(result.Error);
            else if (execution.Failure is { } unhandled)
                result = unhandled;
        }
        finally
        {
            CurrentCell.Turn.Release();
            FlushLateOutputs();
            outputs?.Complete();
        }
        return result with { Duration = Stopwatch.GetElapsedTime(start) };
    }

    private void Stop(CellExecution execution)
    {
        _extension?.Cancel();
        execution.Stop();
    }

    /// <summary>Returns when all outputs of the running cell and of tasks of earlier ones are delivered.</summary>
    public void FlushOutputs()
    {
        CurrentCell.Running?.Outputs.Flush();
        FlushLateOutputs();
    }

    private void FlushLateOutputs()
    {
        foreach (OutputQueue queue in _late.Keys)
            queue.Flush();
    }

    public void Dispose()
    {
        _extension?.Dispose();
        _libraries.Dispose();
    }

    private CellReader NewReader(CellExecution execution) =>
        new(_options.Folder, execution.Origin, _texts, _options.Directives, _options.Extension is not null);

    private async Task<CellResult> RunStepsAsync(CellRequest request, CellExecution execution)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            CellReader reader = NewReader(execution);
            bool isClaim = request.Origin.Kind == OriginKind.Claim;
            IReadOnlyList<SourceStep> steps = isClaim ? reader.Read(request.Code, request.Identity)
                : request.Language is { } language ? reader.ReadOtherLanguage(request.Code, language)
                : reader.Read(request.Code);
            using IDisposable? branch = isClaim ? BranchFor(steps) : null;
            await RunAllAsync(steps, execution);
            if (steps.OfType<TimeStep>().Any())
            {
                double time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                MimeBundle shown = MimeBundle.Plain(Invariant($"Wall time: {time:F1} ms"));
                execution.Outputs.Emit(new DisplayData(shown, [], null));
            }
            return new CellResult(CellOutcome.Succeeded, null, null);
        }
        catch (DirectiveException e)
        {
            return CompileErrorReport.Create(e, _texts);
        }
        catch (CompileErrorException e)
        {
            return CompileErrorReport.Create(e, _texts);
        }
        catch (Exception e)
        {
            // An exception of the cell's code, or from outside it, for example for an invalid path: that is an error of
            // the cell, too, and does not end the session.
            return await ReportAsync(e, execution);
        }
    }

    /// <exception cref="DirectiveException">A step is no C#: what it adds to the session would remain.</exception>
    private IDisposable BranchFor(IReadOnlyList<SourceStep> steps) =>
        steps.FirstOrDefault(step => step is not CodeStep) is { } other
            ? throw new DirectiveException(
                "This has an effect on the notebook, which a claim must not have.", other.Place)
            : _chain.Branch();

    private async Task RunAllAsync(IReadOnlyList<SourceStep> steps, CellExecution execution)
    {
        if (await _packages.AddAsync(steps, execution.Outputs, execution.Stopped) is { } added)
        {
            _chain.AddReferences(added.Assemblies);
            if (added.Message is not null)
                execution.Outputs.Emit(DisplayData.Installed(added.Message, added.Packages.Key));
            foreach (string note in added.Notes)
                execution.Outputs.Write(StreamName.Stderr, note + "\n");
            if (_options.Extension is not null && added.Packages.ExtensionFolders.ToArray() is { Length: > 0 } folders)
                await InterruptibleCode.RunAsync(
                    execution, () => Extension().LoadExtensionsAsync(folders, execution.Stopped));
            await RunSentAsync(execution);
        }
        foreach (SourceStep step in steps)
        {
            await RunStepAsync(step, execution);
            await RunSentAsync(execution);
        }
    }

    /// <summary>The result of a cell that has thrown an exception. Creating the report may run code of the exception's
    /// type, so this is done where the cell can still be interrupted.</summary>
    private async Task<CellResult> ReportAsync(Exception exception, CellExecution execution)
    {
        CellResult? result = null;
        await InterruptibleCode.RunAsync(execution, () =>
        {
            result = _exceptions.Create(exception, execution.Origin);
            return Task.CompletedTask;
        });
        return result is null || execution.IsStopped ? Interrupted() : result;
    }

    private async Task RunStepAsync(SourceStep step, CellExecution execution)
    {
        switch (step)
        {
            case CodeStep code:
                await CompileAndRunAsync(code, execution);
                break;
            case MarkdownStep markdown:
                string text = markdown.Text;
                var shown = new MimeBundle { { Representation.Markdown, text }, { MimeBundle.PlainText, text } };
                execution.Outputs.Emit(new DisplayData(shown, [], null));
                break;
            case ExtensionStep other:
                await RunExtensionAsync(other, execution);
                break;
            case ReferenceStep reference:
                _chain.AddReferences(LibraryReference.Read(
                    reference, _options.Folder, _libraries.Framework, _libraries.LoadLibraries));
                break;
        }
    }

    private async Task CompileAndRunAsync(CodeStep code, CellExecution execution)
    {
        CompiledScript script = Compile(code, execution);
        ShowWarnings(code, script, execution);
        execution.Compilation = script.Compilation;
        Exception? exception = null; // It must not pass through the host's extension, which would handle it.
        bool needsExtension = _extension is not null || script.Uses.Overlaps(_options.ExtensionAssemblies);
        await RunBodyAsync(
            execution,
            () => needsExtension ? Extension().RunCodeAsync(script.Uses, RunAndShowResultAsync, execution.Stopped)
                : RunAndShowResultAsync());
        if (exception is not null)
            ExceptionDispatchInfo.Throw(exception);

        async Task RunAndShowResultAsync()
        {
            (object? value, exception) = await _chain.RunAsync(script);
            if (exception is not null || DisplayedValue.Is(value) || !script.HasValue(value))
                return;
            MimeBundle shown = ValueFormatter.Format(value, execution);
            execution.Outputs.Emit(new ExecuteResult(shown, [], execution.Origin.Number));
        }
    }

    /// <exception cref="CellStoppedException">The cell was interrupted.</exception>
    private static async Task RunBodyAsync(CellExecution execution, Func<Task> code)
    {
        if (!await InterruptibleCode.RunAsync(execution, code))
            throw new CellStoppedException();
    }

    /// <summary>Compiles a text. For some code, such as nested lambdas with many overloads, the compiler takes long to
    /// react to an interrupt. It then continues in the background, and its result is discarded.</summary>
    private CompiledScript Compile(CodeStep code, CellExecution execution)
    {
        if (Reuses && _chain.FindReusable(code.Code, code.Place.Path) is { } before)
            return before;
        CancellationToken stopped = execution.Stopped;
        if (!_options.HasThreads)
            return CompileNow();
        Task<CompiledScript> compiled = OwnThread.Run("Compiler", CompileNow);
        try
        {
            compiled.Wait(stopped); // Blocks: awaiting could wait for a busy thread pool.
        }
        catch (AggregateException)
        {
            // The exception in it is thrown below.
        }
        return compiled.GetAwaiter().GetResult();

        CompiledScript CompileNow() =>
            _chain.Compile(
                code.Code, code.Place.Path, stopped,
                [.. ShowCalls.Find(code.Code, _options.ShowingMethods, _chain.Analyze)]);
    }

    /// <summary>Shows the compiler's warnings for a text with <c>#nullable</c> or <c>#warning</c>.</summary>
    private void ShowWarnings(CodeStep code, CompiledScript script, CellExecution execution)
    {
        if (!script.ShowsWarnings)
            return;
        IEnumerable<Diagnostic> warnings = _chain.Analyze(code.Code, code.Place.Path)
            .GetDiagnostics(execution.Stopped)
            .Where(found => found.Severity == DiagnosticSeverity.Warning && CodeProblem.IsShown(found));
        if (CompileErrorReport.Text(warnings, _texts) is { Length: > 0 } text)
            execution.Outputs.Write(StreamName.Stderr, text);
    }

    private static CellResult Interrupted()
    {
        const string sentence = "The cell was interrupted.";
        var error = new ErrorOutput("Interrupted", sentence, [new(sentence, TracebackKind.Headline)]);
        return new CellResult(CellOutcome.Interrupted, error, null);
    }

    /// <param name="Identity">What identifies a cell when it runs again; the name of a claim in messages.</param>
    private sealed record CellRequest(string Code, CodeOrigin Origin, string? Language, string Identity);
}
