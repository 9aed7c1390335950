using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipes;
using System.Threading.Channels;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Runner;

/// <summary>The runner's side of a worker process: starts it, sends commands, receives messages and enforces the memory
/// limit.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private static readonly TimeSpan _startTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _exitTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _memoryCheckInterval = TimeSpan.FromMilliseconds(200);

    /// <summary>The memory (MB) that the runtime, the compiler and native libraries may use in addition to the managed
    /// heap, whose limit the runtime enforces.</summary>
    private const int MemoryBesideHeapMegabytes = 768;

    /// <summary>Advice at the end of messages about a process that did not start.</summary>
    private const string SystemLimits = " (The system may allow too few threads or files: ulimit -a shows its limits.)";

    private const string NotStarted = "A process for the notebook could not be started: ";

    private readonly Process _process;
    private readonly string _mark;
    private readonly RunOptions _options;
    private readonly MessageChannel _channel;
    private readonly NativeOutput _standardOutput, _standardError;
    private readonly Channel<WorkerMessage> _messages = Channel.CreateBounded<WorkerMessage>(8);
    private readonly Timer _memoryCheck;

    private WorkerProcess(
        Process process,
        string mark,
        RunOptions options,
        MessageChannel channel,
        NativeOutput standardOutput,
        NativeOutput standardError
    )
    {
        (_process, _mark, _options, _channel) = (process, mark, options, channel);
        (_standardOutput, _standardError) = (standardOutput, standardError);
        OwnThread.Start("Worker", Receive);
        _memoryCheck = new Timer(_ => CheckMemory(), null, _memoryCheckInterval, _memoryCheckInterval);
    }

    /// <summary>Whether the worker has been ended.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>The exit code; null if the process has not exited.</summary>
    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

    /// <summary>The exit code with which a cell has called <c>Environment.Exit</c>; null if none has.</summary>
    public int? RequestedExitCode { get; private set; }

    /// <summary>Whether the process was ended because it exceeded the memory limit.</summary>
    public bool UsedTooMuchMemory { get; private set; }

    /// <summary>The largest amount of memory (bytes) seen.</summary>
    public long PeakMemory { get; private set; }

    /// <summary>Starts a worker for a notebook in <paramref name="folder"/>.</summary>
    /// <exception cref="WorkerStartException">The process did not start.</exception>
    public static async Task<WorkerProcess> StartAsync(
        string folder,
        RunOptions options,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        WorkerPipe.RemoveStale();
        string name = WorkerPipe.NewName(),
            mark = Guid.NewGuid().ToString("N"),
            endOfCell = $"\u0003{Guid.NewGuid():N}";
        ChannelTokens tokens = ChannelTokens.Create();
        NamedPipeServerStream? commands = null, answers = null;
        Process? process = null;
        try
        {
            commands = WorkerPipe.Create(WorkerPipe.Commands(name), PipeDirection.Out);
            answers = WorkerPipe.Create(WorkerPipe.Answers(name), PipeDirection.In);
            process = Start(folder, name, options, mark);
            var standardOutput = new NativeOutput(process.StandardOutput.BaseStream, endOfCell);
            var standardError = new NativeOutput(process.StandardError.BaseStream, endOfCell);
            await SendTokensAsync(process, $"{tokens.ForOtherEnd()}\n{endOfCell}\n");
            await ConnectAsync(commands, answers, process, standardError, cancellation);
            WorkerPipe.RemoveFiles(name);
            return new WorkerProcess(
                process,
                mark,
                options,
                new MessageChannel(answers, commands, tokens),
                standardOutput,
                standardError
            );
        }
        catch (Exception e)
        {
            if (process is not null)
            {
                ProcessTree.End(process, mark);
                process.Dispose();
            }
            commands?.Dispose();
            answers?.Dispose();
            // If the system does not allow another thread, the runtime throws an OutOfMemoryException.
            if (e is IOException or Win32Exception or UnauthorizedAccessException
                or OutOfMemoryException or TypeInitializationException)
                throw new WorkerStartException($"{NotStarted}{e.Message}{SystemLimits}", e);
            throw;
        }
    }

    /// <summary>Sends a command and waits for its answer.</summary>
    /// <param name="command">The command.</param>
    /// <param name="meanwhile">Called with each message that arrives before the answer.</param>
    /// <param name="cancellation">Cancels the waiting.</param>
    /// <exception cref="WorkerGoneException">It is gone, or its channel is broken.</exception>
    public async Task<T> AskAsync<T>(
        WorkerMessage command,
        Action<WorkerMessage> meanwhile,
        CancellationToken cancellation
    )
        where T : WorkerMessage
    {
        Send(command);
        while (true)
        {
            WorkerMessage message = await ReceiveAsync(cancellation);
            if (message is T answer)
                return answer;
            meanwhile(message);
        }
    }

    /// <exception cref="WorkerGoneException">It is gone.</exception>
    private void Send(WorkerMessage message)
    {
        try
        {
            _channel.Send(message);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            throw new WorkerGoneException(null);
        }
    }

    /// <exception cref="WorkerGoneException">It is gone, or its channel is broken.</exception>
    private async ValueTask<WorkerMessage> ReceiveAsync(CancellationToken cancellation)
    {
        try
        {
            return await _messages.Reader.ReadAsync(cancellation);
        }
        catch (ChannelClosedException e)
        {
            // When the process ends, the channel is closed first. If the process does not end shortly afterwards, a
            // cell has closed the channel.
            if (e.InnerException is null)
                await WaitForExitAsync();
            bool closed = !_process.HasExited || _process.ExitCode == WorkerProgram.ChannelLost;
            throw new WorkerGoneException(
                e.InnerException as ChannelBrokenException
                    ?? (closed ? new ChannelBrokenException("it was closed") : null)
            );
        }
    }

    /// <summary>The text that the cell that has just ended wrote directly to the standard output and error of the
    /// process, not through the session.</summary>
    public async Task<(NativeText Output, NativeText Error)> NativeOutputAsync()
        => (await _standardOutput.EndOfCellAsync(HasEnded), await _standardError.EndOfCellAsync(HasEnded));

    /// <summary>Ends the process and all its descendants.</summary>
    public async Task EndAsync()
    {
        HasEnded = true;
        ProcessTree.End(_process, _mark);
        await WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!HasEnded)
            await RequestEndAsync();
        await _memoryCheck.DisposeAsync();
        await EndAsync();
        _channel.Dispose();
        _process.Dispose();
    }

    private static Process Start(string folder, string pipeName, RunOptions options, string mark)
    {
        // The location of the loaded assembly is not used: an installed tool contains a second copy of it, with machine
        // code.
        string program = Path.Combine(AppContext.BaseDirectory, "NeuralNotebooks.Runner.dll");
        var start = new ProcessStartInfo(DotnetInstallation.Program)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "exec", program, WorkerProgram.Verb, pipeName },
        };
        if (options.KitScript is not null)
            start.ArgumentList.Add(options.KitScript);
        WorkerEnvironment.Set(start.Environment, options, mark);
        return Process.Start(start) ?? throw new IOException("the system started no process");
    }

    private static async Task ConnectAsync(
        NamedPipeServerStream commands,
        NamedPipeServerStream answers,
        Process process,
        NativeOutput standardError,
        CancellationToken cancellation
    )
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        giveUp.CancelAfter(_startTimeout);
        Task connected = Task.WhenAll(
            commands.WaitForConnectionAsync(giveUp.Token),
            answers.WaitForConnectionAsync(giveUp.Token)
        );
        Task exited = process.WaitForExitAsync(giveUp.Token);
        await Task.WhenAny(connected, exited);
        cancellation.ThrowIfCancellationRequested();
        if (connected.IsCompletedSuccessfully)
            return;
        string said = process.HasExited
            ? (await standardError.EndOfCellAsync(processHasEnded: true)).Text.Trim()
            : "it did not answer";
        await giveUp.CancelAsync();
        throw new WorkerStartException($"{NotStarted}{said}{SystemLimits}");
    }

    /// <summary>Sends the tokens on standard input. If the process has already ended, writing fails; its error text is
    /// then read in ConnectAsync.</summary>
    private static async Task SendTokensAsync(Process process, string tokens)
    {
        try
        {
            await process.StandardInput.WriteAsync(tokens);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // A broken pipe.
        }
    }

    /// <summary>Waits a limited time for the end of the process.</summary>
    private async Task WaitForExitAsync()
    {
        using var timeout = new CancellationTokenSource(_exitTimeout);
        await _process.WaitForExitAsync(timeout.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task RequestEndAsync()
    {
        try
        {
            Send(new EndWorker());
        }
        catch (WorkerGoneException)
        {
            return;
        }
        await WaitForExitAsync();
    }

    private void Receive()
    {
        Exception? problem = null;
        try
        {
            while (_channel.Receive() is { } message)
            {
                if (message is ProcessExiting exiting)
                    RequestedExitCode = exiting.ExitCode;
                else if (!_messages.Writer.TryWrite(message))
                    _messages.Writer.WriteAsync(message).AsTask().GetAwaiter().GetResult();
            }
        }
        catch (ChannelBrokenException e)
        {
            problem = e;
        }
        catch (Exception)
        {
            // Treated as the end of the channel. The channel may also be disposed during this read.
        }
        _messages.Writer.TryComplete(problem);
    }

    private void CheckMemory()
    {
        try
        {
            _process.Refresh();
            long used =
                _process.WorkingSet64
                + new LinuxProcess(_process.Id).Descendants.Sum(process => process.ResidentMemory);
            PeakMemory = Math.Max(PeakMemory, used);
            if (
                _options.MemoryMegabytes <= 0
                || used <= (_options.MemoryMegabytes + MemoryBesideHeapMegabytes) * 1024L * 1024L
            )
                return;
            UsedTooMuchMemory = true;
            ProcessTree.End(_process, _mark);
        }
        catch (InvalidOperationException)
        {
            // It has ended.
        }
    }
}

/// <summary>Thrown if no worker could be started.</summary>
internal sealed class WorkerStartException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>Thrown if the worker has ended or, with a cause, if its channel has been corrupted or closed.</summary>
internal sealed class WorkerGoneException(ChannelBrokenException? broken) : Exception("The worker is gone.", broken)
{
    public ChannelBrokenException? Broken { get; } = broken;
}
