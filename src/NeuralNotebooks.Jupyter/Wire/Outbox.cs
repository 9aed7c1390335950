namespace NeuralNotebooks.Jupyter;

/// <summary>What waits to be written to one peer. It is bounded, so that a peer that does not read costs neither memory nor time without end.</summary>
/// <remarks>
/// A patient sender waits for room, so that a slow peer slows a cell down and loses nothing. When there was none for
/// <see cref="Patience"/>, the peer is taken for stuck: what patient senders bring is dropped until half of the box has been read.
/// Senders that do not wait, those of replies and of the kernel's status, have some room of their own.
/// </remarks>
internal sealed class Outbox
{
    public const int Capacity = 32 * 1024 * 1024;
    public const int Reserve = 4 * 1024 * 1024;
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly object _gate = new();
    private readonly Queue<(FrameFlags Kind, IReadOnlyList<byte[]> Frames, long Size)> _waiting = [];
    private long _size;
    private bool _stuck, _closed, _writing;

    /// <summary>Adds a message, or a command of one frame.</summary>
    /// <returns>Whether it will be written.</returns>
    public bool Add(FrameFlags kind, IReadOnlyList<byte[]> frames, bool patient)
    {
        long length = frames.Sum(frame => (long)frame.Length);
        lock (_gate)
        {
            if (patient)
                WaitForRoom(length);
            if (_closed || _stuck && patient || _size > 0 && _size + length > Capacity + (patient ? 0 : Reserve))
                return false;
            _waiting.Enqueue((kind, frames, length));
            _size += length;
            Monitor.PulseAll(_gate);
            return true;
        }
    }

    /// <summary>The next message, when there is one; null when the box has been closed. What was taken before counts as written.</summary>
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
            _stuck &= _size > Capacity / 2;
            _writing = true;
            Monitor.PulseAll(_gate);
            return (kind, frames);
        }
    }

    /// <summary>Whether another message waits, so that it is worth writing before sending off.</summary>
    public bool HasMore
    {
        get
        {
            lock (_gate)
                return _waiting.Count > 0;
        }
    }

    /// <summary>Waits until everything has been written, but not past a moment (of <see cref="Environment.TickCount64"/>).</summary>
    public void WaitUntilEmpty(long until)
    {
        lock (_gate)
        {
            while ((_waiting.Count > 0 || _writing) && !_closed && until - Environment.TickCount64 is > 0 and var left)
                Monitor.Wait(_gate, (int)left);
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

    private void WaitForRoom(long length)
    {
        long until = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (!_closed && !_stuck && _size > 0 && _size + length > Capacity)
        {
            if (until - Environment.TickCount64 is > 0 and var left)
                Monitor.Wait(_gate, (int)left);
            else
                _stuck = true;
        }
    }
}
