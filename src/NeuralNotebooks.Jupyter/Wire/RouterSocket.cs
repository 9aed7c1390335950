using System.Net;

namespace NeuralNotebooks.Jupyter;

/// <summary>A ROUTER socket: receives messages from many peers and sends each reply to the peer that asked.</summary>
internal sealed class RouterSocket(
    string name,
    IPEndPoint endpoint,
    Action<string> log,
    Action<Peer, IReadOnlyList<byte[]>> received) : ListeningSocket(name, endpoint, log)
{
    public override string Type => "ROUTER";

    public override IReadOnlyList<string> PeerTypes { get; } = ["DEALER", "REQ", "ROUTER"];

    public override int MaxMessageLength(Peer peer) =>
        peer.IsProven ? WireLimits.MessageBytes : WireLimits.UnprovenBytes;

    public override void OnMessage(Peer peer, IReadOnlyList<byte[]> frames) => received(peer, frames);

    /// <summary>A client uses the same identity for all its connections to ROUTER sockets. The kernel's publications
    /// reveal it later, so another program could copy it. An empty identity is not one client's.</summary>
    protected override IEnumerable<Peer> ConnectionsOf(Peer client) =>
        client.Identity.Length == 0
            ? base.ConnectionsOf(client) : Peers.Where(peer => peer.Identity.AsSpan().SequenceEqual(client.Identity));
}
