using NeuralNotebooks.Runner;

namespace NeuralNotebooks.Jupyter;

/// <summary>Runs cells in the kernel's session, and interrupts them.</summary>
internal sealed class Execution : IDisposable
{
    private readonly Lock _gate = new();
    private CancellationTokenSource? _running;
    private Request? _inputRequester;

    /// <param name="folder">The notebook's folder.</param>
    public Execution(string folder) => Session = NotebookSession.Start(folder, BuiltKit.For(folder)?.Script, Ask);

    public CSharpSession Session { get; }

    /// <summary>Runs a cell to its end. If the cell reads input, the client of <paramref name="requester"/> is asked;
    /// null if that client does not support input.</summary>
    /// <param name="cell">The cell's id; null if the client has not sent it.</param>
    public CellResult Run(string code, int cellNumber, IOutputSink sink, Request? requester, string? cell)
    {
        using var interrupt = new CancellationTokenSource();
        lock (_gate)
            (_running, _inputRequester) = (interrupt, requester);
        try
        {
            return Session.ExecuteAsync(code, cellNumber, sink, interrupt.Token, cell: cell).GetAwaiter().GetResult();
        }
        finally
        {
            lock (_gate)
                (_running, _inputRequester) = (null, null);
        }
    }

    /// <summary>Interrupts the running cell, if any. Returns immediately.</summary>
    public void Interrupt()
    {
        lock (_gate)
            _running?.Cancel();
    }

    public void Dispose() => Session.Dispose();

    private string Ask(InputRequest input)
    {
        Request request =
            _inputRequester
            ?? throw new InvalidOperationException(
                "The cell asks for input, which the client that sent it does not allow.");
        return request.Ask(input.Prompt, input.IsPassword);
    }
}
