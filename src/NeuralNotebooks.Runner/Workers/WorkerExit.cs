namespace NeuralNotebooks.Runner;

/// <summary>Why a worker exited while a cell was running.</summary>
/// <param name="OtherText">The text on standard error before the runtime's last message.</param>
internal sealed record WorkerExit(
    ErrorKind Kind, string Sentence, IReadOnlyList<TracebackLine> Traceback, string OtherText)
{
    private const int MaxTracebackLines = 12, Abort = 128 + 6, Killed = 128 + 9, Segmentation = 128 + 11,
        Terminated = 128 + 15;

    /// <summary>The beginnings of the runtime's last messages on standard error, what each means (null: there was not
    /// enough memory), and whether the text after it says why.</summary>
    private static readonly (string Beginning, string? Sentence, bool SaysWhy)[] _runtimeMessages =
    [
        (
            "Stack overflow.",
            "The cell ended the process with a stack overflow: infinite recursion, or recursion that is too deep.",
            false),
        ("Out of memory.", null, false),
        ("Process terminated.", "The cell ended the process by calling Environment.FailFast.", true),
        (
            "Unhandled exception.",
            "The cell ended the process with an unhandled exception in a thread or an async void method.",
            true),
        (
            "Fatal error.",
            "The process ended with a fatal runtime error, which unsafe code or a native library can cause.",
            true),
    ];

    /// <summary>The first frame below the notebook's code: of the engine, or of an async void method.</summary>
    private static readonly string[] _internalFrames =
        ["NeuralNotebooks.Engine.", "System.Runtime.CompilerServices.AsyncMethodBuilderCore"];

    public static WorkerExit Explain(
        ProcessGoneException gone, WorkerProcess worker, RunOptions options, string standardError)
    {
        if (worker.UsedTooMuchMemory)
            return new(ErrorKind.MemoryLimit, MemorySentence(options, worker.PeakMemory), [], standardError);
        if (gone.Broken is { } broken)
        {
            string sentence =
                $"The cell corrupted the channel that carries results out of the process: {broken.Message}.";
            return new(ErrorKind.ChannelBroken, sentence, [], standardError);
        }
        // Otherwise the cell may have written the same words itself.
        bool isCrash = worker.RequestedExitCode is null && HasCrashed(worker.ExitCode);
        foreach ((string beginning, string? meaning, bool saysWhy) in isCrash ? _runtimeMessages : [])
        {
            Match found = Regex.Match(standardError, $"^{Regex.Escape(beginning)}", RegexOptions.Multiline);
            if (!found.Success)
                continue;
            string text = standardError[found.Index..], before = standardError[..found.Index];
            if (meaning is null)
                return new(
                    ErrorKind.MemoryLimit, MemorySentence(options, worker.PeakMemory), UserFrames(text), before);
            string sentence = saysWhy ? $"{meaning} {MessageIn(text[beginning.Length..])}".TrimEnd() : meaning;
            return new(ErrorKind.ProcessEnded, sentence, UserFrames(text), before);
        }
        string how =
            worker.RequestedExitCode is { } asked
                ? Invariant($"The cell ended the process by calling Environment.Exit({asked}).")
            : worker.ExitCode is { } code
                ? Invariant($"The process ended while the cell was running, with exit code {code}{Signal(code)}.")
            : "The process ended while the cell was running.";
        return new(ErrorKind.ProcessEnded, how, [], standardError);
    }

    /// <param name="peakMemory">The peak memory (bytes). If it is far below the limit, another cause is reported: the
    /// runtime also throws an OutOfMemoryException if the system does not allow another thread.</param>
    public static string MemorySentence(RunOptions options, long peakMemory)
    {
        long limit = options.MemoryMegabytes, peak = peakMemory / (1024 * 1024);
        if (limit == 0)
            return "The cell needed more memory than there is.";
        string allowed = Invariant($"{limit} MB (--memory)");
        if (IsNearLimit(options, peakMemory))
            return $"The cell needed more memory than a notebook may use: {allowed}.";
        string at = Invariant($"{peak} MB");
        return $"The cell got no more memory at {at}, far from its limit of {allowed}: "
            + "it asked for much at once, or the system allows fewer threads or less memory (ulimit -u, ulimit -v).";
    }

    public static bool IsNearLimit(RunOptions options, long peakMemory) =>
        peakMemory / (1024 * 1024) >= options.MemoryMegabytes / 2;

    /// <summary>Whether a process with this exit code was ended by its runtime or the system, as a crash.</summary>
    internal static bool HasCrashed(int? code) =>
        OperatingSystem.IsWindows() ? code < 0 : code is > 128 and not (Killed or Terminated);

    private static string Signal(int code)
        => OperatingSystem.IsWindows() ? "" : code switch
        {
            Abort => " (abort)",
            Killed => " (killed from outside, often because the machine ran out of memory)",
            Segmentation => " (segmentation fault: unsafe code or a native library)",
            Terminated => " (terminated from outside, by SIGTERM)",
            _ => "",
        };

    private static string MessageIn(string words) =>
        words.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0) is { } first
        && !IsFrame(first)
            ? TypeName.WithoutScriptClass(first) : "";

    /// <summary>The frames of the notebook's code and of the methods that it calls, without those of the engine and the
    /// runtime.</summary>
    private static TracebackLine[] UserFrames(string words)
        => [.. words.Split('\n').Select(line => line.Trim())
            .Where(line => IsFrame(line) || line.StartsWith("Repeat", StringComparison.Ordinal))
            .TakeWhile(line => !_internalFrames.Any(name => line.Contains(name)))
            .Take(MaxTracebackLines)
            .Select(line => new TracebackLine(StackFrameText.Readable(line), TracebackKind.Frame))];

    private static bool IsFrame(string line) => line.StartsWith("at ", StringComparison.Ordinal);
}
