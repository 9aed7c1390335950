namespace NeuralNotebooks.Cli;

/// <summary>Writes to another writer until that fails. A full disk or a closed terminal must not abort a run half-way
/// with a stack trace. Therefore the first error is stored, and all later text is dropped.</summary>
internal sealed class BestEffortWriter(TextWriter inner) : TextWriter
{
    /// <summary>The message of the first error; null if everything was written.</summary>
    public string? Failure { get; private set; }

    public override Encoding Encoding => inner.Encoding;

    public override IFormatProvider FormatProvider => inner.FormatProvider;

    public override void Write(char value) => Try(() => inner.Write(value));

    public override void Write(char[] buffer, int index, int count) => Try(() => inner.Write(buffer, index, count));

    public override void Write(string? value) => Try(() => inner.Write(value));

    public override void WriteLine() => Try(inner.WriteLine);

    public override void WriteLine(string? value) => Try(() => inner.WriteLine(value));

    public override void Flush() => Try(inner.Flush);

    private void Try(Action write)
    {
        if (Failure is not null)
            return;
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            Failure = e.GetBaseException().Message; // For a closed output the base exception has the cause.
        }
    }
}
