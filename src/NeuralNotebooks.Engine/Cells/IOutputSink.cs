namespace NeuralNotebooks.Engine;

/// <summary>Receives what a cell shows, in order: while it runs, and after its end what its tasks show then.</summary>
/// <remarks>
/// A session never calls it from two threads at once, but the sinks of two cells it may. What tasks have shown before a later cell's end is
/// delivered before that cell ends. An exception that a sink throws ends the delivery of its cell's outputs.
/// </remarks>
public interface IOutputSink
{
    /// <summary>A new output. Console text comes in pieces; pieces of one stream that follow each other are one text.</summary>
    void Emit(Output output);

    /// <summary>What was displayed under this id is to look like this now, also where an earlier cell displayed it.</summary>
    void Update(string displayId, MimeBundle data);

    /// <summary>What the cell has shown so far is to go, at once or when the next output comes.</summary>
    void Clear(bool wait);
}
