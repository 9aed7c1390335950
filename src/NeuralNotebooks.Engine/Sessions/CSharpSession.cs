using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace NeuralNotebooks.Engine;

/// <summary>A C# notebook's session: cells run one after the other, each seeing what the earlier ones have declared.</summary>
/// <remarks>
/// The console belongs to the process, so one cell of one session runs at a time; others wait. A cell that is interrupted
/// while it awaits something keeps what it did to earlier variables; what it declared itself is gone.
/// </remarks>
public sealed partial class CSharpSession : IDisposable
{
    private static readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private const string RegexTimeout = "REGEX_DEFAULT_MATCH_TIMEOUT";

    private static readonly TimeSpan _interruptWarningDelay = TimeSpan.FromSeconds(2), _maxMatchTime = TimeSpan.FromSeconds(10);

    private readonly SessionOptions _options;
    private readonly ScriptChain _chain;
    private readonly LibraryLoader _libraries;
    private readonly SessionPackages _packages;
    private readonly SourceTexts _texts = new();
    private readonly ExceptionReport _exceptions;

    /// <summary>Starts a session. It returns immediately: the compiler warms up in the background.</summary>
    public CSharpSession(SessionOptions options)
    {
        _options = options;
        // A match that backtracks forever cannot be interrupted. The runtime reads this at the first regular expression.
        if (AppContext.GetData(RegexTimeout) is null)
            AppContext.SetData(RegexTimeout, _maxMatchTime);
        _ = WarmUp.Begin(options.References);
        _chain = new ScriptChain(options.References);
        _libraries = new LibraryLoader(options.References, _chain.Context);
        _packages = new SessionPackages(options.Packages, _libraries);
        _exceptions = new ExceptionReport(_texts, _chain.SequencePoints);
    }

    /// <summary>
    /// Runs a cell to its end. What it shows goes to <paramref name="sink"/>, including what its leftover tasks show later; an error in
    /// it is a result, not an exception.
    /// </summary>
    /// <param name="code">The cell's text, directives included.</param>
    /// <param name="cellNumber">The number in messages and the execution count of its result.</param>
    /// <param name="sink">Receives the outputs, of this cell only, and its error.</param>
    /// <param name="interrupt">Stops the cell, even in an endless loop; a cell busy in a library stops when that returns.</param>
    public async Task<CellResult> ExecuteAsync(string code, int cellNumber, IOutputSink sink, CancellationToken interrupt)
    {
        WarmUp.Cancel();
        await _oneAtATime.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        long start = Stopwatch.GetTimestamp();
        OutputDelivery outputs = _options.HasThreads ? new OutputQueue(sink) : new DirectOutputs(sink);
        using var input = new CellInput(_options.Input, outputs);
        CellResult result;
        try
        {
            InterruptPoint.Begin(_options.InterruptRequested);
            CurrentCell.Begin(outputs, input.Ask);
            _latest = (this, outputs, cellNumber);
            using (CellConsole.Begin(input))
            using (interrupt.Register(() => _ = WarnIfStillRunningAsync(outputs)))
                result = await RunAsync(code, cellNumber, outputs, interrupt).ConfigureAwait(false);
            if (result.Error is not null)
                outputs.Emit(result.Error);
            else if (_unhandled.TryGetValue(outputs, out CellResult? unhandled))
                result = unhandled;
        }
        finally
        {
            CurrentCell.End();
            _oneAtATime.Release();
            OutputQueue.FlushLate();
            await outputs.CompleteAsync().ConfigureAwait(false);
        }
        return result with { Duration = Stopwatch.GetElapsedTime(start) };
    }

    /// <summary>Code without interrupt points, such as a library's, may go on after an interrupt: tells the reader what to do.</summary>
    private static async Task WarnIfStillRunningAsync(OutputDelivery outputs)
    {
        await Task.Delay(_interruptWarningDelay).ConfigureAwait(false);
        if (CurrentCell.Running == outputs)
            outputs.Write(StreamName.Stderr, "\nThe cell has been interrupted, but is busy in code that cannot be stopped. Restart the kernel to end it.\n");
    }

    /// <inheritdoc/>
    public void Dispose() => _libraries.Dispose();

