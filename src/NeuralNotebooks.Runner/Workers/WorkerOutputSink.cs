namespace NeuralNotebooks.Runner;

/// <summary>Sends the outputs of one cell to the runner.</summary>
/// <param name="channel">The channel to the runner.</param>
/// <param name="cell">The cell's number.</param>
internal sealed class WorkerOutputSink(MessageChannel<WorkerMessage> channel, int cell) : IOutputSink
{
    public void Emit(Output output) => Send(new OutputShown(cell, output));

    public void Update(string displayId, MimeBundle data) => Send(new DisplayUpdated(cell, displayId, data));

    public void Clear(bool wait) => channel.Send(new OutputCleared(cell, wait));

    private void Send(CellMessage message)
    {
        try
        {
            channel.Send(message);
        }
        catch (MessageTooLongException)
        {
            // A value within the limit of characters may still be too long, since JSON escapes some characters with
            // six. Nothing has been written.
            channel.Send(new OutputShown(cell, new StreamOutput(StreamName.Stderr, LimitedOutputs.Sentence)));
        }
    }
}
