namespace NeuralNotebooks.Jupyter;

/// <summary>The kernel's log, on the standard error stream of the process. <see cref="Console.Error"/> cannot be used,
/// since it is redirected to the running cell.</summary>
internal sealed class KernelLog(Stream? stream = null)
{
    private readonly Lock _gate = new();
    private readonly Stream _stream = stream ?? Console.OpenStandardError();

    public void Write(string text) => WriteLine(Invariant($"[kernel {DateTime.Now:HH:mm:ss.fff}] {text}"));

    /// <summary>Writes a line. Errors, such as a full disk or a client that has exited, are ignored, since they must
    /// not end the kernel.</summary>
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
