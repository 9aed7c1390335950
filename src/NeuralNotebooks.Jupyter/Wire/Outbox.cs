namespace NeuralNotebooks.Jupyter;

/// <summary>The bounded queue of messages to one peer: a peer that does not read must not cause unlimited use of memory
/// or time.</summary>
/// <remarks>A patient sender, such as a cell's output, waits until there is room (back-pressure), so a slow peer slows
/// the cell down and loses nothing. If a peer reads less than <see cref="Progress"/> in <see cref="WaitTimeout"/> while
/// a sender waits, it counts as stuck: messages of patient senders to it are dropped until half of the queue has been
/// read. Replies and the kernel's status do not wait; an additional capacity is reserved for them.</remarks>
/// <param name="clock">Returns the milliseconds of a monotonic clock; the system's clock by default.</param>
internal sealed class Outbox(Func<long>? clock = null)
{
    public const int Capacity = 16 * 1024 * 1024;
    public const int Reserve = 4 * 1024 * 1024;

    /// <summary>The number of queued messages above which answers to the peer's commands are dropped, so that a peer
    /// cannot fill the queue by sending PINGs without reading.</summary>
    public const int MaxBeforeCommand = 256;

    /// <summary>The number of bytes that a peer must read so that senders wait for it for another
    /// <see cref="WaitTimeout"/>.</summary>
    public const int Progress = 256 * 1024;

    /// <summary>The time that a patient sender waits for a peer that reads nothing.</summary>
    public static readonly TimeSpan WaitTimeout = TimeSpan.FromSeconds(2);

    private readonly object _gate = new();
    private readonly Func<long> _clock = clock ?? (() => Environment.TickCount64);
    private readonly Queue<(FrameFlags Kind, IReadOnlyList<byte[]> Frames, long Size)> _waiting = [];
    private long _size, _read;
    private long? _waitedSince;
    private bool _stuck, _closed, _writing;

    /// <summary>Adds a message, or a command of one frame.</summary>
    /// <param name="kind">Whether it is a message or a command.</param>
    /// <param name="patientSince">The time at which a patient sender began to send; null for other senders.</param>
    /// <returns>False if it was dropped.</returns>
    public bool Add(FrameFlags kind, IReadOnlyList<byte[]> frames, long? patientSince = null)
    {
        bool patient = patientSince is not null;
        long length = frames.Sum(frame => (long)frame.Length);
        lock (_gate)
        {
            if (patientSince is { } since)
                WaitForRoom(length, since);
            bool fits = _size == 0 || _size + length <= Capacity + (patient ? 0 : Reserve);
            if (_closed
                || !fits
                || (_stuck && patient)
                || (kind == FrameFlags.Command && _waiting.Count >= MaxBeforeCommand))
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
            _read += length;
            if (_size <= Capacity / 2)
                (_stuck, _waitedSince) = (false, null);
            _writing = true;
            Monitor.PulseAll(_gate);
            return (kind, frames);
        }
    }

    /// <summary>The number of queued bytes if the peer counts as stuck; otherwise 0.</summary>
    public long Unread
    {
        get
        {
            lock (_gate)
                return _stuck ? _size : 0;
        }
    }

    /// <summary>Whether another message is queued, so that the writer need not flush yet.</summary>
    public bool HasMore
    {
        get
        {
            lock (_gate)
                return _waiting.Count > 0;
        }
    }

    /// <summary>Waits until everything is written, up to a deadline (by
    /// <see cref="Environment.TickCount64"/>).</summary>
    public void WaitUntilEmpty(long until)
    {
        lock (_gate)
        {
            while ((_waiting.Count > 0 || _writing) && !_closed && until - Environment.TickCount64 is > 0 and var left)
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

    private void WaitForRoom(long length, long since)
    {
        while (!_closed && !_stuck && _size > 0 && _size + length > Capacity)
        {
            if (_waitedSince is null)
                (_waitedSince, _read) = (since, 0);
            else if (_read >= Progress)
                (_waitedSince, _read) = (_clock(), 0);
            if (_waitedSince + (long)WaitTimeout.TotalMilliseconds - _clock() is > 0 and var left)
                Monitor.Wait(_gate, (int)left);
            else
                _stuck = true;
        }
    }
}
