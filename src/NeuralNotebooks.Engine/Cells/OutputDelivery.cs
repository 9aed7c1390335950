namespace NeuralNotebooks.Engine;

/// <summary>Delivers what one cell shows to its sink, in order and from one thread at a time.</summary>
internal abstract class OutputDelivery
{
    private volatile bool _isStopped;

    /// <summary>Whether the cell has been interrupted: everything that it has started stops at its next <see cref="InterruptPoint"/>.</summary>
    public bool IsStopped { get => _isStopped; set => _isStopped = value; }

    /// <summary>Text written to the console.</summary>
    public abstract void Write(StreamName stream, string chars);

    /// <inheritdoc cref="IOutputSink.Emit"/>
    public void Emit(Output output) => Add(sink => sink.Emit(output));

    /// <inheritdoc cref="IOutputSink.Update"/>
    public void Update(string displayId, MimeBundle data) => Add(sink => sink.Update(displayId, data));

    /// <inheritdoc cref="IOutputSink.Clear"/>
    public void Clear(bool wait) => Add(sink => sink.Clear(wait));

    /// <summary>Returns when everything written so far has been delivered, or the sink has failed.</summary>
    public abstract void Flush();

    /// <summary>The cell has ended. Returns when everything that it has shown so far has been delivered.</summary>
    /// <exception cref="Exception">What the sink has thrown.</exception>
    public abstract Task CompleteAsync();

    /// <summary>Delivers something after everything before it.</summary>
    protected abstract void Add(Action<IOutputSink> action);
}
