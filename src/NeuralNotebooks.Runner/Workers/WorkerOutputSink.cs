using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Runner;

/// <summary>Sends what one cell shows to the runner, within <see cref="OutputLimits"/>.</summary>
internal sealed class WorkerOutputSink(MessageChannel channel, int cell) : IOutputSink
{
    private const int MillisecondsBetweenReports = 50;

    private readonly Lock _gate = new();
    private int _textLength, _valueCount, _valueLength;
    private long _droppedCharacters, _droppedValues, _reportedAt;
    private bool _droppedSinceReport;

    public void Emit(Output output)
    {
        lock (_gate)
            Send(output);
    }

    public void Update(string displayId, MimeBundle data)
    {
        lock (_gate)
        {
            if (LengthOf(data) > OutputLimits.ValueText || !TrySend(new DisplayUpdated(cell, displayId, data)))
                Drop(characters: 0, values: 1);
        }
    }

    public void Clear(bool wait)
    {
        lock (_gate)
        {
            (_textLength, _valueCount, _valueLength) = (0, 0, 0);
            channel.Send(new OutputCleared(cell, wait));
        }
    }

    /// <summary>Reports what has been dropped until the cell's end. What its tasks show later counts towards the same limits.</summary>
    public void EndCell()
    {
        lock (_gate)
        {
            if (_droppedSinceReport)
                ReportDropped();
            (_droppedCharacters, _droppedValues) = (0, 0);
        }
    }

    private void Send(Output output)
    {
        switch (output)
        {
            case StreamOutput stream:
                Write(stream);
                break;
            case DisplayData display:
                Show(display.Data, display);
                break;
            case ExecuteResult result:
                Show(result.Data, result);
                break;
            default:
                channel.Send(new OutputShown(cell, output));
                break;
        }
    }

    private void Write(StreamOutput stream)
    {
        int kept = Math.Min(stream.Text.Length, OutputLimits.Text - _textLength);
        if (kept > 0)
            channel.Send(new OutputShown(cell, stream with { Text = stream.Text[..kept] }));
        _textLength += kept;
        if (kept < stream.Text.Length)
            Drop(stream.Text.Length - kept, values: 0);
    }

    private void Show(MimeBundle data, Output output)
    {
        int length = LengthOf(data);
        if (_valueCount == OutputLimits.Values || length > OutputLimits.ValueText - _valueLength)
        {
            Drop(characters: 0, values: 1);
            return;
        }
        _valueCount++;
        _valueLength += length;
        if (!TrySend(new OutputShown(cell, output)))
            Drop(characters: 0, values: 1);
    }

    /// <summary>A value within the character limit may still exceed a message's: JSON escapes some characters as six.</summary>
    private bool TrySend(CellMessage message)
    {
        try
        {
            channel.Send(message);
            return true;
        }
        catch (ChannelBrokenException)
        {
            return false; // None of it has been written.
        }
    }

    private void Drop(long characters, long values)
    {
        _droppedCharacters += characters;
        _droppedValues += values;
        _droppedSinceReport = true;
        // Not only at the end: a cell that is stopped by a limit never gets there.
        if (Environment.TickCount64 - _reportedAt > MillisecondsBetweenReports)
            ReportDropped();
    }

    private void ReportDropped()
    {
        channel.Send(new OutputDropped(cell, _droppedCharacters, _droppedValues));
        (_reportedAt, _droppedSinceReport) = (Environment.TickCount64, false);
    }

    private static int LengthOf(MimeBundle data)
        => (int)Math.Min(int.MaxValue, data.Types.Sum(type => (long)(data.Text(type)?.Length ?? 0)));
}
