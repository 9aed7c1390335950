namespace NeuralNotebooks.Classroom;

/// <summary>The grader's handle of a judged process. It sends one request at a time and enforces the limits while it
/// waits for the reply. The process is untrusted, so every reply is checked.</summary>
internal sealed class JudgedProcess : IAsyncDisposable
{
    /// <summary>The smallest fraction of the elapsed time that counts, even if the process has waited for a busy
    /// processor all the time.</summary>
    private const double MinWallFraction = 0.1;

    private const int MaxTranscriptLength = 64 * 1024;
    private static readonly TimeSpan _startLimit = TimeSpan.FromSeconds(60),
        _firstCheck = TimeSpan.FromMilliseconds(25),
        _maxCheckInterval = TimeSpan.FromMilliseconds(200),
        _exitTimeout = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly SandboxedStart _start;
    private readonly MessageChannel<JudgeMessage> _channel;
    private readonly StringBuilder _transcript = new();
    private readonly Task _reading;
    private Task? _ready;
    private TimeSpan _cpuAtStart;
    private bool _hasEnded;

    private JudgedProcess(
        Process process,
        SandboxedStart start,
        JudgedPlace place,
        MessageChannel<JudgeMessage> channel
    )
    {
        (_process, _start, Place, _channel) = (process, start, place, channel);
        _reading = Task.Run(ReadTranscriptAsync);
    }

    /// <summary>The program of the process, its sandbox and its limits.</summary>
    public JudgedPlace Place { get; }

    /// <summary>The number of requests so far.</summary>
    public int Questions { get; private set; }

    /// <summary>CPU time that it and its descendants have used since it was ready, as of the last sample.</summary>
    public TimeSpan Cpu { get; private set; }

    /// <summary>The elapsed time of all requests, minus the time in which the process waited for a busy
    /// processor.</summary>
    public TimeSpan Wall { get; private set; }

    /// <summary>Starts a process, and returns before it is ready. The first request waits for that.</summary>
    /// <exception cref="JudgeException">The process cannot be started.</exception>
    public static JudgedProcess Start(JudgedPlace place, int core)
    {
        SandboxedStart start = place.Sandbox.Prepare(place.Verb, place.Folder, place.Limits, core);
        ProcessStartInfo info = start.Start;
        (info.RedirectStandardInput, info.RedirectStandardOutput, info.RedirectStandardError) = (true, true, true);
        (info.UseShellExecute, info.CreateNoWindow) = (false, true);
        Process process;
        try
        {
            process = ProcessStarter.Start(info);
        }
        catch (JudgeException)
        {
            start.Group?.Delete();
            Directory.Delete(start.Scratch, recursive: true);
            throw;
        }
        try
        {
            ChannelTokens tokens = ChannelTokens.Create();
            Stream sending = process.StandardInput.BaseStream;
            sending.Write(Encoding.ASCII.GetBytes(tokens.ForOtherEnd() + "\n"));
            sending.Flush();
            // Replies of a process that runs a submission's code have a lower limit.
            int largest = place.Verb == RunnerProgram.Verb ? AnswerLimits.Message : MessageChannel.MaxMessageBytes;
            var channel = new MessageChannel<JudgeMessage>(
                process.StandardOutput.BaseStream,
                sending,
                tokens,
                JudgeMessageJson.Default.JudgeMessage,
                MessageChannel.MaxMessageBytes,
                largest
            );
            var judged = new JudgedProcess(process, start, place, channel);
            judged._ready = judged.ExchangeAsync<ProcessReady>(null);
            return judged;
        }
        catch (IOException e)
        {
            throw new JudgeException($"A process for judging could not be started: {e.Message}", e);
        }
    }

