namespace NeuralNotebooks.Engine;

/// <summary>Delivers the outputs of one cell to its sink, in order and from one thread at a time.</summary>
internal abstract class OutputDelivery
{
    private volatile bool _isStopped;

    /// <summary>Whether the cell has been interrupted. Further outputs must then not delay its end.</summary>
    public bool IsStopped { get => _isStopped; set => _isStopped = value; }

    /// <summary>Whether a thread of the cell waits until outputs have been delivered.</summary>
    public virtual bool IsWaiting => false;

    public abstract void Write(StreamName stream, string chars);

    public abstract void Emit(OutputEvent shown);

    public abstract void Flush();

    /// <exception cref="Exception">The exception that the sink has thrown.</exception>
    public abstract void Complete();
}
