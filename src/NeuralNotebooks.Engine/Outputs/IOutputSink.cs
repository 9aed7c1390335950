namespace NeuralNotebooks.Engine;

/// <summary>Receives the outputs of a cell in order: while it runs, and from its tasks after its end.</summary>
/// <remarks>A session never calls one sink from two threads at once, but it may call the sinks of two cells
/// concurrently. Outputs that tasks of an earlier cell produce before a later cell ends are delivered before that end.
/// An exception that a sink throws ends the delivery of its cell's outputs.</remarks>
public interface IOutputSink
{
    /// <summary>Receives an output, or a change of the outputs. Console text comes in pieces; consecutive pieces of one
    /// stream are one text.</summary>
    void Emit(OutputEvent shown);
}
