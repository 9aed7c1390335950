using System.Net;

namespace NeuralNotebooks.Jupyter;

/// <summary>A REP socket that echoes every message: the heartbeat, by which a client knows that the kernel is
/// running.</summary>
internal sealed class EchoSocket(string name, IPEndPoint endpoint, Action<string> log)
    : ListeningSocket(name, endpoint, log)
{
    public override string Type => "REP";

    public override IReadOnlyList<string> PeerTypes { get; } = ["REQ", "DEALER"];

    public override int MaxMessageLength(Peer peer) => WireLimits.CommandBytes;

    /// <summary>Echoes a message, and waits until it is written before the next is read. So a peer that sends without
    /// reading occupies the memory of one message only.</summary>
    public override void OnMessage(Peer peer, IReadOnlyList<byte[]> frames)
    {
        peer.Send(frames);
        peer.Flush(until: long.MaxValue);
    }
}
