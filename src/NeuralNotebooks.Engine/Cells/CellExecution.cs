namespace NeuralNotebooks.Engine;

/// <summary>One execution of a cell: where its outputs go, how it reads input, and whether it must stop.</summary>
/// <remarks>An execution flows, as an <see cref="AsyncLocal{T}"/>, to the tasks, threads and timers that its code
/// starts. Code that suppresses this flow belongs to no execution: its outputs go to the running cell, and no interrupt
/// stops it.</remarks>
internal sealed class CellExecution : IDisposable
{
    /// <summary>The time (ms) after an interrupt in which <c>finally</c> blocks may loop, wait and write.</summary>
    private const int CleanUpTime = 1_000;

    [ThreadStatic]
    private static CellExecution? _ofThread;

    private static readonly AsyncLocal<CellExecution?> _own = new(change => _ofThread = change.CurrentValue);
    private static volatile CellExecution? _running;

    private readonly Func<InputRequest, string> _ask;
    private readonly CancellationTokenSource _stop = new();

    /// <summary>The managed ids of the threads that have been stopped once.</summary>
    private ImmutableHashSet<int> _stoppedThreads = [];

    private long _cleanUpEnds;
    private CellResult? _failure;

    public CellExecution(int number, OutputDelivery outputs, Func<InputRequest, string> ask)
    {
        (Number, Outputs, _ask) = (number, outputs, ask);
        Stopped = _stop.Token;
    }

    /// <summary>The execution to which the calling code belongs, even if it has ended; null if there is none.</summary>
    public static CellExecution? Own => _ofThread;

    /// <summary>The execution that has begun and not ended, if any.</summary>
    public static CellExecution? Running => _running;

    /// <summary>The execution to which the calling code belongs; if there is none, the one that is running.</summary>
    public static CellExecution? OwnOrRunning => Own ?? Running;

    /// <inheritdoc cref="OwnOrRunning"/>
    /// <exception cref="InvalidOperationException">There is neither.</exception>
    public static CellExecution Current =>
        OwnOrRunning
        ?? throw new InvalidOperationException("Nothing can be shown or asked now: no cell is running.");

    /// <summary>The execution count of the cell.</summary>
    public int Number { get; }

    /// <summary>Receives the values and the text that the cell shows.</summary>
    public OutputDelivery Outputs { get; }

    /// <summary>The values that the reader has set in controls such as sliders, by the controls' names.</summary>
    public IReadOnlyDictionary<string, string>? Choices { get; init; }

    /// <summary>Whether the cell must show a script, given by its name, since no other cell has shown it.</summary>
    public Func<string, bool>? BringsScript { get; init; }

    /// <inheritdoc cref="SessionOptions.Formatter"/>
    public Func<object, string?>? Formatter { get; init; }

    /// <summary>The format of a value of which the session's extension knows more than the engine; null if the session
    /// has none.</summary>
    public Func<object, MimeBundle?>? FormatOfExtension { get; init; }

    /// <summary>As <see cref="FormatOfExtension"/>, but only the HTML, for a value that is part of another
    /// value.</summary>
    public Func<object, string?>? HtmlOfExtension { get; init; }

    /// <summary>The event loop on which the cell's code runs; null for code that runs without one.</summary>
    public EventLoop? Loop { get; init; }

    /// <summary>Called with an unhandled exception that is thrown after the cell's code has ended.</summary>
    public Action<CellExecution, Exception>? Unhandled { get; init; }

    /// <summary>Cancelled when the cell is interrupted: everything that it has started stops at its next
    /// <see cref="InterruptPoint"/>. Tasks that outlive the cell may still ask for it.</summary>
    public CancellationToken Stopped { get; }

    public bool IsStopped => Stopped.IsCancellationRequested;

    /// <summary>Starts this execution: the caller's asynchronous flow belongs to it from now on.</summary>
    public void Begin() => _own.Value = _running = this;

    /// <summary>Ends this execution: no cell is running now. Tasks that its code has started may continue.</summary>
    public void Dispose()
    {
        _running = null;
        _stop.Dispose();
    }

    /// <summary>The first exception of the cell that nothing has caught; null if there is none.</summary>
    public CellResult? Failure => _failure;

    /// <summary>Shows an exception that nothing has caught.</summary>
    public void Fail(CellResult unhandled)
    {
        Interlocked.CompareExchange(ref _failure, unhandled, null);
        Outputs.Emit(unhandled.Error!);
    }

    /// <summary>Asks the user for a line of input.</summary>
    public string Ask(InputRequest request) => _ask(request);

    public void Stop()
    {
        Interlocked.CompareExchange(ref _cleanUpEnds, Environment.TickCount64 + CleanUpTime, 0);
        Outputs.IsStopped = true;
        InterruptPoint.Watch();
        _stop.Cancel();
    }

    /// <summary>Whether to stop a thread that runs the cell's code now. True once for each thread, so that its
    /// <c>finally</c> blocks can run; always true after the time for cleaning up.</summary>
    /// <remarks>Without a lock: the thread may be interrupted while it waits for one.</remarks>
    public bool MustStop(Thread thread) => IsStopped
        && (ImmutableInterlocked.Update(ref _stoppedThreads, (all, id) => all.Add(id), thread.ManagedThreadId)
            || Environment.TickCount64 >= _cleanUpEnds);
}
