namespace NeuralNotebooks.Jupyter;

/// <summary>The bounded queue of messages to one peer: a peer that does not read must not cause unlimited use of memory
/// or time.</summary>
/// <remarks>A patient sender, such as a cell's output, waits until there is room (back-pressure), so a slow peer slows
/// the cell down and loses nothing. If a peer reads nothing for <see cref="WaitTimeout"/>, messages of patient senders
/// to it are dropped until it has read most of the queue. Replies and the kernel's status do not wait; a quarter of the
/// queue is reserved for them.</remarks>
/// <param name="clock">Milliseconds, of which senders give times; by default of the system's monotonic clock.</param>
internal sealed class Outbox(Func<long>? clock = null)
{
    /// <summary>What a message counts in addition to its bytes, so that a peer cannot fill the memory by sending PINGs
    /// without reading the answers.</summary>
    public const int PerMessage = 1024;

    public static readonly TimeSpan WaitTimeout = TimeSpan.FromSeconds(2);

    private readonly object _gate = new();
    private readonly Func<long> _clock = clock ?? (() => Environment.TickCount64);
    private readonly Queue<(FrameFlags Kind, IReadOnlyList<byte[]> Frames, long Size)> _waiting = [];
    private long _size, _lastRead;
    private bool _stuck, _closed, _writing;

    /// <param name="limit">The number of bytes that may be queued. A single message may be longer.</param>
    /// <param name="patientSince">The time at which a patient sender began to send; null for other senders.</param>
    public bool Add(FrameFlags kind, IReadOnlyList<byte[]> frames, int limit, long? patientSince = null)
    {
        long length = PerMessage + frames.Sum(frame => (long)frame.Length);
        lock (_gate)
        {
            limit -= patientSince is null ? 0 : limit / 4;
            if (patientSince is { } since)
                WaitForRoom(length, limit, since);
            if (_closed || !HasRoom(length, limit) || (_stuck && patientSince is not null))
                return false;
            _waiting.Enqueue((kind, frames, length));
            _size += length;
            Monitor.PulseAll(_gate);
            return true;
        }
    }

    /// <summary>Waits for the next message; null when the queue has been closed. The message taken before is then
    /// considered written.</summary>
    public (FrameFlags Kind, IReadOnlyList<byte[]> Frames)? Take()
    {
        lock (_gate)
        {
            _writing = false;
            Monitor.PulseAll(_gate);
            while (_waiting.Count == 0 && !_closed)
                Monitor.Wait(_gate);
            if (_closed)
                return null;
            (FrameFlags kind, IReadOnlyList<byte[]> frames, long length) = _waiting.Dequeue();
            _size -= length;
            _lastRead = _clock();
            if (_size <= WireLimits.UnreadBytes / 4)
                _stuck = false;
            _writing = true;
            Monitor.PulseAll(_gate);
            return (kind, frames);
        }
    }

    public bool HasMore
    {
        get
        {
            lock (_gate)
                return _waiting.Count > 0;
        }
    }

    public void WaitUntilEmpty(long until)
    {
        lock (_gate)
        {
            while ((_waiting.Count > 0 || _writing) && !_closed && until - _clock() is > 0 and var left)
                Monitor.Wait(_gate, (int)Math.Min(left, int.MaxValue));
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            _waiting.Clear();
            _size = 0;
            Monitor.PulseAll(_gate);
        }
    }

    private bool HasRoom(long length, int limit) => _size == 0 || _size + length <= limit;

    private void WaitForRoom(long length, int limit, long since)
    {
        while (!_closed && !_stuck && !HasRoom(length, limit))
        {
            long left = Math.Max(since, _lastRead) + (long)WaitTimeout.TotalMilliseconds - _clock();
            if (left > 0)
                Monitor.Wait(_gate, (int)left);
            else
                _stuck = true;
        }
    }
}
