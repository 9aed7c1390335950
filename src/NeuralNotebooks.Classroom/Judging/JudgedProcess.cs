namespace NeuralNotebooks.Classroom;

/// <summary>A judged process, as the grader sees it: asked one question at a time, within limits. It is untrusted; only
/// its answer is used.</summary>
internal sealed class JudgedProcess : IAsyncDisposable
{
    /// <summary>However busy the machine is, at least this fraction of the elapsed time counts.</summary>
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

    /// <summary>What it is for, and what it may see and use.</summary>
    public JudgedPlace Place { get; }

    /// <summary>How many questions it has been asked.</summary>
    public int Questions { get; private set; }

    /// <summary>CPU time that it has used since it was ready, including its descendants, as of the last look.</summary>
    public TimeSpan Cpu { get; private set; }

    /// <summary>The time that its answers took, minus the time that it waited for a busy processor.</summary>
    public TimeSpan Wall { get; private set; }

    /// <summary>Starts a process; it is warm when the first question is answered.</summary>
    /// <exception cref="JudgeException">It cannot be started.</exception>
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
            // Answers from submissions' code have a lower limit.
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

    /// <summary>Asks a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cpu">CPU time for the answer.</param>
    /// <param name="wall">Time for the answer, measured like <see cref="Wall"/>.</param>
    /// <param name="cancellation">Ends the process.</param>
    /// <exception cref="JudgedProcessLostException">There is no answer, and the process is gone.</exception>
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
                if (usage.Threads > 2 * SandboxLimits.Threads) // In case no system limit counts them.
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

    /// <summary>Samples what it uses. Most questions are answered before the first sample, which costs more than they
    /// do.</summary>
    public ProcessUsage SampleUsage()
    {
        ProcessUsage usage = ProcessUsage.Of(_process);
        if (usage.Cpu - _cpuAtStart > Cpu)
            Cpu = usage.Cpu - _cpuAtStart; // An ended process reports 0.
        return usage;
    }

    /// <summary>What it has printed since the last call, truncated.</summary>
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
        // Its last processes are still ending.
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

    /// <summary>The time that counts against a limit: the elapsed time, minus the time spent waiting for a processor,
    /// but at least a fraction.</summary>
    internal static TimeSpan WallOf(TimeSpan elapsed, TimeSpan starved) =>
        TimeSpan.FromTicks(Math.Max((elapsed - starved).Ticks, (MinWallFraction * elapsed).Ticks));

    /// <summary>Sends a message, if there is one, and waits for the answer, on a thread of its own, since the channel
    /// blocks.</summary>
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
            // Treated like the end of the stream.
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

/// <summary>A judged process ended without an answer.</summary>
internal sealed class JudgedProcessLostException(NoAnswerReason reason, Exception? cause = null)
    : Exception("The judged process is gone.", cause)
{
    /// <summary>Why.</summary>
    public NoAnswerReason Reason { get; } = reason;

    /// <summary>What it printed.</summary>
    public string Transcript { get; set; } = "";
}
