namespace NeuralNotebooks.Engine;

/// <summary>Receives the outputs of a cell in order: while it runs, and from its tasks after its end.</summary>
/// <remarks>
/// A session never calls one sink from two threads at once, but it may call the sinks of two cells concurrently. What
/// tasks show before a later cell ends is delivered before its end. An exception that a sink throws ends the delivery
/// of its cell's outputs.
/// </remarks>
public interface IOutputSink
{
    /// <summary>A new output. Console text comes in pieces; consecutive pieces of one stream are one text.</summary>
    void Emit(Output output);

    /// <summary>Replaces what was displayed under this id, even by an earlier cell.</summary>
    void Update(string displayId, MimeBundle data);

    /// <summary>Clears what the cell has shown so far, immediately or with the next output.</summary>
    void Clear(bool wait);
}
