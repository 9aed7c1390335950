using System.Collections.Concurrent;

namespace NeuralNotebooks.Jupyter;

/// <summary>PUB: sends a message to all peers that have subscribed to the beginning of its first frame.</summary>
internal sealed class PublisherSocket(string name, Endpoint endpoint, Action<string> log) : ListeningSocket(name, endpoint, log)
{
    private readonly ConcurrentDictionary<Peer, byte[][]> _subscriptions = [];

    public override string Type => "PUB";

    public override IReadOnlyList<string> PeerTypes { get; } = ["SUB", "XSUB"];

    /// <summary>Sends a message to those who want it; a patient sender waits a while for those who are slow to read (see <see cref="Outbox"/>).</summary>
    public void Publish(IReadOnlyList<byte[]> frames, bool patient)
    {
        foreach (Peer peer in Peers)
            if (_subscriptions.TryGetValue(peer, out byte[][]? topics) && topics.Any(topic => frames[0].AsSpan().StartsWith(topic)))
                peer.Send(frames, patient);
    }

    /// <summary>Before ZMTP 3.1 a subscription was a message: 1 and the topic, or 0 and the topic to end it.</summary>
    public override void Received(Peer peer, IReadOnlyList<byte[]> frames)
    {
        if (frames is [[0 or 1, .. var topic]])
            Subscribed(peer, topic, wanted: frames[0][0] == 1);
    }

    /// <summary>A topic that was subscribed to twice must be cancelled twice.</summary>
    public override void Subscribed(Peer peer, byte[] topic, bool wanted)
    {
        byte[][] topics = _subscriptions.GetValueOrDefault(peer) ?? [];
        if (wanted && topics.Length == WireLimits.Subscriptions)
            throw new WireException($"A peer has more than {WireLimits.Subscriptions} subscriptions.");
        int index = Array.FindIndex(topics, other => other.AsSpan().SequenceEqual(topic));
        if (wanted)
            _subscriptions[peer] = [.. topics, topic];
        else if (index >= 0)
            _subscriptions[peer] = [.. topics[..index], .. topics[(index + 1)..]];
    }

    public override void Leave(Peer peer)
    {
        base.Leave(peer);
        _subscriptions.TryRemove(peer, out _);
    }
}