    private async Task<CellResult> RunAsync(string code, int cell, OutputDelivery outputs, CancellationToken interrupt)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            IReadOnlyList<CellStep> steps = new CellReader(_options.Folder, cell, _texts, _options.KitScript).Read(code);
            (IReadOnlyList<Assembly> assemblies, MimeBundle? installed) = await _packages.AddAsync(steps, interrupt).ConfigureAwait(false);
            _chain.AddReferences(assemblies);
            if (installed is not null)
                outputs.Emit(new DisplayData(installed, [], null));
            foreach (CellStep step in steps)
            {
                if (await RunStepAsync(step, cell, outputs, interrupt).ConfigureAwait(false) is not { } exception)
                    continue;
                return IsInterrupted(interrupt) ? Interrupted() : await ReportAsync(exception, cell, interrupt).ConfigureAwait(false);
            }
            if (steps.OfType<TimeStep>().Any())
                outputs.Emit(new DisplayData(MimeBundle.Plain(string.Create(CultureInfo.InvariantCulture, $"Wall time: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F1} ms")), [], null));
            return new CellResult(CellOutcome.Succeeded, null, null, default);
        }
        catch (DirectiveException e)
        {
            (ErrorOutput error, CellLocation? place) = CompileErrorReport.Create(e, _texts);
            return new CellResult(CellOutcome.CompileError, error, place, default);
        }
        catch (CompileErrorException e)
        {
            (ErrorOutput error, CellLocation? place) = CompileErrorReport.Create(e.Errors, _texts);
            return new CellResult(CellOutcome.CompileError, error, place, default);
        }
        catch (Exception) when (IsInterrupted(interrupt))
        {
            return Interrupted();
        }
        catch (Exception e)
        {
            // Not thrown by the cell's own code, such as for an invalid path: still an error of the cell, not the end of the session.
            return await ReportAsync(e, cell, interrupt).ConfigureAwait(false);
        }
    }

    /// <summary>The result of a cell that threw. The report runs the exception's own code, so it is made where the cell can be interrupted.</summary>
    private async Task<CellResult> ReportAsync(Exception exception, int cell, CancellationToken interrupt)
    {
        CellResult result = Interrupted();
        await RunBodyAsync(
            () =>
            {
                (ErrorOutput error, CellLocation? place) = _exceptions.Create(exception, cell);
                result = new CellResult(CellOutcome.RuntimeError, error, place, default);
                return Task.CompletedTask;
            },
            interrupt).ConfigureAwait(false);
        return IsInterrupted(interrupt) ? Interrupted() : result;
    }

    /// <returns>The exception that the cell's code threw, or null.</returns>
    private async Task<Exception?> RunStepAsync(CellStep step, int cell, OutputDelivery outputs, CancellationToken interrupt)
    {
        switch (step)
        {
            case CodeStep code:
                return await RunSubmissionAsync(code, cell, outputs, interrupt).ConfigureAwait(false);
            case MarkdownStep prose:
                outputs.Emit(new DisplayData(new MimeBundle { { "text/markdown", prose.Text }, { MimeBundle.PlainText, prose.Text } }, [], null));
                return null;
            case ReferenceStep reference:
                _chain.AddReferences(LibraryReference.Load(reference, _options.Folder, _libraries));
                return null;
            default:
                return null;
        }
    }

    /// <summary>Compiles a text, runs it and shows its value.</summary>
    private async Task<Exception?> RunSubmissionAsync(CodeStep code, int cell, OutputDelivery outputs, CancellationToken interrupt)
    {
        Submission submission = await Task.Run(() => _chain.Compile(code.Code, code.Path, interrupt), interrupt).ConfigureAwait(false);
        Exception? exception = null;
        try
        {
            bool ended = await RunBodyAsync(ShowValueAsync, interrupt).ConfigureAwait(false);
            return ended ? exception : throw new OperationCanceledException(interrupt);
        }
        catch (Exception e) when (!IsInterrupted(interrupt))
        {
            return e;
        }

        async Task ShowValueAsync()
        {
            (object? value, exception) = await _chain.RunAsync(submission);
            if (exception is null && value is not DisplayedValue && submission.HasValue(value))
                outputs.Emit(new ExecuteResult(ValueFormatter.Format(value), [], cell));
        }
    }

    private Task<bool> RunBodyAsync(Func<Task> body, CancellationToken interrupt)
        => _options.HasThreads ? CellThread.RunAsync(body, interrupt) : AwaitedCell.RunAsync(body, interrupt);

    /// <summary>Whether the cell must stop: its token is cancelled, or the host said so when polled.</summary>
    private static bool IsInterrupted(CancellationToken interrupt) => interrupt.IsCancellationRequested || InterruptPoint.IsRequested;

    private static CellResult Interrupted()
    {
        var error = new ErrorOutput("Interrupted", "The cell was interrupted.", ["The cell was interrupted."]);
        return new CellResult(CellOutcome.Interrupted, error, null, default);
    }
}
