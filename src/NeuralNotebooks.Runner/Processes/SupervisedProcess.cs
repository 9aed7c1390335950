namespace NeuralNotebooks.Runner;

/// <summary>A process that executes the code of a notebook or of a submission. It is ended together with all processes
/// that it has started.</summary>
internal sealed class SupervisedProcess : IDisposable
{
    private static readonly TimeSpan _exitTimeout = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly string? _mark;

    private SupervisedProcess(Process process, string? mark) => (_process, _mark) = (process, mark);

    public StreamWriter StandardInput => _process.StandardInput;

    public StreamReader StandardOutput => _process.StandardOutput;

    public StreamReader StandardError => _process.StandardError;

    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

    /// <param name="isMarked">Whether its descendants are found by a mark in their environment; false if the system
    /// ends them automatically.</param>
    /// <exception cref="IOException">The system has not started it; also other exceptions of
    /// <see cref="Process.Start(ProcessStartInfo)"/>.</exception>
    public static SupervisedProcess Start(ProcessStartInfo start, string firstLines, bool isMarked)
    {
        string? mark = isMarked ? Guid.NewGuid().ToString("N") : null;
        start.Environment[ProcessTree.Mark] = mark;
        start.UseShellExecute = false;
        start.CreateNoWindow = start.RedirectStandardInput = true;
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        var started = new SupervisedProcess(ProcessStarter.Start(start), mark);
        try
        {
            Stream input = started.StandardInput.BaseStream;
            input.Write(Encoding.ASCII.GetBytes(firstLines));
            input.Flush();
        }
        catch (IOException)
        {
            // It has already ended. Receiving its first message fails.
        }
        return started;
    }

    /// <param name="countsSharedMemory">Whether files in shared memory count. The runtime itself has a large one unless
    /// <c>DOTNET_EnableWriteXorExecute</c> is 0.</param>
    public ProcessUsage Usage(bool countsSharedMemory) => ProcessUsage.Of(_process, countsSharedMemory);

    public void Kill() => ProcessTree.End(_process, _mark);

    public async Task EndAsync()
    {
        Kill();
        await WaitForExitAsync(_exitTimeout);
    }

    public Task WaitForExitAsync(CancellationToken cancellation) => _process.WaitForExitAsync(cancellation);

    public async Task WaitForExitAsync(TimeSpan limit)
    {
        using var timeout = new CancellationTokenSource(limit);
        await WaitForExitAsync(timeout.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Releases the handle of the process, which <see cref="EndAsync"/> has ended.</summary>
    public void Dispose() => _process.Dispose();
}
