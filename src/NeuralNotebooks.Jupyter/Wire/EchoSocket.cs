namespace NeuralNotebooks.Jupyter;

/// <summary>REP that gives back what it gets: the heartbeat, by which a client knows that the kernel is alive.</summary>
internal sealed class EchoSocket(string name, Endpoint endpoint, Action<string> log) : ListeningSocket(name, endpoint, log)
{
    public override string Type => "REP";

    public override IReadOnlyList<string> PeerTypes { get; } = ["REQ", "DEALER"];

    public override void Received(Peer peer, IReadOnlyList<byte[]> frames) => peer.Send(frames, patient: false);
}
