using System.Net.Sockets;

namespace NeuralNotebooks.Jupyter;

/// <summary>A ZeroMQ socket that peers connect to: what its types have in common.</summary>
internal abstract class ListeningSocket : IDisposable
{
    private static readonly TimeSpan AfterFailedAccept = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private readonly HashSet<Peer> all = [];
    private readonly Endpoint endpoint;
    private readonly Socket listener;
    private Peer[] joined = [];
    private volatile bool disposed;

    /// <exception cref="IOException">The endpoint cannot be had.</exception>
    protected ListeningSocket(string name, Endpoint endpoint, Action<string> log)
    {
        (Name, Log, this.endpoint) = (name, log, endpoint);
        listener = endpoint.Listen();
    }

    /// <summary>What the log calls it.</summary>
    public string Name { get; }

    public Action<string> Log { get; }

    /// <summary>The type of ZeroMQ socket that this is.</summary>
    public abstract string Type { get; }

    /// <summary>The types that may connect.</summary>
    public abstract IReadOnlyList<string> PeerTypes { get; }

    /// <summary>Those that have finished their handshake, the newest last.</summary>
    public IReadOnlyList<Peer> Peers => Volatile.Read(ref joined);

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
        lock (gate)
            joined = [.. joined, peer];
    }

    public virtual void Leave(Peer peer)
    {
        lock (gate)
        {
            all.Remove(peer);
            joined = [.. joined.Where(other => other != peer)];
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
        disposed = true;
        listener.Dispose();
        Peer[] peers;
        lock (gate)
            peers = [.. all];
        foreach (Peer peer in peers)
            peer.Dispose();
        endpoint.Remove();
    }

    private void Accept()
    {
        while (!disposed)
        {
            try
            {
                Admit(listener.Accept());
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                if (!disposed)
                    Thread.Sleep(AfterFailedAccept); // Such as too many open files: another time it may go.
            }
        }
    }

    private void Admit(Socket connection)
    {
        endpoint.Configure(connection);
        var peer = new Peer(connection, this);
        bool admitted;
        lock (gate)
            admitted = !disposed && all.Count < WireLimits.Peers && all.Add(peer);
        if (admitted)
            peer.Start();
        else
            peer.Dispose();
    }
}
