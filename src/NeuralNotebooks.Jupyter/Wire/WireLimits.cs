namespace NeuralNotebooks.Jupyter;

/// <summary>How much the peers of a socket may ask of the kernel.</summary>
internal static class WireLimits
{
    /// <summary>Bytes of a message, all its frames together.</summary>
    public const int Message = 64 * 1024 * 1024;

    /// <summary>
    /// Bytes that all peers of a socket together may have on their way that have not yet shown that they have the key. Anybody on the
    /// machine can connect; a first request is small.
    /// </summary>
    public const int UnknownPeers = 16 * 1024 * 1024;

    /// <summary>
    /// Bytes that wait for all peers of a socket together that have stopped reading: as much as for two of them (see <see cref="Outbox"/>).
    /// One more takes the place of the oldest, which may connect again.
    /// </summary>
    public const int Unread = 2 * Outbox.Capacity;

    /// <summary>Frames of a message.</summary>
    public const int Frames = 1024;

    /// <summary>Bytes of a protocol command such as READY or PING, and of a message where only short ones make sense.</summary>
    public const int Command = 64 * 1024;

    /// <summary>Bytes of a peer's identity, and of a topic that it subscribes to.</summary>
    public const int Name = 255;

    /// <summary>Subscriptions of a peer.</summary>
    public const int Subscriptions = 256;

    /// <summary>Connections of a socket. One more takes the place of the oldest that has said nothing so far; it is closed where there is none.</summary>
    public const int Peers = 128;

    /// <summary>From connecting to the end of the handshake.</summary>
    public static readonly TimeSpan Handshake = TimeSpan.FromSeconds(10);
}
