using System.Text;

namespace NeuralNotebooks.Cli;

/// <summary>
/// Writes as long as the other side accepts it. A full disk behind redirected output, or a terminal that is gone, must
/// not abort a run half-way with a stack trace: what cannot be written is dropped, and the first reason is kept.
/// </summary>
internal sealed class TolerantWriter(TextWriter inner) : TextWriter
{
    /// <summary>Why something could not be written; null if everything was.</summary>
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
            Failure = e.GetBaseException().Message; // A closed output is "Bad file descriptor", inside "Access denied".
        }
    }
}
