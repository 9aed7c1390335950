namespace NeuralNotebooks.Jupyter;

/// <summary>How much a peer may ask of the kernel before it has shown who it is.</summary>
internal static class WireLimits
{
    /// <summary>Bytes of a message, all its frames together.</summary>
    public const int Message = 64 * 1024 * 1024;

    /// <summary>Frames of a message.</summary>
    public const int Frames = 1024;

    /// <summary>Bytes of a command of the protocol, such as READY or PING.</summary>
    public const int Command = 64 * 1024;

    /// <summary>Subscriptions of a peer.</summary>
    public const int Subscriptions = 256;

    /// <summary>Connections of a socket. One that comes when there are so many is closed.</summary>
    public const int Peers = 128;

    /// <summary>From connecting to the end of the handshake.</summary>
    public static readonly TimeSpan Handshake = TimeSpan.FromSeconds(10);
}
