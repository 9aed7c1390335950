namespace NeuralNotebooks.Engine;

/// <summary>An execution of a cell or a claim: where outputs go, how it reads input, whether it must stop.</summary>
internal sealed class CellExecution : IDisposable
{
    /// <summary>The time (ms) after an interrupt in which <c>finally</c> blocks may loop, wait and write.</summary>
    private const int CleanUpTime = 1_000;

    private readonly Func<InputRequest, string> _ask;
    private readonly CancellationTokenSource _stop = new();

    /// <summary>The managed ids of the threads that have been stopped once.</summary>
    private ImmutableHashSet<int> _stoppedThreads = [];

    private long _cleanUpEnds;
    private CellResult? _failure;

    public CellExecution(CodeOrigin origin, OutputDelivery outputs, Func<InputRequest, string> ask)
    {
        (Origin, Outputs, _ask) = (origin, outputs, ask);
        Stopped = _stop.Token;
    }

    public CodeOrigin Origin { get; }

    public OutputDelivery Outputs { get; }

    /// <summary>The values that the reader has set in controls such as sliders, by the controls' names.</summary>
    public IReadOnlyDictionary<string, string>? Choices { get; init; }

    /// <summary>Whether the cell must show a script, given by its name, since no other cell has shown it.</summary>
    public Func<string, bool>? BringsScript { get; init; }

    /// <inheritdoc cref="SessionOptions.Formatter"/>
    public Func<object, string?>? Formatter { get; init; }

    /// <summary>Returns the host's extension, if it is in use.</summary>
    public Func<SessionExtension?>? Extension { get; init; }

    /// <inheritdoc cref="SessionOptions.InterruptRequested"/>
    public Func<bool>? InterruptRequested { get; init; }

    /// <summary>The event loop on which the cell's code runs; null for code that runs without one.</summary>
    public EventLoop? Loop { get; init; }

    /// <summary>The step that runs; null before it is compiled.</summary>
    public Compilation? Compilation { get; set; }

    /// <summary>Called with an exception that nothing has caught, and with the cell to which its code belongs (null if
    /// that is unknown). Returns whether it is handled.</summary>
    public Func<CellExecution?, Exception, bool>? Unhandled { get; init; }

    /// <summary>Cancelled when the cell is interrupted: everything that it has started stops at its next
    /// <see cref="InterruptPoint"/>. Tasks that outlive the cell may still ask for it.</summary>
    public CancellationToken Stopped { get; }

    public bool IsStopped => Stopped.IsCancellationRequested;

    public bool HasEnded { get; private set; }

    public CellResult? Failure => _failure;

    /// <summary>Ends this execution. Tasks that its code has started may continue.</summary>
    public void Dispose()
    {
        HasEnded = true;
        _stop.Dispose();
    }

    public void Fail(CellResult unhandled)
    {
        Interlocked.CompareExchange(ref _failure, unhandled, null);
        Outputs.Emit(unhandled.Error!);
    }

    public string Ask(InputRequest request) => _ask(request);

    public void Stop()
    {
        Interlocked.CompareExchange(ref _cleanUpEnds, Environment.TickCount64 + CleanUpTime, 0);
        Outputs.IsStopped = true;
        InterruptPoint.Watch(this);
        _stop.Cancel();
    }

    /// <summary>Claims the right to stop a thread that runs the cell's code now. After an interrupt it is true once for
    /// each thread, so that its <c>finally</c> blocks can run, and always after the time for cleaning up.</summary>
    /// <remarks>Without a lock: the thread may be interrupted while it waits for one.</remarks>
    public bool TryClaimStop(Thread thread) => IsStopped
        && (ImmutableInterlocked.Update(ref _stoppedThreads, (all, id) => all.Add(id), thread.ManagedThreadId)
            || Environment.TickCount64 >= _cleanUpEnds);
}
