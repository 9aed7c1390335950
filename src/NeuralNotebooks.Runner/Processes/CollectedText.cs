namespace NeuralNotebooks.Runner;

/// <summary>Collects what a process prints, on a thread of its own.</summary>
internal sealed class CollectedText
{
    private readonly StringBuilder _text = new();

    public CollectedText(StreamReader printed, int maxLength = int.MaxValue) =>
        End = OwnThread.Run("Output of a program", () => Collect(printed, maxLength));

    /// <summary>Completed when the process has closed its output.</summary>
    public Task End { get; }

    /// <summary>What has been printed since the last call.</summary>
    public string ReadNew()
    {
        lock (_text)
        {
            string text = _text.ToString();
            _text.Clear();
            return text;
        }
    }

    private void Collect(StreamReader printed, int maxLength)
    {
        char[] buffer = new char[4096];
        try
        {
            for (int count; (count = printed.Read(buffer)) > 0;)
                lock (_text)
                    _text.Append(buffer, 0, Math.Min(count, maxLength - _text.Length));
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // A broken pipe is treated as the end.
        }
    }
}
