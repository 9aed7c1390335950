using System.Text;

namespace NeuralNotebooks.Jupyter;

/// <summary>The kernel's own log, on standard error of the process: <see cref="Console.Error"/> is that of the running
/// cell.</summary>
internal sealed class KernelLog(Stream? stream = null)
{
    private readonly Lock _gate = new();
    private readonly Stream _stream = stream ?? Console.OpenStandardError();

    /// <summary>Writes an entry with the time.</summary>
    public void Write(string text) =>
        WriteLine(Invariant($"[kernel {DateTime.Now:HH:mm:ss.fff}] {text}"));

    /// <summary>Writes a line. A log that cannot be written (a full disk, a client that has exited) must not end the
    /// kernel.</summary>
    public void WriteLine(string line)
    {
        try
        {
            lock (_gate)
                _stream.Write(Encoding.UTF8.GetBytes(line + Environment.NewLine));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // There is nowhere left to report it.
        }
    }
}
