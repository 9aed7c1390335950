using System.Diagnostics;
using Microsoft.CodeAnalysis.Scripting;

namespace NeuralNotebooks.Engine;

/// <summary>A C# notebook's session: cells run one after the other, each seeing what the earlier ones have declared.</summary>
/// <remarks>
/// The console belongs to the process, so one cell of one session runs at a time; others wait. A cell that has to be aborted
/// keeps what it did to earlier variables; what it declared itself is gone.
/// </remarks>
public sealed class CSharpSession : IDisposable
{
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);
    private static OutputQueue? currentOutputs;

    private readonly ScriptChain chain = new();
    private readonly SourceTexts texts = new();
    private readonly SessionOptions options;

    /// <summary>Starts a session. It returns at once: the compiler warms up in the background.</summary>
    public CSharpSession(SessionOptions options) => this.options = options;

    /// <summary>Where the running cell shows things.</summary>
    internal static OutputQueue CurrentOutputs
        => currentOutputs ?? throw new InvalidOperationException("Nothing can be displayed now: no cell is running.");

    /// <summary>Runs a cell to its end. What it shows goes to <paramref name="sink"/>; an error in it is a result, not an exception.</summary>
    /// <param name="code">The cell's text, directives included.</param>
    /// <param name="cellNumber">The number in messages and the execution count of its result.</param>
    /// <param name="sink">Receives the outputs, and the error as the last.</param>
    /// <param name="interrupt">Stops the cell, also in an endless loop.</param>
    public async Task<CellResult> ExecuteAsync(string code, int cellNumber, IOutputSink sink, CancellationToken interrupt)
    {
        await OneAtATime.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        long start = Stopwatch.GetTimestamp();
        var outputs = new OutputQueue(sink);
        CellResult result;
        try
        {
            currentOutputs = outputs;
            using (ConsoleCapture.Begin(outputs))
                result = await RunAsync(code, cellNumber, outputs, interrupt).ConfigureAwait(false);
            if (result.Error is not null)
                outputs.Emit(result.Error);
        }
        finally
        {
            currentOutputs = null;
            OneAtATime.Release();
            await outputs.CompleteAsync().ConfigureAwait(false);
        }
        return result with { Duration = Stopwatch.GetElapsedTime(start) };
    }

    /// <inheritdoc/>
    public void Dispose() => chain.Dispose();

    private async Task<CellResult> RunAsync(string code, int cell, OutputQueue outputs, CancellationToken interrupt)
    {
        try
        {
            _ = options;
            string path = SourceTexts.PathOfCell(cell);
            texts.Add(path, code, cell, file: null);
            Exception? exception = await RunSubmissionAsync(code, path, cell, outputs, interrupt).ConfigureAwait(false);
            if (exception is null)
                return new CellResult(CellOutcome.Succeeded, null, null, default);
            if (interrupt.IsCancellationRequested && exception is ThreadInterruptedException or OperationCanceledException)
                return Interrupted();
            (ErrorOutput error, CellLocation? place) = ExceptionReport.Create(exception, cell, texts);
            return new CellResult(CellOutcome.RuntimeError, error, place, default);
        }
        catch (CompilationErrorException e)
        {
            (ErrorOutput error, CellLocation? place) = CompileErrorReport.Create(e.Diagnostics, texts);
            return new CellResult(CellOutcome.CompileError, error, place, default);
        }
        catch (OperationCanceledException) when (interrupt.IsCancellationRequested)
        {
            return Interrupted();
        }
    }

    /// <summary>Compiles a text, runs it and shows its value.</summary>
    /// <returns>The exception that it threw, or null.</returns>
    private async Task<Exception?> RunSubmissionAsync(string code, string path, int cell, OutputQueue outputs, CancellationToken interrupt)
    {
        Script<object> script = await Task.Run(() => chain.Compile(code, path, interrupt), interrupt).ConfigureAwait(false);
        Exception? exception = null;
        bool ended = await CellThread.RunAsync(
            async () =>
            {
                (object? value, exception) = await chain.RunAsync(script);
                if (exception is null && ScriptChain.HasValue(script))
                    outputs.Emit(new ExecuteResult(ValueFormatter.Format(value), [], cell));
            },
            interrupt).ConfigureAwait(false);
        return ended ? exception : throw new OperationCanceledException(interrupt);
    }

    private static CellResult Interrupted()
    {
        var error = new ErrorOutput("Interrupted", "The cell was interrupted.", ["The cell was interrupted."]);
        return new CellResult(CellOutcome.Interrupted, error, null, default);
    }
}
