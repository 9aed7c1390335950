namespace NeuralNotebooks.Jupyter;

/// <summary>How many resources a socket's peers may use.</summary>
internal static class WireLimits
{
    /// <summary>Bytes of a message, over all its frames.</summary>
    public const int Message = 64 * 1024 * 1024;

    /// <summary>
    /// Bytes of unfinished messages from all peers of a socket that have not yet proved that they have the key. Anybody
    /// on the machine can connect; a first request is small.
    /// </summary>
    public const int UnknownPeers = 16 * 1024 * 1024;

    /// <summary>
    /// Bytes queued for all peers of a socket that have stopped reading: enough for two of them (see
    /// <see cref="Outbox"/>). Beyond that the oldest is disconnected; it may connect again.
    /// </summary>
    public const int Unread = 2 * Outbox.Capacity;

    /// <summary>Frames of a message.</summary>
    public const int Frames = 1024;

    /// <summary>Bytes of a protocol command such as READY or PING, and of a message where only short ones make
    /// sense.</summary>
    public const int Command = 64 * 1024;

    /// <summary>Bytes of a peer's identity, and of a topic that it subscribes to.</summary>
    public const int Name = 255;

    /// <summary>Subscriptions of a peer.</summary>
    public const int Subscriptions = 256;

    /// <summary>
    /// Connections of a socket. One more replaces the oldest whose client has not proved that it has the key; if there
    /// is none, it is refused. Where nothing is signed, see <see cref="ListeningSocket.CompanionsOf"/>.
    /// </summary>
    public const int Peers = 128;

    /// <summary>From connecting to the end of the handshake.</summary>
    public static readonly TimeSpan Handshake = TimeSpan.FromSeconds(10);
}
