namespace NeuralNotebooks.Runner.InNotebookProcess;

internal sealed class WorkerOutputSink(MessageChannel<WorkerMessage> channel, CodeOrigin origin) : IOutputSink
{
    public void Emit(OutputEvent shown)
    {
        try
        {
            channel.Send(new OutputShown(origin, shown));
        }
        catch (MessageTooLongException)
        {
            // A value within the limit of characters may still be too long, since JSON escapes some characters with
            // six. Nothing has been written.
            channel.Send(new OutputShown(origin, new StreamOutput(StreamName.Stderr, LimitedOutputs.Sentence)));
        }
    }
}
