using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace NeuralNotebooks.Engine;

/// <summary>Sends what a cell shows to the runner, within <see cref="OutputLimits"/>.</summary>
/// <remarks>
/// The first pieces of text go out at once, so that they are safe when the process dies; a cell that goes on writing has its text collected
/// into larger messages.
/// </remarks>
internal sealed class WorkerOutputSink : IOutputSink, IDisposable
{
    private const int PiecesSentAtOnce = 200;
    private const int LargestCollectedText = 16 * 1024;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMilliseconds(50);

    private readonly MessageChannel channel;
    private readonly Timer timer;
    private readonly Lock gate = new();
    private readonly StringBuilder collected = new();
    private StreamName collectedStream;
    private int pieces, text, values, valueText;
    private long droppedCharacters, droppedValues, reportedAt;
    private bool droppedSinceReport;

    public WorkerOutputSink(MessageChannel channel)
    {
        this.channel = channel;
        timer = new Timer(_ => Flush(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Emit(Output output)
    {
        lock (gate)
        {
            switch (output)
            {
                case StreamOutput stream:
                    Write(stream);
                    break;
                case DisplayData display:
                    Show(display.Data, display.Metadata, display.DisplayId, isResult: false);
                    break;
                case ExecuteResult result:
                    Show(result.Data, result.Metadata, displayId: null, isResult: true);
                    break;
                case ErrorOutput error:
                    Send(new ErrorShown(error.Name, error.Message, error.Traceback));
                    break;
                default:
                    throw new UnreachableException();
            }
        }
    }

    public void Update(string displayId, MimeBundle data)
    {
        lock (gate)
        {
            if (LengthOf(data) <= OutputLimits.ValueText)
                Send(new DisplayUpdated(displayId, ToJson(data)));
            else
                Drop(characters: 0, droppedDisplays: 1);
        }
    }

    public void Clear(bool wait)
    {
        lock (gate)
        {
            Send(new OutputsCleared(wait));
            (text, values, valueText) = (0, 0, 0);
        }
    }

    /// <summary>Sends what is still held back, and begins to count afresh for the next cell.</summary>
    public void EndCell()
    {
        lock (gate)
        {
            Flush();
            if (droppedSinceReport)
                ReportDropped();
            (pieces, text, values, valueText, droppedCharacters, droppedValues) = (0, 0, 0, 0, 0, 0);
        }
    }

    /// <summary>Sends the text that is still held back.</summary>
    public void Flush()
    {
        lock (gate)
        {
            if (collected.Length == 0)
                return;
            string all = collected.ToString();
            collected.Clear();
            channel.Send(new TextWritten(collectedStream, all));
        }
    }

    public void Dispose() => timer.Dispose();

    private void Write(StreamOutput stream)
    {
        int kept = Math.Min(stream.Text.Length, OutputLimits.Text - text);
        if (kept < stream.Text.Length)
            Drop(stream.Text.Length - kept, droppedDisplays: 0);
        if (kept == 0)
            return;
        text += kept;
        if (collected.Length > 0 && collectedStream != stream.Name)
            Flush();
        collectedStream = stream.Name;
        collected.Append(stream.Text.AsSpan(0, kept));
        if (++pieces <= PiecesSentAtOnce || collected.Length >= LargestCollectedText)
            Flush();
        else
            timer.Change(LongestDelay, Timeout.InfiniteTimeSpan);
    }

    private void Show(MimeBundle data, JsonObject metadata, string? displayId, bool isResult)
    {
        int length = LengthOf(data);
        if (values == OutputLimits.Values || length > OutputLimits.ValueText - valueText)
        {
            Drop(characters: 0, droppedDisplays: 1);
            return;
        }
        values++;
        valueText += length;
        Send(new ValueShown(ToJson(data), metadata, displayId, isResult));
    }

    /// <summary>Sends a message after the text that was written before it.</summary>
    private void Send(WorkerMessage message)
    {
        Flush();
        channel.Send(message);
    }

    private void Drop(long characters, long droppedDisplays)
    {
        droppedCharacters += characters;
        droppedValues += droppedDisplays;
        droppedSinceReport = true;
        // Not only at the end: a cell that is stopped by a limit does not come to its end.
        if (Environment.TickCount64 - reportedAt > LongestDelay.TotalMilliseconds)
            ReportDropped();
    }

    private void ReportDropped()
    {
        Send(new OutputDropped(droppedCharacters, droppedValues));
        (reportedAt, droppedSinceReport) = (Environment.TickCount64, false);
    }

    private static int LengthOf(MimeBundle data)
        => (int)Math.Min(int.MaxValue, data.Types.Sum(type => (long)(data.Text(type)?.Length ?? 0)));

    private static JsonObject ToJson(MimeBundle data)
        => new(data.Select(representation => KeyValuePair.Create(representation.Key, representation.Value?.DeepClone())));
}
