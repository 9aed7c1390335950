namespace NeuralNotebooks.Engine;

/// <summary>A C# notebook's session: cells run one after the other, each seeing what the earlier ones have declared.</summary>
/// <remarks>It captures the console of the process while a cell runs, so a process runs one cell at a time.</remarks>
public sealed class CSharpSession : IDisposable
{
    private readonly SessionOptions options;

    /// <summary>Starts a session. Cheap: the compiler warms up in the background.</summary>
    public CSharpSession(SessionOptions options) => this.options = options;

    /// <summary>Runs a cell to its end. What it shows goes to <paramref name="sink"/>; an error in it is a result, not an exception.</summary>
    /// <param name="code">The cell's text, directives included.</param>
    /// <param name="cellNumber">The number in messages and the execution count of its result.</param>
    /// <param name="sink">Receives the outputs, and the error as the last.</param>
    /// <param name="interrupt">Stops the cell, also in an endless loop.</param>
    public Task<CellResult> ExecuteAsync(string code, int cellNumber, IOutputSink sink, CancellationToken interrupt)
    {
        _ = options;
        throw new NotSupportedException("The session is not there yet.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
