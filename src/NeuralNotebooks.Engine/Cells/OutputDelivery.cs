namespace NeuralNotebooks.Engine;

/// <summary>Delivers the outputs of one cell to its sink, in order and from one thread at a time.</summary>
internal abstract class OutputDelivery
{
    private volatile bool _isStopped;

    /// <summary>Whether the cell has been interrupted. Outputs that it still shows must then not delay its
    /// end.</summary>
    public bool IsStopped { get => _isStopped; set => _isStopped = value; }

    /// <summary>Text written to the console.</summary>
    public abstract void Write(StreamName stream, string chars);

    /// <inheritdoc cref="IOutputSink.Emit"/>
    public void Emit(Output output)
        => Add(new Delivery(sink => sink.Emit(output), output.Length) { IsError = output is ErrorOutput });

    /// <inheritdoc cref="IOutputSink.Update"/>
    public void Update(string displayId, MimeBundle data)
        => Add(new Delivery(sink => sink.Update(displayId, data), data.Length) { UpdatedId = displayId });

    /// <inheritdoc cref="IOutputSink.Clear"/>
    public void Clear(bool wait) => Add(new Delivery(sink => sink.Clear(wait), 0));

    /// <summary>Returns when everything written so far has been delivered, or the sink has failed.</summary>
    public abstract void Flush();

    /// <summary>Called when the cell has ended. Returns when all its outputs so far have been delivered.</summary>
    /// <exception cref="Exception">The exception that the sink has thrown.</exception>
    public abstract Task CompleteAsync();

    /// <summary>Delivers an output after all earlier ones.</summary>
    protected abstract void Add(Delivery delivery);

    /// <summary>A pending call of the sink.</summary>
    /// <param name="Length">The number of characters that the pending call holds in memory.</param>
    protected sealed record Delivery(Action<IOutputSink> Call, long Length)
    {
        /// <summary>Whether the output is an error. Errors are never dropped.</summary>
        public bool IsError { get; init; }

        /// <summary>The id of the display that the call updates; null if it is not an update.</summary>
        public string? UpdatedId { get; init; }
    }
}
