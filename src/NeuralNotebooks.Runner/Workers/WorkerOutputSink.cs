using System.Collections.Concurrent;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Runner;

/// <summary>Sends the outputs of one cell to the runner, within <see cref="OutputLimits"/>.</summary>
/// <param name="channel">The channel to the runner.</param>
/// <param name="cell">The cell's number.</param>
/// <param name="displayed">The lengths of the notebook's displayed values, by id: any cell may replace them.</param>
internal sealed class WorkerOutputSink(
    MessageChannel<WorkerMessage> channel,
    int cell,
    ConcurrentDictionary<string, int> displayed
) : IOutputSink
{
    private const int MillisecondsBetweenReports = 50;

    private readonly Lock _gate = new();
    private readonly List<string> _displayIds = [];
    private readonly List<ErrorOutput> _errors = [];
    private int _textLength, _pieceCount, _valueCount, _valueLength;
    private StreamName? _lastStream;
    private long _droppedCharacters, _droppedOutputs, _reportedAt;
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
            if (!displayed.TryGetValue(displayId, out int before))
                return; // The value was dropped or cleared.
            int length = LengthOf(data);
            if (length - before <= OutputLimits.ValueText - _valueLength
                && TrySend(new DisplayUpdated(cell, displayId, data)))
            {
                displayed[displayId] = length;
                _valueLength += Math.Max(0, length - before);
            }
            else
            {
                Drop(characters: 0, outputs: 1);
            }
        }
    }

    public void Clear(bool wait)
    {
        lock (_gate)
        {
            (_textLength, _pieceCount, _valueCount, _valueLength) = (0, 0, 0, 0);
            _lastStream = null;
            _errors.Clear();
            foreach (string id in _displayIds)
                displayed.TryRemove(id, out _);
            _displayIds.Clear();
            channel.Send(new OutputCleared(cell, wait));
        }
    }

    /// <summary>Reports at the cell's end how much was dropped. Later outputs of its tasks count towards the same
    /// limits.</summary>
    /// <param name="error">The error of the cell, which is sent even if the limits are exceeded.</param>
    public void EndCell(ErrorOutput? error = null)
    {
        lock (_gate)
        {
            if (error is not null && !_errors.Contains(error))
                TrySend(new OutputShown(cell, error));
            if (_droppedSinceReport)
                ReportDropped();
            (_droppedCharacters, _droppedOutputs) = (0, 0);
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
                ShowValue(display.Data, display, display.DisplayId);
                break;
            case ExecuteResult result:
                ShowValue(result.Data, result, displayId: null);
                break;
            case ErrorOutput error:
                int length = error.Message.Length + error.Traceback.Sum(line => line.Length);
                if (_errors.Count < OutputLimits.Errors && TryShow(length, error))
                    _errors.Add(error);
                else
                    Drop(characters: 0, outputs: 1);
                break;
        }
    }

    private void Write(StreamOutput stream)
    {
        if (stream.Name != _lastStream)
            _pieceCount++;
        _lastStream = stream.Name;
        int left = _pieceCount > OutputLimits.Pieces ? 0 : OutputLimits.Text - _textLength;
        int kept = Math.Min(stream.Text.Length, left);
        if (kept > 0)
            channel.Send(new OutputShown(cell, stream with { Text = stream.Text[..kept] }));
        _textLength += kept;
        if (kept < stream.Text.Length)
            Drop(stream.Text.Length - kept, outputs: 0);
    }

    private void ShowValue(MimeBundle data, Output output, string? displayId)
    {
        int length = LengthOf(data);
        if (_valueCount == OutputLimits.Values || !TryShow(length, output))
        {
            Drop(characters: 0, outputs: 1);
            return;
        }
        _valueCount++;
        if (displayId is null)
            return;
        displayed[displayId] = length;
        _displayIds.Add(displayId);
    }

    private bool TryShow(int length, Output output)
    {
        if (length > OutputLimits.ValueText - _valueLength || !TrySend(new OutputShown(cell, output)))
            return false;
        _valueLength += length;
        _lastStream = null;
        return true;
    }

    /// <summary>Sends a message unless it is too long. A value within the limit of characters may still be too long for
    /// a message, since JSON escapes some characters with six.</summary>
    private bool TrySend(CellMessage message)
    {
        try
        {
            channel.Send(message);
            return true;
        }
        catch (MessageTooLongException)
        {
            return false; // Nothing has been written.
        }
    }

    private void Drop(long characters, long outputs)
    {
        _droppedCharacters += characters;
        _droppedOutputs += outputs;
        _droppedSinceReport = true;
        // The number is not only reported at the end, since a cell that is stopped by a limit does not reach its end.
        if (Environment.TickCount64 - _reportedAt > MillisecondsBetweenReports)
            ReportDropped();
    }

    private void ReportDropped()
    {
        channel.Send(new OutputDropped(cell, _droppedCharacters, _droppedOutputs));
        (_reportedAt, _droppedSinceReport) = (Environment.TickCount64, false);
    }

    private static int LengthOf(MimeBundle data)
        => (int)Math.Min(int.MaxValue, data.Types.Sum(type => (long)type.Length + (data.Text(type)?.Length ?? 0)));
}
