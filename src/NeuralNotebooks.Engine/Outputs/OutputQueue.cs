using System.Runtime.ExceptionServices;

namespace NeuralNotebooks.Engine;

/// <summary>Delivers a cell's outputs in order, from a dedicated thread, and joins short pieces of text.</summary>
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
    private static readonly TimeSpan _textDelay = TimeSpan.FromMilliseconds(30),
        _pollInterval = TimeSpan.FromMilliseconds(50);

    private readonly object _gate = new();
    private readonly IOutputSink _sink;
    private readonly ConcurrentDictionary<OutputQueue, bool> _late;
    private Task _delivery;
    private readonly LinkedList<Entry> _pending = [];
    private readonly Dictionary<string, LinkedListNode<Entry>> _updates = [];
    private readonly StringBuilder _text = new();
    private StreamName _textStream;
    private long _nextText, _length;
    private int _waiting;
    private bool _completed, _delivering = true, _isLate;
    private Exception? _failure;

    /// <param name="late">Contains this queue while it delivers late outputs.</param>
    public OutputQueue(IOutputSink sink, ConcurrentDictionary<OutputQueue, bool> late)
    {
        (_sink, _late) = (sink, late);
        _delivery = BeginDelivery();
    }

    public override bool IsWaiting => Volatile.Read(ref _waiting) > 0;

    public override void Write(StreamName stream, string chars)
    {
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
        lock (_gate)
        {
            var marker = new Entry(null);
            WakeDelivery();
            EndText();
            Enqueue(marker);
            while (!marker.IsDelivered && _failure is null)
                Wait(Timeout.InfiniteTimeSpan);
        }
    }

    public override void Complete()
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
    }

    public override void Emit(OutputEvent shown)
    {
        var entry = new Entry(shown);
        lock (_gate)
        {
            if (!WaitForRoom(entry.Length, shown))
                return;
            WakeDelivery();
            if (Earlier(shown) is { } earlier)
            {
                _length += entry.Length - earlier.Value.Length;
                earlier.Value = entry;
                return;
            }
            EndText();
            Enqueue(entry);
        }
    }

    private Task BeginDelivery() =>
        Task.Factory.StartNew(Deliver, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <returns>True if there is room; false if the cell has been stopped or the sink has failed.</returns>
    private bool WaitForRoom(long length, OutputEvent? shown)
    {
        // An update that replaces a pending update of the same display needs room only if it is longer.
        long Growth() => length - (Earlier(shown)?.Value.Length ?? 0);
        while (_failure is null && _length > 0 && Growth() is > 0 and var growth && _length + growth > Capacity)
        {
            if (IsStopped && shown is not ErrorOutput)
                return false;
            Wait(_pollInterval);
        }
        return _failure is null;
    }

    private void Wait(TimeSpan time)
    {
        _waiting++;
        try
        {
            Monitor.Wait(_gate, time);
        }
        finally
        {
            _waiting--;
        }
    }

    private LinkedListNode<Entry>? Earlier(OutputEvent? shown) =>
        shown is DisplayUpdate update ? _updates.GetValueOrDefault(update.DisplayId) : null;

    /// <summary>Starts or wakes the thread that delivers. Called before an output is added, so that a thread that is
    /// interrupted here has not changed the queue.</summary>
    private void WakeDelivery()
    {
        if (!_delivering)
        {
            _late[this] = true;
            _delivery = BeginDelivery();
            (_delivering, _isLate) = (true, true);
        }
        Monitor.PulseAll(_gate);
    }

    private void EndText()
    {
        if (_text.Length == 0)
            return;
        var output = new StreamOutput(_textStream, _text.ToString());
        _length -= _text.Length; // Enqueue counts it as an output.
        _text.Clear();
        Enqueue(new Entry(output));
    }

    private void Enqueue(Entry entry)
    {
        LinkedListNode<Entry> added = _pending.AddLast(entry);
        _length += entry.Length + Overhead;
        if (entry.Shown is DisplayUpdate update)
            _updates[update.DisplayId] = added;
    }

    private void Deliver()
    {
        Entry? delivered = null;
        while ((delivered = TakeAfter(delivered)) is not null)
        {
            try
            {
                if (_failure is null && delivered.Shown is { } shown)
                    _sink.Emit(shown);
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
    private Entry? TakeAfter(Entry? delivered)
    {
        lock (_gate)
        {
            if (delivered is not null)
            {
                _length -= delivered.Length + Overhead;
                delivered.IsDelivered = true;
            }
            Monitor.PulseAll(_gate);
            while (_pending.Count == 0 && _text.Length == 0)
            {
                if (_completed)
                {
                    _delivering = false;
                    _late.TryRemove(this, out _);
                    return null;
                }
                Monitor.Wait(_gate);
            }
            while (_pending.Count == 0
                && _text.Length < PieceLength
                && (!_completed || _isLate)
                && _nextText - Environment.TickCount64 is > 0 and var left)
                Monitor.Wait(_gate, (int)left);
            _nextText = Environment.TickCount64 + (long)_textDelay.TotalMilliseconds;

            if (_pending.Count == 0)
                EndText();
            Entry next = _pending.First!.Value;
            _pending.RemoveFirst();
            if (next.Shown is DisplayUpdate update)
                _updates.Remove(update.DisplayId);
            return next;
        }
    }

    private sealed class Entry(OutputEvent? shown)
    {
        public OutputEvent? Shown => shown;

        public long Length { get; } = shown is StreamOutput text ? text.Text.Length : shown?.Length ?? 0;

        public bool IsDelivered { get; set; }
    }
}
