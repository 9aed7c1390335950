namespace NeuralNotebooks.Runner;

internal sealed class WorkerOutputSink(MessageChannel<WorkerMessage> channel, int cell) : IOutputSink
{
    public void Emit(OutputEvent shown)
    {
        try
        {
            channel.Send(new OutputShown(cell, shown));
        }
        catch (MessageTooLongException)
        {
            // A value within the limit of characters may still be too long, since JSON escapes some characters with
            // six. Nothing has been written.
            channel.Send(new OutputShown(cell, new StreamOutput(StreamName.Stderr, LimitedOutputs.Sentence)));
        }
    }
}
