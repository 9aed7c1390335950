namespace NeuralNotebooks.Engine;

/// <summary>Passes on the outputs of a cell up to a limit, so that neither the memory nor a page overflows. Where the
/// limit is reached, a sentence says so.</summary>
/// <param name="displayed">The lengths of the notebook's displayed values, by id: any cell may replace them.</param>
public sealed class LimitedOutputs(IOutputSink sink, ConcurrentDictionary<string, long> displayed) : IOutputSink
{
    /// <summary>The characters of console text, the characters of all values and errors together, and the number of
    /// outputs, where text counts as a new output after another stream or value.</summary>
    public const int MaxText = 1_000_000, MaxValueText = 32_000_000, MaxOutputs = 2_000;

    private readonly Lock _gate = new();
    private int _text, _outputs;
    private long _values;
    private StreamName? _stream;
    private bool _isCut;
    private ErrorOutput? _lastError;

    public static string Sentence { get; } = Invariant(
        $"\n[More output was left out: a cell may print {MaxText:N0} characters, and show {MaxOutputs:N0} outputs of ")
        + Invariant($"{MaxValueText:N0} characters together.]\n");

    public void Emit(OutputEvent shown)
    {
        lock (_gate)
        {
            switch (shown)
            {
                case StreamOutput text:
                    Write(text);
                    break;
                case DisplayUpdate update:
                    Replace(update);
                    break;
                case OutputClear:
                    (_text, _values, _outputs, _stream, _isCut) = (0, 0, 0, null, false);
                    sink.Emit(shown);
                    break;
                default:
                    Add(shown);
                    break;
            }
        }
    }

    /// <summary>Passes on the error that has ended the cell, even if it is over the limit.</summary>
    public void End(ErrorOutput? error)
    {
        lock (_gate)
            if (error is not null && error != _lastError)
                sink.Emit(error);
    }

    private void Write(StreamOutput stream)
    {
        if (stream.Name != _stream)
            _outputs++;
        _stream = stream.Name;
        int left = _outputs > MaxOutputs ? 0 : MaxText - _text, kept = Math.Min(stream.Text.Length, left);
        _text += kept;
        if (kept > 0)
            sink.Emit(stream with { Text = stream.Text[..kept] });
        if (kept < stream.Text.Length)
            Cut();
    }

    private void Add(OutputEvent output)
    {
        long length = output.Length;
        if (_outputs >= MaxOutputs || length > MaxValueText - _values)
        {
            Cut();
            return;
        }
        _outputs++;
        _values += length;
        _stream = null;
        _lastError = output as ErrorOutput ?? _lastError;
        if (output is DisplayData { DisplayId: { } id })
            displayed[id] = length;
        sink.Emit(output);
    }

    private void Replace(DisplayUpdate update)
    {
        if (!displayed.TryGetValue(update.DisplayId, out long before))
            return; // The value was left out.
        long length = update.Length, growth = length - before;
        if (growth > MaxValueText - _values)
        {
            Cut();
            return;
        }
        _values = Math.Max(0, _values + growth); // After a clear, less may be counted than is replaced.
        displayed[update.DisplayId] = length;
        sink.Emit(update);
    }

    private void Cut()
    {
        if (!_isCut)
            sink.Emit(new StreamOutput(StreamName.Stderr, Sentence));
        _isCut = true;
    }
}
