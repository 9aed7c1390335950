using System.Runtime.ExceptionServices;
using System.Text;

namespace NeuralNotebooks.Engine;

/// <summary>Delivers what a cell shows from a thread of its own: in order, with console text in larger
/// pieces.</summary>
/// <remarks>
/// The cell's threads, which may be interrupted, never run the sink's code. They wait when the sink is slower than they
/// are, so output cannot fill the memory. A stopped cell does not wait: what it still shows is dropped if there is no
/// room. What it has shown before is delivered, for it may say how far the cell has come; it is too little to delay the
/// cell's end. Outputs that tasks produce after their cell's end are late: a thread that runs only while there are any
/// delivers them.
/// </remarks>
internal sealed class OutputQueue : OutputDelivery
{
    /// <summary>How many characters may wait, those being delivered included. A longer output waits alone.</summary>
    internal const int Capacity = 256 * 1024;

    /// <summary>What an output takes beside its text, in characters: many small ones fill the queue, too.</summary>
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
        untilNow.Wait(); // On the cell's own thread: a continuation could be queued in an occupied thread pool.
        if (_failure is not null)
            ExceptionDispatchInfo.Throw(_failure);
        return Task.CompletedTask;
    }

    protected override void Add(Delivery delivery)
    {
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

    /// <returns>Whether there is room. If not, the cell has been stopped or the sink has failed.</returns>
    private bool WaitForRoom(long length, Delivery? delivery)
    {
        // An update that takes the place of another needs no room.
        long Growth() => length - (Earlier(delivery)?.Value.Length ?? 0);
        while (_failure is null && _length > 0 && Growth() is > 0 and var growth && _length + growth > Capacity)
        {
            if (IsStopped && delivery is not { IsError: true })
                return false;
            Monitor.Wait(_gate, _pollInterval);
        }
        return _failure is null;
    }

    /// <summary>An undelivered update of the same display, which a new one replaces.</summary>
    private LinkedListNode<Delivery>? Earlier(Delivery? delivery)
        => delivery?.UpdatedId is { } id ? _updates.GetValueOrDefault(id) : null;

    /// <summary>Called before something is added: a thread that is interrupted here has added nothing.</summary>
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

    /// <summary>Text written so far becomes one output, so that what is shown next comes after it.</summary>
    private void EndText()
    {
        if (_text.Length == 0)
            return;
        var output = new StreamOutput(_textStream, _text.ToString());
        _length -= _text.Length; // It counts as an output from now on.
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

    /// <summary>
    /// The next one; null when the cell has ended and nothing is left. The first text goes out immediately, in case the
    /// process is about to die; later text waits briefly so that pieces get larger.
    /// </summary>
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
