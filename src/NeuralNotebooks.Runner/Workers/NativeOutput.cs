namespace NeuralNotebooks.Runner;

/// <summary>The standard output or error of a worker process: text from native code, from programs that a cell has
/// started, or from the runtime. The worker writes a mark at the end of each cell.</summary>
internal sealed class NativeOutput(StreamReader printed, string mark)
{
    /// <summary>The most characters of a cell's text that are kept: more than it may print.</summary>
    internal const int MaxLength = LimitedOutputs.MaxText + 1;

    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(1), _interval = TimeSpan.FromMilliseconds(1);

    private readonly CollectedText _printed = new(printed, MaxLength);
    private string _text = "";

    /// <summary>Whether the last cell's mark did not come in time: the cell has closed or redirected the stream, or a
    /// process that it has started blocks it. Until a mark comes again, cells do not wait for theirs.</summary>
    private bool _isLate;

    /// <summary>The text up to the end of the cell that has just ended, or up to the end of the process. If the mark
    /// comes late, the text is part of the next cell's.</summary>
    public async Task<string> EndOfCellAsync(int cell, bool processHasEnded)
    {
        string end = WorkerProtocol.EndOfCell(mark, cell);
        long start = Stopwatch.GetTimestamp();
        while (!HasAll() && Stopwatch.GetElapsedTime(start) < _timeout)
            await Task.Delay(_interval);
        int at = _text.IndexOf(end, StringComparison.Ordinal);
        _isLate = at < 0;
        int length = processHasEnded || _isLate ? _text.Length : at + end.Length;
        string text = Regex.Replace(_text[..length], $@"{Regex.Escape(mark)}\d{{8}}", "");
        _text = _text[length..];
        return text.Length > MaxLength ? text[..MaxLength] : text;

        bool HasAll()
        {
            bool isWhole = _printed.End.IsCompleted;
            _text = _text[..Math.Min(_text.Length, MaxLength)] + _printed.ReadNew();
            return isWhole || (!processHasEnded && (_isLate || _text.Contains(end, StringComparison.Ordinal)));
        }
    }
}
