namespace NeuralNotebooks.Jupyter;

/// <summary>Limits for the resources that the peers of a socket may use. Any program on the machine can connect, so
/// unproven ones, which have not shown that they have the key, have smaller limits.</summary>
internal static class WireLimits
{
    public const int MessageBytes = 64 * 1024 * 1024;

    /// <summary>The maximal size of a message (bytes) from an unproven peer. A client's first request is
    /// small.</summary>
    public const int UnprovenBytes = 256 * 1024;

    public const int UnreadBytes = 20 * 1024 * 1024;

    /// <summary>The maximal number of bytes that an unproven peer has not read yet: such a peer is not waited
    /// for.</summary>
    public const int UnprovenUnreadBytes = 1024 * 1024;

    /// <summary>The maximal number of connections of a socket. A further connection replaces that of the oldest
    /// unproven peer; if there is none, it is rejected.</summary>
    public const int Peers = 128;

    public const int Frames = 1024;

    /// <summary>The maximal number of requests on a channel that wait. Further ones are read later.</summary>
    public const int WaitingRequests = 1024;

    /// <summary>The maximal size (bytes) of a protocol command such as READY or PING, and of a message on sockets that
    /// only receive short ones.</summary>
    public const int CommandBytes = 64 * 1024;

    /// <summary>The maximal size (bytes) of a peer's identity, and of a topic that it subscribes to.</summary>
    public const int NameBytes = 255;

    public const int Subscriptions = 256;

    public static readonly TimeSpan HandshakeTime = TimeSpan.FromSeconds(10);
}
