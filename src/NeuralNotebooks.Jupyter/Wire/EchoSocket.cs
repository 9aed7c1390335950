namespace NeuralNotebooks.Jupyter;

/// <summary>REP that echoes what it receives: the heartbeat, by which a client knows that the kernel is
/// alive.</summary>
internal sealed class EchoSocket(string name, Endpoint endpoint, Action<string> log)
    : ListeningSocket(name, endpoint, log)
{
    public override string Type => "REP";

    public override IReadOnlyList<string> PeerTypes { get; } = ["REQ", "DEALER"];

    public override int MaxMessageLength(Peer peer) => WireLimits.Command;

    /// <summary>Reads nothing more until the echo is written: a peer that sends without reading costs one
    /// message.</summary>
    public override void OnMessage(Peer peer, IReadOnlyList<byte[]> frames)
    {
        peer.Send(frames);
        peer.Flush(until: long.MaxValue);
    }
}
