using System.Runtime.ExceptionServices;
using System.Text;

namespace NeuralNotebooks.Engine;

/// <summary>Delivers what a cell shows from a thread of its own: in order, with console text in larger pieces.</summary>
/// <remarks>
/// The cell's threads, which may be interrupted, never run the sink's code. Outputs that tasks produce after their cell's end are late: a
/// thread that runs only while there are any delivers them.
/// </remarks>
internal sealed class OutputQueue : OutputDelivery
{
    private const int PieceLength = 16 * 1024;
    private const int MaxPendingLength = 1024 * 1024;
    private static readonly TimeSpan _textDelay = TimeSpan.FromMilliseconds(30);

    /// <summary>Queues that are delivering late outputs.</summary>
    private static readonly HashSet<OutputQueue> _late = [];

    private readonly object _gate = new();
    private readonly IOutputSink _sink;
    private Task _delivery;
    private Queue<Action<IOutputSink>> _pending = [];
    private readonly StringBuilder _text = new();
    private StreamName _textStream;
    private long _nextText;
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
            // Back-pressure: a cell that writes faster than the sink reads blocks, so output cannot fill the memory.
            while (_text.Length > MaxPendingLength && _failure is null)
                Monitor.Wait(_gate);
            if (stream != _textStream)
                EndText();
            _textStream = stream;
            _text.Append(chars);
            WakeDelivery();
        }
    }

    public override void Flush()
    {
        lock (_gate)
        {
            bool delivered = false;
            Add(_ =>
            {
                lock (_gate)
                {
                    delivered = true;
                    Monitor.PulseAll(_gate);
                }
            });
            while (!delivered && _failure is null)
                Monitor.Wait(_gate);
        }
    }

    public override async Task CompleteAsync()
    {
        Task untilNow = _delivery;
        lock (_gate)
        {
            _completed = true;
            Monitor.PulseAll(_gate);
        }
        await untilNow.ConfigureAwait(false);
        if (_failure is not null)
            ExceptionDispatchInfo.Throw(_failure);
    }

    protected override void Add(Action<IOutputSink> action)
    {
        lock (_gate)
        {
            EndText();
            _pending.Enqueue(action);
            WakeDelivery();
        }
    }

    private Task BeginDelivery() => Task.Factory.StartNew(Deliver, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Called when there is something to deliver.</summary>
    private void WakeDelivery()
    {
        if (!_delivering)
        {
            (_delivering, _isLate) = (true, true);
            lock (_late)
                _late.Add(this);
            _delivery = BeginDelivery();
        }
        Monitor.PulseAll(_gate);
    }

    /// <summary>Text written so far becomes one output, so that what is shown next comes after it.</summary>
    private void EndText()
    {
        if (_text.Length == 0)
            return;
        var output = new StreamOutput(_textStream, _text.ToString());
        _text.Clear();
        _pending.Enqueue(s => s.Emit(output));
    }

    private void Deliver()
    {
        while (Take() is { } actions)
        {
            try
            {
                foreach (Action<IOutputSink> action in actions)
                    action(_sink);
            }
            catch (Exception e)
            {
                lock (_gate)
                {
                    _failure ??= e;
                    Monitor.PulseAll(_gate);
                }
            }
        }
    }

    /// <summary>The next batch; null when the cell has ended and nothing is left. The first text goes out immediately, in case the process is about to die; later text waits briefly so that pieces get larger.</summary>
    private Queue<Action<IOutputSink>>? Take()
    {
        lock (_gate)
        {
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
            while (_pending.Count == 0 && _text.Length < PieceLength && (!_completed || _isLate) && _nextText - Environment.TickCount64 is > 0 and var left)
                Monitor.Wait(_gate, (int)left);
            _nextText = Environment.TickCount64 + (long)_textDelay.TotalMilliseconds;

            EndText();
            Queue<Action<IOutputSink>> actions = _pending;
            _pending = [];
            Monitor.PulseAll(_gate);
            return _failure is null ? actions : [];
        }
    }
}
