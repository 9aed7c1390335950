namespace NeuralNotebooks.Jupyter;

/// <summary>ROUTER: takes messages of many peers, and answers each of them.</summary>
internal sealed class RouterSocket(string name, Endpoint endpoint, Action<string> log, Action<Peer, IReadOnlyList<byte[]>> received)
    : ListeningSocket(name, endpoint, log)
{
    public override string Type => "ROUTER";

    public override IReadOnlyList<string> PeerTypes { get; } = ["DEALER", "REQ", "ROUTER"];

    public override void Received(Peer peer, IReadOnlyList<byte[]> frames) => received(peer, frames);
}
