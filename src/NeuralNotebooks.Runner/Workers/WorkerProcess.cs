using System.ComponentModel;
using System.IO.Pipes;

namespace NeuralNotebooks.Runner;

/// <summary>The runner's side of a worker: starts it, sends and receives messages, limits its memory.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private static readonly TimeSpan _startTimeout = TimeSpan.FromSeconds(60);

    /// <summary>The maximal waiting time for the end of a process that has not been killed.</summary>
    private static readonly TimeSpan _exitTimeout = TimeSpan.FromSeconds(1);

    /// <summary>The memory (MB) that the runtime, the compiler and native libraries may use in addition to the managed
    /// heap, whose limit the runtime enforces.</summary>
    private const long MemoryBesideHeapMegabytes = 768;

    /// <summary>Advice at the end of messages about a process that did not start.</summary>
    private const string SystemLimits = " (The system may allow too few threads or files: ulimit -a shows its limits.)";

    private const string NotStarted = "A process for the notebook could not be started: ";

    private readonly SupervisedProcess _process;
    private readonly RequestClient<WorkerMessage> _requests;
    private readonly RunOptions _options;
    private readonly NativeOutput _standardOutput, _standardError;

    private WorkerProcess(
        SupervisedProcess process, RequestClient<WorkerMessage> requests, RunOptions options,
        NativeOutput standardOutput, NativeOutput standardError)
    {
        (_process, _requests, _options) = (process, requests, options);
        (_standardOutput, _standardError) = (standardOutput, standardError);
    }

    public bool HasEnded { get; private set; }

    public int? ExitCode => _process.ExitCode;

    /// <summary>The exit code with which a cell has called <c>Environment.Exit</c>; null if none has.</summary>
    public int? RequestedExitCode { get; private set; }

    /// <summary>Whether the process was ended because it exceeded the memory limit.</summary>
    public bool UsedTooMuchMemory { get; private set; }

    public long PeakMemory { get; private set; }

    public static async Task<WorkerProcess> StartAsync(
        string notebook, RunOptions options, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        string name = WorkerPipe.NewName(), endOfCell = $"\u0003{Guid.NewGuid():N}";
        ChannelTokens tokens = ChannelTokens.Create();
        NamedPipeServerStream? commands = null, answers = null;
        SupervisedProcess? process = null;
        try
        {
            commands = WorkerPipe.Create(WorkerProtocol.Commands(name), PipeDirection.Out);
            answers = WorkerPipe.Create(WorkerProtocol.Answers(name), PipeDirection.In);
            process = SupervisedProcess.Start(
                StartOf(notebook, name, options), $"{tokens.ForOtherEnd()}\n{endOfCell}\n", isMarked: true);
            process.StandardInput.Close();
            var standardOutput = new NativeOutput(process.StandardOutput, endOfCell);
            var standardError = new NativeOutput(process.StandardError, endOfCell);
            await ConnectAsync(commands, answers, process, standardError, cancellation);
            WorkerPipe.RemoveFiles(name);
            var channel = new MessageChannel<WorkerMessage>(
                answers, commands, tokens, WorkerMessageJson.Default.WorkerMessage);
            return new WorkerProcess(process, new(channel), options, standardOutput, standardError);
        }
        catch (Exception e)
        {
            process?.Kill();
            process?.Dispose();
            commands?.Dispose();
            answers?.Dispose();
            // If the system does not allow another thread, the runtime throws an OutOfMemoryException.
            if (e is IOException or Win32Exception or UnauthorizedAccessException
                or OutOfMemoryException or TypeInitializationException)
                throw new WorkerStartException($"{NotStarted}{e.Message}{SystemLimits}", e);
            throw;
        }
    }

    /// <exception cref="MessageTooLongException">The cell is too long. The worker goes on.</exception>
    public async Task<CellEnded> RunAsync(
        ExecuteCode code, Action<WorkerMessage> meanwhile, CancellationToken cancellation)
    {
        try
        {
            CellEnded end = await _requests.AskAsync<CellEnded>(code, Take, CheckMemory, cancellation);
            PeakMemory = Math.Max(PeakMemory, end.PeakMemory);
            return end;
        }
        catch (ProcessGoneException gone)
        {
            // When the process ends, the channel is closed first. If the process does not end shortly afterwards, a
            // cell has closed the channel.
            if (gone.Broken is null)
                await _process.WaitForExitAsync(_exitTimeout);
            bool closed = ExitCode is null or WorkerProtocol.ChannelLost;
            throw new ProcessGoneException(
                gone.Broken ?? (closed ? new ChannelBrokenException("it was closed") : null));
        }

        void Take(WorkerMessage message)
        {
            if (message is ProcessExiting exiting)
                RequestedExitCode = exiting.ExitCode;
            else
                meanwhile(message);
        }
    }

    /// <returns>The cell that has to run next.</returns>
    public async Task<int> ReturnToAsync(int cell, CancellationToken cancellation) =>
        (await _requests.AskAsync<Returned>(new ReturnTo(cell), _ => { }, CheckMemory, cancellation)).Cell;

    /// <summary>The texts that the cell that has just ended wrote directly to the standard output and error of the
    /// process, not through the session.</summary>
    public async Task<(string Output, string Error)> NativeOutputAsync(int cell) =>
        (await _standardOutput.EndOfCellAsync(cell, HasEnded), await _standardError.EndOfCellAsync(cell, HasEnded));

    public void Interrupt(CodeOrigin origin) => _requests.TrySend(new StopCell(origin));

    public Task EndAsync()
    {
        HasEnded = true;
        return _process.EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!HasEnded && _requests.TrySend(new EndWorker()))
            await _process.WaitForExitAsync(_exitTimeout);
        await EndAsync();
        _requests.Dispose();
        _process.Dispose();
    }

    private static ProcessStartInfo StartOf(string notebook, string pipeName, RunOptions options)
    {
        // The location of the loaded assembly is not used: an installed tool contains a second copy of it, with machine
        // code.
        string program = Path.Combine(AppContext.BaseDirectory, "NeuralNotebooks.Runner.dll");
        var start = new ProcessStartInfo(DotnetInstallation.Program)
        {
            WorkingDirectory = Path.GetDirectoryName(notebook),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            ArgumentList = { "exec", program, WorkerProtocol.Verb, pipeName },
        };
        if (options.KitScript is not null)
            start.ArgumentList.Add(options.KitScript);
        options.SetEnvironment(start.Environment);
        start.Environment[WorkerProtocol.PathVariable] = notebook;
        return start;
    }

    private static async Task ConnectAsync(
        NamedPipeServerStream commands, NamedPipeServerStream answers, SupervisedProcess process,
        NativeOutput standardError, CancellationToken cancellation)
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        giveUp.CancelAfter(_startTimeout);
        Task connected = Task.WhenAll(
            commands.WaitForConnectionAsync(giveUp.Token), answers.WaitForConnectionAsync(giveUp.Token));
        Task exited = process.WaitForExitAsync(giveUp.Token);
        await Task.WhenAny(connected, exited);
        cancellation.ThrowIfCancellationRequested();
        if (connected.IsCompletedSuccessfully)
            return;
        string said = process.ExitCode is not null
            ? (await standardError.EndOfCellAsync(0, true)).Trim()
            : "it did not answer";
        await giveUp.CancelAsync();
        throw new WorkerStartException($"{NotStarted}{said}{SystemLimits}");
    }

    private void CheckMemory()
    {
        long used = _process.Usage(countsSharedMemory: false).Memory;
        PeakMemory = Math.Max(PeakMemory, used);
        if (_options.MemoryMegabytes <= 0
            || used <= (_options.MemoryMegabytes + MemoryBesideHeapMegabytes) * 1024 * 1024)
            return;
        UsedTooMuchMemory = true;
        _process.Kill();
    }
}

internal sealed class WorkerStartException(string message, Exception? cause = null) : Exception(message, cause);
