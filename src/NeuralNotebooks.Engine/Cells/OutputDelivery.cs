namespace NeuralNotebooks.Engine;

/// <summary>Delivers the outputs of one cell to its sink, in order and from one thread at a time.</summary>
internal abstract class OutputDelivery
{
    private volatile bool _isStopped;

    /// <summary>Whether the cell has been interrupted. Further outputs must then not delay its end.</summary>
    public bool IsStopped { get => _isStopped; set => _isStopped = value; }

    /// <summary>Whether a thread of the cell waits until outputs have been delivered.</summary>
    public virtual bool IsWaiting => false;

    /// <summary>Text written to the console.</summary>
    public abstract void Write(StreamName stream, string chars);

    /// <summary>Delivers an output, or a change of the outputs, after all earlier ones.</summary>
    public abstract void Emit(OutputEvent shown);

    /// <summary>Returns when everything written so far has been delivered, or the sink has failed.</summary>
    public abstract void Flush();

    /// <summary>Called when the cell has ended. Returns when all its outputs so far have been delivered.</summary>
    /// <exception cref="Exception">The exception that the sink has thrown.</exception>
    public abstract Task CompleteAsync();
}
