namespace NeuralNotebooks.Jupyter;

/// <summary>ROUTER: receives messages from many peers and answers each of them.</summary>
/// <param name="name">What the log calls it.</param>
/// <param name="endpoint">Where it listens.</param>
/// <param name="log">Receives lines for the log.</param>
/// <param name="received">Takes a message.</param>
internal sealed class RouterSocket(
    string name,
    Endpoint endpoint,
    Action<string> log,
    Action<Peer, IReadOnlyList<byte[]>> received
) : ListeningSocket(name, endpoint, log)
{
    public override string Type => "ROUTER";

    public override IReadOnlyList<string> PeerTypes { get; } = ["DEALER", "REQ", "ROUTER"];

    public override int MaxMessageLength(Peer peer) => peer.IsKnown ? WireLimits.Message : WireLimits.UnknownPeers;

    public override void OnMessage(Peer peer, IReadOnlyList<byte[]> frames) => received(peer, frames);

    /// <summary>A client gives all its connections to routers one identity.</summary>
    protected override bool CanBelong(Peer peer, Peer holder) => peer.Identity.AsSpan().SequenceEqual(holder.Identity);
}