    /// <summary>Sends a request and waits for the reply.</summary>
    /// <param name="question">The request.</param>
    /// <param name="cpu">The limit of CPU time until the reply.</param>
    /// <param name="wall">The limit of time until the reply, measured like <see cref="Wall"/>.</param>
    /// <param name="cancellation">Cancels the request and ends the process.</param>
    /// <exception cref="JudgedProcessLostException">There is no valid reply, and the process has ended.</exception>
    /// <exception cref="JudgeException">The process never became ready.</exception>
    public async Task<T> AskAsync<T>(JudgeMessage question, TimeSpan cpu, TimeSpan wall, CancellationToken cancellation)
        where T : JudgeMessage
    {
        Questions++;
        await WaitUntilReadyAsync(cancellation);
        TimeSpan before = Cpu, untilCheck = _firstCheck, starved = TimeSpan.Zero;
        TimeSpan? starvedBefore = null;
        long start = Stopwatch.GetTimestamp();
        Task<T> answer = ExchangeAsync<T>(question);
        try
        {
            while (await Task.WhenAny(answer, Task.Delay(untilCheck, cancellation)) != answer)
            {
                cancellation.ThrowIfCancellationRequested();
                ProcessUsage usage = SampleUsage();
                starvedBefore ??= usage.Starved;
                starved = usage.Starved - starvedBefore.Value;
                untilCheck = untilCheck * 2 < _maxCheckInterval ? untilCheck * 2 : _maxCheckInterval;
                if (Cpu - before > cpu || WallOf(Stopwatch.GetElapsedTime(start), starved) > wall)
                    throw new JudgedProcessLostException(NoAnswerReason.TimeLimit);
                if (usage.Memory > Place.Limits.MemoryBytes)
                    throw new JudgedProcessLostException(NoAnswerReason.MemoryLimit);
                if (usage.Threads > 2 * SandboxLimits.Threads) // Where the system enforces no limit.
                    throw new JudgedProcessLostException(NoAnswerReason.ProcessEnded);
            }
            return await answer;
        }
        catch (Exception e)
        {
            End();
            await ((Task)answer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await ReadToEndAsync();
            if (e is not JudgedProcessLostException lost)
                throw;
            bool isMemory = lost.Reason == NoAnswerReason.ProcessEnded && _start.Group?.HasExceeded == true;
            throw new JudgedProcessLostException(isMemory ? NoAnswerReason.MemoryLimit : lost.Reason, lost)
            {
                Transcript = TakeTranscript(),
            };
        }
        finally
        {
            Wall += WallOf(Stopwatch.GetElapsedTime(start), starved);
        }
    }

    /// <summary>Measures the resources that the process uses. Most replies arrive before the first sample, which takes
    /// longer than they do.</summary>
    public ProcessUsage SampleUsage()
    {
        ProcessUsage usage = ProcessUsage.Of(_process);
        if (usage.Cpu - _cpuAtStart > Cpu)
            Cpu = usage.Cpu - _cpuAtStart; // A process that has ended reports 0.
        return usage;
    }

    /// <summary>Returns what the process has printed since the last call, truncated.</summary>
    public string TakeTranscript()
    {
        lock (_transcript)
        {
            string text = _transcript.ToString();
            _transcript.Clear();
            return text;
        }
    }

    public async ValueTask DisposeAsync()
    {
        End();
        using var timeout = new CancellationTokenSource(_exitTimeout);
        await _process.WaitForExitAsync(timeout.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ReadToEndAsync();
        _channel.Dispose();
        _process.Dispose();
        // The group can be deleted only after its last process has ended.
        while (_start.Group?.Delete() == false && !timeout.IsCancellationRequested)
            await Task.Delay(_firstCheck, CancellationToken.None);
        try
        {
            Directory.Delete(_start.Scratch, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Debug.WriteLine(e.Message); // A process that has just ended may still hold it open.
        }
    }

    private async Task WaitUntilReadyAsync(CancellationToken cancellation)
    {
        if (_ready is not { } ready)
            return;
        _ready = null;
        try
        {
            await ready.WaitAsync(_startLimit, cancellation);
            _cpuAtStart = ProcessUsage.Of(_process).Cpu;
        }
        catch (Exception e) when (e is JudgedProcessLostException or TimeoutException)
        {
            End();
            await ReadToEndAsync();
            throw new JudgeException($"A process for judging could not be started. {TakeTranscript().Trim()}", e);
        }
    }

    /// <summary>The time that counts against a limit: the elapsed time minus the time spent waiting for a processor,
    /// but at least a fixed fraction of the elapsed time.</summary>
    internal static TimeSpan WallOf(TimeSpan elapsed, TimeSpan starved) =>
        TimeSpan.FromTicks(Math.Max((elapsed - starved).Ticks, (MinWallFraction * elapsed).Ticks));

    /// <summary>Sends a request, if there is one, and waits for the reply. It runs on a dedicated thread, since reading
    /// from the channel blocks.</summary>
    private Task<T> ExchangeAsync<T>(JudgeMessage? question)
        where T : JudgeMessage =>
        Task.Factory.StartNew(
            () =>
            {
                try
                {
                    if (question is not null)
                        _channel.Send(question);
                    return _channel.Receive() as T ?? throw new JudgedProcessLostException(NoAnswerReason.ProcessEnded);
                }
                catch (Exception e) when (e is IOException or ObjectDisposedException or ChannelBrokenException)
                {
                    throw new JudgedProcessLostException(NoAnswerReason.ProcessEnded, e);
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );

    private async Task ReadToEndAsync() =>
        await _reading
            .WaitAsync(_exitTimeout, CancellationToken.None)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task ReadTranscriptAsync()
    {
        char[] buffer = new char[4096];
        try
        {
            int read;
            while ((read = await _process.StandardError.ReadAsync(buffer)) > 0)
                lock (_transcript)
                    _transcript.Append(buffer, 0, Math.Min(read, MaxTranscriptLength - _transcript.Length));
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // A broken pipe is treated as the end of the stream.
        }
    }

    private void End()
    {
        if (_hasEnded)
            return;
        _hasEnded = true;
        ProcessTree.End(_process, _start.Mark);
    }
}

/// <summary>A judged process has ended without a reply.</summary>
internal sealed class JudgedProcessLostException(NoAnswerReason reason, Exception? cause = null)
    : Exception("The judged process has ended without a reply.", cause)
{
    /// <summary>Why.</summary>
    public NoAnswerReason Reason { get; } = reason;

    /// <summary>What the process has printed.</summary>
    public string Transcript { get; set; } = "";
}
