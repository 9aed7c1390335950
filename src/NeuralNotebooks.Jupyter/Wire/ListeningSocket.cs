using System.Net.Sockets;

namespace NeuralNotebooks.Jupyter;

/// <summary>A ZeroMQ socket that peers connect to: what its types have in common.</summary>
internal abstract class ListeningSocket : IDisposable
{
    private static readonly TimeSpan _afterFailedAccept = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly HashSet<Peer> _all = [];
    private readonly Endpoint _endpoint;
    private readonly Socket _listener;
    private Peer[] _joined = [];
    private volatile bool _disposed;

    /// <exception cref="IOException">The endpoint cannot be had.</exception>
    protected ListeningSocket(string name, Endpoint endpoint, Action<string> log)
    {
        (Name, Log, this._endpoint) = (name, log, endpoint);
        _listener = endpoint.Listen();
    }

    /// <summary>What the log calls it.</summary>
    public string Name { get; }

    public Action<string> Log { get; }

    /// <summary>The type of ZeroMQ socket that this is.</summary>
    public abstract string Type { get; }

    /// <summary>The types that may connect.</summary>
    public abstract IReadOnlyList<string> PeerTypes { get; }

    /// <summary>Those that have finished their handshake, the newest last.</summary>
    public IReadOnlyList<Peer> Peers => Volatile.Read(ref _joined);

    /// <summary>From now on peers are let in.</summary>
    public void Start() => new Thread(Accept) { IsBackground = true, Name = Name }.Start();

    /// <summary>A message has come; called on the peer's own thread.</summary>
    public abstract void Received(Peer peer, IReadOnlyList<byte[]> frames);

    /// <summary>A peer wants to hear of a topic, or no longer.</summary>
    public virtual void Subscribed(Peer peer, byte[] topic, bool wanted)
    {
    }

    public void Join(Peer peer)
    {
        lock (_gate)
            _joined = [.. _joined, peer];
    }

    public virtual void Leave(Peer peer)
    {
        lock (_gate)
        {
            _all.Remove(peer);
            _joined = [.. _joined.Where(other => other != peer)];
        }
    }

    /// <summary>Waits until all peers have been sent what waits for them, but not past a moment (of <see cref="Environment.TickCount64"/>).</summary>
    public void Flush(long until)
    {
        foreach (Peer peer in Peers)
            peer.Flush(until);
    }

    public void Dispose()
    {
        _disposed = true;
        _listener.Dispose();
        Peer[] peers;
        lock (_gate)
            peers = [.. _all];
        foreach (Peer peer in peers)
            peer.Dispose();
        _endpoint.Remove();
    }

    private void Accept()
    {
        while (!_disposed)
        {
            try
            {
                Admit(_listener.Accept());
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                if (!_disposed)
                    Thread.Sleep(_afterFailedAccept); // Such as too many open files: another time it may go.
            }
        }
    }

    private void Admit(Socket connection)
    {
        _endpoint.Configure(connection);
        var peer = new Peer(connection, this);
        bool admitted;
        lock (_gate)
            admitted = !_disposed && _all.Count < WireLimits.Peers && _all.Add(peer);
        if (admitted)
            peer.Start();
        else
            peer.Dispose();
    }
}
