using System.Net;

namespace NeuralNotebooks.Jupyter;

/// <summary>A PUB socket: sends a message to every peer that has subscribed to a prefix of its first frame.</summary>
internal sealed class PublisherSocket(string name, IPEndPoint endpoint, Action<string> log)
    : ListeningSocket(name, endpoint, log)
{
    public override string Type => "PUB";

    public override IReadOnlyList<string> PeerTypes { get; } = ["SUB", "XSUB"];

    public override int MaxMessageLength(Peer peer) => WireLimits.CommandBytes;

    /// <summary>Sends a message to its subscribers. A patient sender waits a limited time for slow clients (see
    /// <see cref="Outbox"/>); other slow subscribers are disconnected.</summary>
    public void Publish(IReadOnlyList<byte[]> frames, bool patient)
    {
        // The waiting time starts once for all peers, so that it does not grow with the number of peers that do not
        // read.
        long? patientSince = patient ? Environment.TickCount64 : null;
        foreach (Peer peer in Peers)
            if (peer.Topics.Any(topic => frames[0].AsSpan().StartsWith(topic))
                && !peer.Send(frames, patientSince) && !peer.IsProven)
                peer.Dispose();
    }

    /// <summary>Handles subscriptions of ZMTP before 3.1, which are messages: a byte 1 and the topic to subscribe, or a
    /// byte 0 and the topic to cancel.</summary>
    public override void OnMessage(Peer peer, IReadOnlyList<byte[]> frames)
    {
        if (frames is [[0 or 1, .. var topic]])
            OnSubscription(peer, topic, wanted: frames[0][0] == 1);
    }

    /// <summary>Adds or removes a subscription. A topic that was subscribed to twice must be cancelled twice.</summary>
    public override void OnSubscription(Peer peer, byte[] topic, bool wanted)
    {
        byte[][] topics = peer.Topics;
        if (wanted && (topics.Length == WireLimits.Subscriptions || topic.Length > WireLimits.NameBytes))
            throw new WireException(
                $"A peer has more than {WireLimits.Subscriptions} subscriptions, or one longer than "
                    + $"{WireLimits.NameBytes} bytes.");
        int index = Array.FindIndex(topics, other => other.AsSpan().SequenceEqual(topic));
        if (wanted)
            peer.Topics = [.. topics, topic];
        else if (index >= 0)
            peer.Topics = [.. topics[..index], .. topics[(index + 1)..]];
    }
}
