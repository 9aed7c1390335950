namespace NeuralNotebooks.Engine;

/// <summary>Receives the outputs of a cell in order: while it runs, and from its tasks after its end.</summary>
/// <remarks>
/// A session never calls one sink from two threads at once, but it may call the sinks of two cells concurrently. What tasks have shown before a later cell's end is
/// delivered before that cell ends. An exception that a sink throws ends the delivery of its cell's outputs.
/// </remarks>
public interface IOutputSink
{
    /// <summary>A new output. Console text comes in pieces; pieces of one stream that follow each other are one text.</summary>
    void Emit(Output output);

    /// <summary>Replaces what was displayed under this id, also when an earlier cell displayed it.</summary>
    void Update(string displayId, MimeBundle data);

    /// <summary>Clears what the cell has shown so far, at once or with the next output.</summary>
    void Clear(bool wait);
}
