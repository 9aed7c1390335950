namespace NeuralNotebooks.Classroom;

internal sealed class Transcript
{
    /// <summary>The most characters that are kept of what a process prints, and of a task's whole transcript.</summary>
    public const int MaxLength = 64 * 1024;

    private readonly StreamReader _printed;
    private readonly StringBuilder _text = new();

    public Transcript(StreamReader printed)
    {
        _printed = printed;
        End = Task.Run(ReadAsync);
    }

    /// <summary>Completed when the process has closed its output.</summary>
    public Task End { get; }

    public string Take()
    {
        lock (_text)
        {
            string text = _text.ToString();
            _text.Clear();
            return text;
        }
    }

    private async Task ReadAsync()
    {
        char[] buffer = new char[4096];
        try
        {
            int read;
            while ((read = await _printed.ReadAsync(buffer)) > 0)
                lock (_text)
                    _text.Append(buffer, 0, Math.Min(read, MaxLength - _text.Length));
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // A broken pipe is treated as the end of the stream.
        }
    }
}
