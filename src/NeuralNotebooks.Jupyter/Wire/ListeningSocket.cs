using System.Net.Sockets;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Jupyter;

/// <summary>A ZeroMQ socket that peers connect to: what all types have in common.</summary>
internal abstract class ListeningSocket : IDisposable
{
    private static readonly TimeSpan _delayAfterFailedAccept = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly List<Peer> _all = []; // the oldest first
    private readonly Endpoint _endpoint;
    private readonly Socket _listener;
    private Peer[] _joined = [];
    private volatile bool _disposed;

    /// <exception cref="IOException">The endpoint is not available.</exception>
    protected ListeningSocket(string name, Endpoint endpoint, Action<string> log)
    {
        (Name, Log, _endpoint) = (name, log, endpoint);
        _listener = endpoint.Listen();
    }

    /// <summary>What the log calls it.</summary>
    public string Name { get; }

    public Action<string> Log { get; }

    /// <summary>The type of this ZeroMQ socket.</summary>
    public abstract string Type { get; }

    /// <summary>The types that may connect.</summary>
    public abstract IReadOnlyList<string> PeerTypes { get; }

    /// <summary>The peers of all sockets of the kernel that have proved that they have the key.</summary>
    public Func<IEnumerable<Peer>> KeyHolders { get; set; } = () => [];

    /// <summary>The peers that have finished their handshake, the newest last.</summary>
    public IReadOnlyList<Peer> Peers => Volatile.Read(ref _joined);

    /// <summary>
    /// The connection to this socket of a client that has proved on another one that it has the key: the one that has
    /// proved it here, too. Before any has, each that was there before the client sent anything, for a stranger learns
    /// its identity from what the kernel then publishes. If none was, each that has the identity.
    /// </summary>
    public IReadOnlyList<Peer> CompanionsOf(Peer holder)
    {
        Peer[] all = [.. Peers.Where(peer => CanBelong(peer, holder))];
        Peer[] known = [.. all.Where(peer => peer.IsKnown)];
        Peer[] early = [.. all.Where(peer => peer.Accepted <= holder.KnownSince)];
        return known.Length > 0 ? known : early.Length > 0 ? early : all;
    }

    /// <summary>Starts to accept peers.</summary>
    public void Start() => OwnThread.Start(Name, Accept);

    /// <summary>The length of the longest message that a peer may send now.</summary>
    public abstract int MaxMessageLength(Peer peer);

    /// <summary>A message has arrived; called on the peer's own thread. If it makes the peer known, the peer is told
    /// before it is answered.</summary>
    public abstract void OnMessage(Peer peer, IReadOnlyList<byte[]> frames);

    /// <summary>A peer subscribes to a topic, or cancels that.</summary>
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

    /// <summary>A peer's unfinished message takes up this many bytes. If the unknown peers exceed their budget, those
    /// with the largest messages are disconnected.</summary>
    /// <exception cref="WireException">The peer itself is one of them.</exception>
    public void Reserve(Peer peer, int bytes)
    {
        lock (_gate)
        {
            peer.Reserved = bytes;
            while (_all.Where(other => !other.IsKnown).Sum(other => (long)other.Reserved) > WireLimits.UnknownPeers)
            {
                Peer largest = _all.Where(other => !other.IsKnown).MaxBy(other => other.Reserved)!;
                Disconnect(largest);
                if (largest == peer)
                    throw new WireException("A peer without the key sends too much.");
            }
        }
    }

    /// <summary>Disconnects peers that have stopped reading while they exceed their budget: strangers first.</summary>
    protected void LimitUnread()
    {
        lock (_gate)
        {
            while (_all.Sum(peer => peer.Unread) > WireLimits.Unread)
            {
                HashSet<Peer> clients = Clients();
                Disconnect(_all.Where(peer => peer.Unread > 0).MinBy(clients.Contains)!);
            }
        }
    }

    /// <summary>Whether a connection to this socket can be that of another socket's peer.</summary>
    protected virtual bool CanBelong(Peer peer, Peer holder) => true;

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
                // For example too many open files or threads: it may work later.
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
        _endpoint.Configure(connection);
        var peer = new Peer(connection, this);
        bool admitted = false;
        lock (_gate)
        {
            if (_all.Count == WireLimits.Peers && Clients() is var clients
                && _all.Find(other => !clients.Contains(other)) is { } stranger)
                Disconnect(stranger);
            if (!_disposed && _all.Count < WireLimits.Peers)
            {
                _all.Add(peer);
                admitted = true;
            }
        }
        if (admitted)
            peer.Start();
        else
            peer.Dispose();
    }

    /// <summary>The peers that have proved that they have the key, here or on another socket.</summary>
    private HashSet<Peer> Clients()
        => [.. _all.Where(peer => peer.IsKnown), .. KeyHolders().Select(ClosestCompanionOf).OfType<Peer>()];

    /// <summary>A client opens its connections at nearly the same time.</summary>
    private Peer? ClosestCompanionOf(Peer holder) =>
        CompanionsOf(holder).MinBy(peer => Math.Abs(peer.Accepted - holder.Accepted));

    /// <summary>The peer's reader notices, and leaves.</summary>
    private void Disconnect(Peer peer)
    {
        peer.Reserved = 0;
        _all.Remove(peer);
        peer.Dispose();
    }
}
