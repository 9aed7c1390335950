using System.Net.Sockets;

namespace NeuralNotebooks.Jupyter;

/// <summary>The base class of all ZeroMQ sockets of the kernel, to which peers connect. A peer that has sent a
/// correctly signed message has proved that it has the key; it is called known. Any program on the machine can connect,
/// so unknown peers have smaller limits.</summary>
internal abstract class ListeningSocket : IDisposable
{
    private static readonly TimeSpan _delayAfterFailedAccept = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly List<Peer> _all = []; // the oldest first
    private readonly Endpoint _endpoint;
    private readonly Socket _listener;
    private Func<IEnumerable<Peer>> _knownPeers = () => [];
    private Peer[] _joined = [];
    private volatile bool _disposed;

    /// <exception cref="IOException">The endpoint is not available.</exception>
    protected ListeningSocket(string name, Endpoint endpoint, Action<string> log)
    {
        (Name, Log, _endpoint) = (name, log, endpoint);
        _listener = endpoint.Listen();
    }

    /// <summary>The name in the log.</summary>
    public string Name { get; }

    public Action<string> Log { get; }

    /// <summary>The type of this ZeroMQ socket.</summary>
    public abstract string Type { get; }

    /// <summary>The types that may connect.</summary>
    public abstract IReadOnlyList<string> PeerTypes { get; }

    /// <summary>The peers that have finished their handshake, the newest last.</summary>
    public IReadOnlyList<Peer> Peers => Volatile.Read(ref _joined);

    /// <summary>The connections to this socket that belong to the same client as a known peer of another
    /// socket.</summary>
    /// <remarks>A client is recognized by its identity. The kernel's publications reveal it, so another program could
    /// copy it. Of the connections with this identity, the first of these groups that is not empty is returned: those
    /// that are known; those that were opened before the client became known, when nothing had revealed its identity;
    /// all.</remarks>
    public IReadOnlyList<Peer> ConnectionsOfClient(Peer client)
    {
        Peer[] all = [.. Peers.Where(peer => MayBeSameClient(peer, client))];
        Peer[] known = [.. all.Where(peer => peer.IsKnown)];
        Peer[] early = [.. all.Where(peer => peer.Accepted <= client.KnownSince)];
        return known.Length > 0 ? known : early.Length > 0 ? early : all;
    }

    /// <summary>Starts to accept peers.</summary>
    /// <param name="knownPeers">Returns the known peers of all sockets of the kernel.</param>
    public void Start(Func<IEnumerable<Peer>> knownPeers)
    {
        _knownPeers = knownPeers;
        OwnThread.Start(Name, Accept);
    }

    /// <summary>The length of the longest message that a peer may send now.</summary>
    public abstract int MaxMessageLength(Peer peer);

    /// <summary>Called on the peer's thread when a message has arrived. If the message proves that the peer has the
    /// key, the peer is marked as known before a reply is sent.</summary>
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

    public virtual void Leave(Peer peer)
    {
        lock (_gate)
        {
            _all.Remove(peer);
            _joined = [.. _joined.Where(other => other != peer)];
        }
    }

    /// <summary>Records the memory (bytes) of a peer's incomplete message. If the unknown peers together exceed their
    /// limit, those with the largest messages are disconnected.</summary>
    /// <exception cref="WireException">This peer itself was disconnected.</exception>
    public void Reserve(Peer peer, int bytes)
    {
        lock (_gate)
        {
            peer.Reserved = bytes;
            // Other threads change peers meanwhile, so there may be no unknown peer left.
            while (_all.Where(other => !other.IsKnown).Sum(other => (long)other.Reserved) > WireLimits.UnknownPeersBytes
                && _all.Where(other => !other.IsKnown).MaxBy(other => other.Reserved) is { } largest)
            {
                Disconnect(largest);
                if (largest == peer)
                    throw new WireException("Unauthenticated peers exceeded their memory limit.");
            }
        }
    }

    /// <summary>While the unread messages exceed their limit, disconnects peers that have stopped reading, unknown
    /// peers first.</summary>
    protected void LimitUnread()
    {
        lock (_gate)
        {
            // A peer may begin to read again meanwhile.
            while (_all.Sum(peer => peer.Unread) > WireLimits.UnreadBytes)
            {
                HashSet<Peer> clients = PeersOfClients();
                if (_all.Where(peer => peer.Unread > 0).MinBy(clients.Contains) is not { } slow)
                    return;
                Disconnect(slow);
            }
        }
    }

    /// <summary>Whether a connection to this socket can belong to the same client as a peer of another
    /// socket.</summary>
    protected virtual bool MayBeSameClient(Peer peer, Peer client) => true;

    /// <summary>Waits until everything queued for the peers is written, up to a deadline (by
    /// <see cref="Environment.TickCount64"/>).</summary>
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
            _endpoint.Configure(connection);
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

    /// <summary>Adds a peer, if necessary in place of the oldest peer of an unknown client.</summary>
    /// <returns>Whether there was room.</returns>
    private bool TryAdd(Peer peer)
    {
        lock (_gate)
        {
            HashSet<Peer> clients = _all.Count == WireLimits.Peers ? PeersOfClients() : [];
            if (_all.Count == WireLimits.Peers && _all.Find(other => !clients.Contains(other)) is { } unknown)
                Disconnect(unknown);
            if (_disposed || _all.Count == WireLimits.Peers)
                return false;
            _all.Add(peer);
            return true;
        }
    }

    /// <summary>The peers of clients that are known, on this or another socket.</summary>
    private HashSet<Peer> PeersOfClients() =>
        [.. _all.Where(peer => peer.IsKnown), .. _knownPeers().Select(ClosestConnectionOf).OfType<Peer>()];

    /// <summary>The connection of the same client that was opened closest in time: a client opens all its connections
    /// at nearly the same time.</summary>
    private Peer? ClosestConnectionOf(Peer client) =>
        ConnectionsOfClient(client).MinBy(peer => Math.Abs(peer.Accepted - client.Accepted));

    /// <summary>Closes a peer's connection. Its reading thread then ends and calls <see cref="Leave"/>.</summary>
    private void Disconnect(Peer peer)
    {
        peer.Reserved = 0;
        _all.Remove(peer);
        peer.Dispose();
    }
}
