using System.Net;
using System.Net.Sockets;

namespace NeuralNotebooks.Jupyter;

internal abstract class ListeningSocket : IDisposable
{
    private const int Backlog = 64;

    private static readonly TimeSpan _delayAfterFailedAccept = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly List<Peer> _all = []; // the oldest first
    private readonly Socket _listener;
    private Peer[] _joined = [];
    private volatile bool _disposed;

    protected ListeningSocket(string name, IPEndPoint endpoint, Action<string> log)
    {
        (Name, Log) = (name, log);
        try
        {
            // Creating a socket fails, for example, for an IPv6 address on a system without IPv6.
            _listener = new(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            _listener.Bind(endpoint);
            _listener.Listen(Backlog);
        }
        catch (SocketException e)
        {
            _listener?.Dispose();
            throw new IOException($"The kernel cannot listen on {endpoint}: {e.Message}", e);
        }
    }

    public string Name { get; }

    public Action<string> Log { get; }

    public abstract string Type { get; }

    public abstract IReadOnlyList<string> PeerTypes { get; }

    /// <summary>The peers that have finished their handshake, the newest last.</summary>
    public IReadOnlyList<Peer> Peers => Volatile.Read(ref _joined);

    /// <summary>Marks the connections to this socket as proven that belong to the client of a proven one, unless some
    /// are marked already.</summary>
    /// <param name="proven">The connection by which the client has proved that it has the key, also to another
    /// socket.</param>
    public void Recognize(Peer proven)
    {
        if (!Peers.Any(peer => peer.ProvenBy == proven))
            foreach (Peer peer in ConnectionsOf(proven).Where(peer => !peer.IsProven))
                peer.ProvenBy = proven;
    }

    public void Start() => OwnThread.Start(Name, Accept);

    public abstract int MaxMessageLength(Peer peer);

    /// <summary>Called on the peer's thread when a message has arrived. If the message proves that the peer has the
    /// key, the peer becomes its client's before a reply is sent.</summary>
    public abstract void OnMessage(Peer peer, IReadOnlyList<byte[]> frames);

    /// <summary>Called when a peer subscribes to a topic, or cancels a subscription.</summary>
    public virtual void OnSubscription(Peer peer, byte[] topic, bool wanted)
    {
    }

    public void Join(Peer peer)
    {
        lock (_gate)
            _joined = [.. _joined, peer];
    }

    public void Leave(Peer peer)
    {
        lock (_gate)
        {
            _all.Remove(peer);
            _joined = [.. _joined.Where(other => other != peer)];
        }
    }

    /// <summary>The connections to this socket that probably belong to the same client as a peer of another one: the
    /// one that was opened closest in time, since a client opens all its connections at nearly the same time.</summary>
    protected virtual IEnumerable<Peer> ConnectionsOf(Peer client) =>
        Peers.OrderBy(peer => Math.Abs(peer.Accepted - client.Accepted)).Take(1);

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
    }

    private void Accept()
    {
        while (!_disposed)
        {
            try
            {
                Admit(_listener.Accept());
            }
            catch (Exception e)
            {
                // For example, there are too many open files or threads. Accepting may succeed later.
                if (!_disposed)
                {
                    Log($"{Name}: a connection is not accepted: {e.Message}");
                    Thread.Sleep(_delayAfterFailedAccept);
                }
            }
        }
    }

    private void Admit(Socket connection)
    {
        var peer = new Peer(connection, this);
        try
        {
            connection.NoDelay = true;
            if (TryAdd(peer))
                peer.Start();
            else
                peer.Dispose();
        }
        catch
        {
            Leave(peer);
            peer.Dispose();
            throw;
        }
    }

    /// <summary>Adds a peer, if necessary in place of the oldest unproven one, whose reading thread then ends and calls
    /// <see cref="Leave"/>.</summary>
    private bool TryAdd(Peer peer)
    {
        lock (_gate)
        {
            if (_all.Count == WireLimits.Peers && _all.Find(other => !other.IsProven) is { } unproven)
            {
                _all.Remove(unproven);
                unproven.Dispose();
            }
            if (_disposed || _all.Count == WireLimits.Peers)
                return false;
            _all.Add(peer);
            return true;
        }
    }
}
