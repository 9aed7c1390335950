using NeuralNotebooks.Runner.InNotebookProcess;

namespace NeuralNotebooks.Jupyter;

/// <summary>Runs cells in the kernel's session, and interrupts them.</summary>
internal sealed class KernelSession : IDisposable
{
    private readonly Lock _gate = new();
    private CancellationTokenSource? _running;
    private ClientRequest? _inputRequester;

    public KernelSession(string folder) => Cells = NotebookSession.Start(folder, BuiltKit.For(folder)?.Script, Input);

    public CSharpSession Cells { get; }

    /// <summary>Runs a cell to its end. If the cell reads input, the client of <paramref name="requester"/> is asked;
    /// null if that client does not support input.</summary>
    public CellResult Run(string code, CodeOrigin origin, IOutputSink sink, ClientRequest? requester, string? identity)
    {
        using var interrupt = new CancellationTokenSource();
        lock (_gate)
            (_running, _inputRequester) = (interrupt, requester);
        try
        {
            return Cells.ExecuteAsync(code, origin, sink, interrupt.Token, identity: identity).GetAwaiter().GetResult();
        }
        finally
        {
            lock (_gate)
                (_running, _inputRequester) = (null, null);
        }
    }

    public void Interrupt()
    {
        lock (_gate)
            _running?.Cancel();
    }

    public void Dispose() => Cells.Dispose();

    /// <summary>What asks the user of the cell that begins, also for tasks of the cell that outlive it.</summary>
    private Func<InputRequest, string> Input()
    {
        lock (_gate)
            return _inputRequester is { } client
                ? input => client.Ask(input.Prompt, input.IsPassword)
                : _ => throw new InvalidOperationException(
                    "The cell asks for input, which the client that sent it does not allow.");
    }
}
