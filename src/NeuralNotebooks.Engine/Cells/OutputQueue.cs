using System.Runtime.ExceptionServices;

namespace NeuralNotebooks.Engine;

/// <summary>Delivers a cell's outputs from a dedicated thread, in order, and joins short pieces of console
/// text.</summary>
/// <remarks>The cell's threads, which may be interrupted, never run the sink's code. The queue has a limited capacity:
/// the cell's threads wait when the sink is slower than they are, so output cannot fill the memory. A stopped cell does
/// not wait: its further outputs are dropped if the queue is full. Outputs from before the interrupt are still
/// delivered, since they may show how far the cell has come, and the limited capacity keeps this fast. Outputs that
/// tasks produce after their cell's end are called late; a new thread delivers them and ends when there are no
/// more.</remarks>
internal sealed class OutputQueue : OutputDelivery
{
    /// <summary>The capacity in characters, including the output that is being delivered. A longer output is accepted
    /// when the queue is empty.</summary>
    internal const int Capacity = 256 * 1024;

    /// <summary>The cost of an output in addition to its text, in characters, so that many small outputs fill the queue
    /// as well.</summary>
    internal const int Overhead = 256;

    private const int PieceLength = 16 * 1024;
    private static readonly TimeSpan _textDelay = TimeSpan.FromMilliseconds(30);

    /// <summary>How often a waiting thread checks whether its cell has been stopped.</summary>
    private static readonly TimeSpan _pollInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>Queues that are delivering late outputs.</summary>
    private static readonly HashSet<OutputQueue> _late = [];

    private readonly object _gate = new();
    private readonly IOutputSink _sink;
    private Task _delivery;
    private readonly LinkedList<Delivery> _pending = [];
    private readonly Dictionary<string, LinkedListNode<Delivery>> _updates = [];
    private readonly StringBuilder _text = new();
    private StreamName _textStream;
    private long _nextText, _length;
    private bool _completed, _delivering = true, _isLate;
    private Exception? _failure;

    public OutputQueue(IOutputSink sink)
    {
        _sink = sink;
        _delivery = BeginDelivery();
    }

    /// <summary>Returns when all late outputs written before the call have been delivered.</summary>
    public static void FlushLate()
    {
        OutputQueue[] queues;
        lock (_late)
            queues = [.. _late];
        foreach (OutputQueue queue in queues)
            queue.Flush();
    }

    public override void Write(StreamName stream, string chars)
    {
        using EngineWaits waits = EngineWaits.Begin();
        lock (_gate)
        {
            if (!WaitForRoom(chars.Length, null))
                return;
            WakeDelivery();
            if (stream != _textStream)
                EndText();
            _textStream = stream;
            _text.Append(chars);
            _length += chars.Length;
        }
    }

    public override void Flush()
    {
        using EngineWaits waits = EngineWaits.Begin();
        lock (_gate)
        {
            bool delivered = false;
            WakeDelivery();
            EndText();
            Enqueue(new Delivery(_ => Volatile.Write(ref delivered, true), 0));
            while (!Volatile.Read(ref delivered) && _failure is null)
                Monitor.Wait(_gate);
        }
    }

    public override Task CompleteAsync()
    {
        Task untilNow = _delivery;
        lock (_gate)
        {
            _completed = true;
            Monitor.PulseAll(_gate);
        }
        untilNow.Wait(); // Blocks the cell's thread: a continuation might have to wait for a busy thread pool.
        if (_failure is not null)
            ExceptionDispatchInfo.Throw(_failure);
        return Task.CompletedTask;
    }

    protected override void Add(Delivery delivery)
    {
        using EngineWaits waits = EngineWaits.Begin();
        lock (_gate)
        {
            if (!WaitForRoom(delivery.Length, delivery))
                return;
            WakeDelivery();
            if (Earlier(delivery) is { } earlier)
            {
                _length += delivery.Length - earlier.Value.Length;
                earlier.Value = delivery;
                return;
            }
            EndText();
            Enqueue(delivery);
        }
    }

    private Task BeginDelivery() =>
        Task.Factory.StartNew(Deliver, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <returns>True if there is room; false if the cell has been stopped or the sink has failed.</returns>
    private bool WaitForRoom(long length, Delivery? delivery)
    {
        // An update that replaces a pending update of the same display needs room only if it is longer.
        long Growth() => length - (Earlier(delivery)?.Value.Length ?? 0);
        while (_failure is null && _length > 0 && Growth() is > 0 and var growth && _length + growth > Capacity)
        {
            if (IsStopped && delivery is not { IsError: true })
                return false;
            Monitor.Wait(_gate, _pollInterval);
        }
        return _failure is null;
    }

    /// <summary>A pending update of the same display, which a new update replaces.</summary>
    private LinkedListNode<Delivery>? Earlier(Delivery? delivery)
        => delivery?.UpdatedId is { } id ? _updates.GetValueOrDefault(id) : null;

    /// <summary>Starts or wakes the thread that delivers. Called before an output is added, so that a thread that is
    /// interrupted here has not changed the queue.</summary>
    private void WakeDelivery()
    {
        if (!_delivering)
        {
            lock (_late)
                _late.Add(this);
            _delivery = BeginDelivery();
            (_delivering, _isLate) = (true, true);
        }
        Monitor.PulseAll(_gate);
    }

    /// <summary>Turns the text written so far into one output, so that the next output comes after it.</summary>
    private void EndText()
    {
        if (_text.Length == 0)
            return;
        var output = new StreamOutput(_textStream, _text.ToString());
        _length -= _text.Length; // Enqueue counts it as an output.
        _text.Clear();
        Enqueue(new Delivery(sink => sink.Emit(output), output.Text.Length));
    }

    private void Enqueue(Delivery delivery)
    {
        LinkedListNode<Delivery> added = _pending.AddLast(delivery);
        _length += delivery.Length + Overhead;
        if (delivery.UpdatedId is { } id)
            _updates[id] = added;
    }

    private void Deliver()
    {
        Delivery? delivered = null;
        while ((delivered = TakeAfter(delivered)) is not null)
        {
            try
            {
                if (_failure is null)
                    delivered.Call(_sink);
            }
            catch (Exception e)
            {
                lock (_gate)
                    _failure = e;
            }
        }
    }

    /// <summary>Removes the next output from the queue; null when the cell has ended and the queue is empty. The first
    /// text is delivered immediately, in case the process is about to crash; later text waits briefly, so that short
    /// pieces are joined.</summary>
    private Delivery? TakeAfter(Delivery? delivered)
    {
        lock (_gate)
        {
            if (delivered is not null)
                _length -= delivered.Length + Overhead;
            Monitor.PulseAll(_gate);
            while (_pending.Count == 0 && _text.Length == 0)
            {
                if (_completed)
                {
                    _delivering = false;
                    lock (_late)
                        _late.Remove(this);
                    return null;
                }
                Monitor.Wait(_gate);
            }
            while (
                _pending.Count == 0
                && _text.Length < PieceLength
                && (!_completed || _isLate)
                && _nextText - Environment.TickCount64 is > 0 and var left
            )
                Monitor.Wait(_gate, (int)left);
            _nextText = Environment.TickCount64 + (long)_textDelay.TotalMilliseconds;

            if (_pending.Count == 0)
                EndText();
            Delivery next = _pending.First!.Value;
            _pending.RemoveFirst();
            if (next.UpdatedId is { } id)
                _updates.Remove(id);
            return next;
        }
    }
}
