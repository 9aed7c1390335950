namespace NeuralNotebooks.Jupyter;

/// <summary>Limits for the resources that the peers of a socket may use.</summary>
internal static class WireLimits
{
    /// <summary>The maximal size of a message (bytes), over all its frames.</summary>
    public const int MessageBytes = 64 * 1024 * 1024;

    /// <summary>The maximal size (bytes) of all incomplete messages from the unknown peers of a socket, which have not
    /// yet proved that they have the key. Any program on the machine can connect, and a client's first request is
    /// small.</summary>
    public const int UnknownPeersBytes = 16 * 1024 * 1024;

    /// <summary>The maximal number of bytes queued for all peers of a socket that have stopped reading: enough for two
    /// of them (see <see cref="Outbox"/>). Above it such peers are disconnected, unknown ones first; they may connect
    /// again.</summary>
    public const int UnreadBytes = 2 * Outbox.Capacity;

    /// <summary>The maximal number of frames of a message.</summary>
    public const int Frames = 1024;

    /// <summary>The maximal size (bytes) of a protocol command such as READY or PING, and of a message on sockets that
    /// only receive short ones.</summary>
    public const int CommandBytes = 64 * 1024;

    /// <summary>The maximal size (bytes) of a peer's identity, and of a topic that it subscribes to.</summary>
    public const int NameBytes = 255;

    /// <summary>The maximal number of subscriptions of a peer.</summary>
    public const int Subscriptions = 256;

    /// <summary>The maximal number of connections of a socket. A further connection replaces the oldest one of an
    /// unknown client; if there is none, it is rejected. For sockets that receive no signed messages,
    /// <see cref="ListeningSocket.ConnectionsOfClient"/> tells which connections belong to known clients.</summary>
    public const int Peers = 128;

    /// <summary>The maximal time from the connection to the end of the handshake.</summary>
    public static readonly TimeSpan HandshakeTime = TimeSpan.FromSeconds(10);
}
