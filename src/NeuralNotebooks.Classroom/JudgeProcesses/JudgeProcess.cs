namespace NeuralNotebooks.Classroom;

/// <summary>The grader's handle of a judge process. It sends one request at a time and enforces the limits while it
/// waits for the reply. The process is untrusted, so every reply is checked.</summary>
internal sealed class JudgeProcess<TMessage> : IAsyncDisposable where TMessage : JudgeMessage
{
    /// <summary>The smallest fraction of the elapsed time that counts, even if the process has waited for a busy
    /// processor all the time.</summary>
    private const double MinWallFraction = 0.1;

    /// <summary>The most characters that are kept of what a process prints, and of a task's whole transcript.</summary>
    public const int MaxTranscript = 64 * 1024;

    private static readonly TimeSpan _startLimit = TimeSpan.FromSeconds(60),
        _transcriptTimeout = TimeSpan.FromSeconds(2);

    private readonly SupervisedProcess _process;
    private readonly JudgeStart _start;
    private readonly RequestClient<JudgeMessage> _requests;
    private readonly CollectedText _transcript;
    private Task<JudgeMessage>? _ready;
    private TimeSpan _cpuAtStart;

    private JudgeProcess(
        SupervisedProcess process, JudgeStart start, ProcessSpec<TMessage> spec, RequestClient<JudgeMessage> requests)
    {
        (_process, _start, Spec, _requests) = (process, start, spec, requests);
        _transcript = new CollectedText(process.StandardError, MaxTranscript);
        _ready = requests.ReceiveAsync();
    }

    public ProcessSpec<TMessage> Spec { get; }

    public int RequestCount { get; private set; }

    public bool HasEnded => _process.ExitCode is not null;

    /// <summary>CPU time that it and its descendants have used since it was ready, as of the last sample.</summary>
    public TimeSpan Cpu { get; private set; }

    /// <summary>The elapsed time of all requests, minus the time in which the process waited for a busy
    /// processor.</summary>
    public TimeSpan Wall { get; private set; }

    /// <summary>Starts a process, and returns before it is ready. The first request waits for that.</summary>
    public static JudgeProcess<TMessage> Start(ProcessSpec<TMessage> spec, int core)
    {
        JudgeStart start = spec.Sandbox.Prepare(spec.Verb, spec.Folder, spec.Limits, core);
        SupervisedProcess? process = null;
        try
        {
            ChannelTokens tokens = ChannelTokens.Create();
            process = SupervisedProcess.Start(start.Start, tokens.ForOtherEnd() + "\n", start.IsMarked);
            var channel = new MessageChannel<JudgeMessage>(
                process.StandardOutput.BaseStream, process.StandardInput.BaseStream, tokens,
                JudgeMessageJson.Default.JudgeMessage, spec.MaxReply);
            return new JudgeProcess<TMessage>(process, start, spec, new(channel));
        }
        catch (Exception e)
        {
            process?.Kill();
            process?.Dispose();
            start.Release();
            throw new JudgeException($"A process for judging could not be started: {e.Message}", e);
        }
    }

    /// <param name="wall">The limit of time until the reply, measured like <see cref="Wall"/>.</param>
    /// <exception cref="JudgeProcessLostException">There is no valid reply, and the process has ended.</exception>
    public async Task<T> AskAsync<T>(TMessage request, TimeSpan cpu, TimeSpan wall, CancellationToken cancellation)
        where T : TMessage
    {
        RequestCount++;
        await WaitUntilReadyAsync(cancellation);
        TimeSpan before = Cpu, starved = TimeSpan.Zero;
        TimeSpan? starvedBefore = null;
        long start = Stopwatch.GetTimestamp();
        try
        {
            return await _requests.AskAsync<T>(request, Refuse, CheckLimits, cancellation);
        }
        catch (Exception e)
        {
            await EndAsync();
            MissingReason? reason =
                e is JudgeProcessLostException lost ? lost.Reason
                : e is ProcessGoneException or MessageTooLongException ? MissingReason.ProcessEnded : null;
            if (reason is null)
                throw;
            bool isMemory = reason == MissingReason.ProcessEnded && _start.Group?.HasExceeded == true;
            throw new JudgeProcessLostException(isMemory ? MissingReason.MemoryLimit : reason.Value, e)
            {
                Transcript = ReadTranscript(),
            };
        }
        finally
        {
            Wall += WallOf(Stopwatch.GetElapsedTime(start), starved);
        }

        void CheckLimits()
        {
            ProcessUsage usage = SampleUsage();
            starvedBefore ??= usage.Starved;
            starved = usage.Starved - starvedBefore.Value;
            if (Cpu - before > cpu || WallOf(Stopwatch.GetElapsedTime(start), starved) > wall)
                throw new JudgeProcessLostException(MissingReason.TimeLimit);
            if (usage.Memory > Spec.Limits.MemoryBytes)
                throw new JudgeProcessLostException(MissingReason.MemoryLimit);
            if (usage.Threads > 2 * SandboxLimits.Threads) // Where the system enforces no limit.
                throw new JudgeProcessLostException(MissingReason.ProcessEnded);
        }
    }

    /// <summary>Measures the resources that the process uses. Most replies arrive before the first sample, which takes
    /// longer than they do.</summary>
    public ProcessUsage SampleUsage()
    {
        ProcessUsage usage = _process.Usage(countsSharedMemory: true);
        if (usage.Cpu - _cpuAtStart > Cpu)
            Cpu = usage.Cpu - _cpuAtStart; // A process that has ended reports 0.
        return usage;
    }

    /// <summary>Returns what the process has printed since the last call, truncated.</summary>
    public string ReadTranscript() => _transcript.ReadNew();

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _requests.Dispose();
        _process.Dispose();
        await _start.ReleaseAsync();
    }

    /// <summary>The time that counts against a limit: the elapsed time minus the time spent waiting for a processor,
    /// but at least a fixed fraction of the elapsed time.</summary>
    internal static TimeSpan WallOf(TimeSpan elapsed, TimeSpan starved) =>
        TimeSpan.FromTicks(Math.Max((elapsed - starved).Ticks, (MinWallFraction * elapsed).Ticks));

    private async Task WaitUntilReadyAsync(CancellationToken cancellation)
    {
        if (_ready is not { } ready)
            return;
        _ready = null;
        try
        {
            if (await ready.WaitAsync(_startLimit, cancellation) is not ProcessReady)
                throw new ProcessGoneException();
            _cpuAtStart = _process.Usage(countsSharedMemory: false).Cpu;
        }
        catch (Exception e) when (e is ProcessGoneException or TimeoutException)
        {
            await EndAsync();
            throw new JudgeException($"A process for judging could not be started. {ReadTranscript().Trim()}", e);
        }
    }

    /// <summary>Ends the process, and waits until everything that it has printed has been read.</summary>
    private async Task EndAsync()
    {
        await _process.EndAsync();
        await _transcript.End.WaitAsync(_transcriptTimeout, CancellationToken.None)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Ends the waiting for a reply, since the process may send nothing but the reply.</summary>
    private static void Refuse(JudgeMessage message) => throw new JudgeProcessLostException(MissingReason.ProcessEnded);
}

internal sealed class JudgeProcessLostException(MissingReason reason, Exception? cause = null)
    : Exception("The judge process has ended without a reply.", cause)
{
    public MissingReason Reason { get; } = reason;

    public string Transcript { get; set; } = "";
}
