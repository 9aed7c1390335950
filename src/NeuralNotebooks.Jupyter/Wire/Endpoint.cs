using System.Net;
using System.Net.Sockets;

namespace NeuralNotebooks.Jupyter;

/// <summary>The address on which a socket listens: a TCP address, or the path of a Unix domain socket.</summary>
internal sealed class Endpoint
{
    private const int Backlog = 64, MaxPathLength = 100;

    private readonly IPEndPoint? _tcp;
    private readonly string _path;

    private Endpoint(IPEndPoint? tcp, string path) => (_tcp, _path) = (tcp, path);

    /// <summary>An endpoint of a connection file: <c>tcp</c> and an address, or <c>ipc</c> and the beginning of a
    /// path.</summary>
    public static Endpoint Parse(string transport, string address, int port) => transport switch
    {
        "tcp" => new(new IPEndPoint(ParseAddress(address), port), ""),
        "ipc" => new(null, Invariant($"{address}-{port}")),
        _ => throw new FormatException($"the transport is {transport}; tcp and ipc are supported"),
    };

    public override string ToString() => _tcp?.ToString() ?? _path;

    public Socket Listen()
    {
        Socket? socket = null;
        try
        {
            // Creating a socket fails, for example, for an IPv6 address on a system without IPv6.
            socket = _tcp is null ? NewLocalSocket() : new(_tcp.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            if (_tcp is null)
                RemoveLeftover();
            socket.Bind(_tcp ?? (EndPoint)new UnixDomainSocketEndPoint(_path));
            // The mode is set before Listen, and nobody can connect earlier, so only the owner can ever connect.
            if (_tcp is null && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(_path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            socket.Listen(Backlog);
            return socket;
        }
        catch (Exception e)
            when (e is SocketException or ArgumentOutOfRangeException or IOException or UnauthorizedAccessException)
        {
            socket?.Dispose();
            string reason =
                e is ArgumentOutOfRangeException
                    ? $"the system allows about {MaxPathLength} bytes for the path of a socket"
                    : e.Message;
            throw new IOException($"The kernel cannot listen on {this}: {reason}", e);
        }
    }

    public void Configure(Socket connection)
    {
        if (_tcp is not null)
            connection.NoDelay = true;
    }

    public void Remove()
    {
        if (_tcp is null)
            File.Delete(_path);
    }

    private static IPAddress ParseAddress(string address)
        => address == "*" ? IPAddress.Any
            : address == "localhost" ? IPAddress.Loopback
            : IPAddress.TryParse(address, out IPAddress? parsed) ? parsed
            : throw new FormatException($"the ip is {address}, which is not an address");

    private static Socket NewLocalSocket() => new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    /// <summary>Removes the socket file of a kernel that was killed, since the next kernel may get the same
    /// path.</summary>
    private void RemoveLeftover()
    {
        if (!File.Exists(_path) || new FileInfo(_path).Length > 0)
            return;
        using Socket probe = NewLocalSocket();
        try
        {
            probe.Connect(new UnixDomainSocketEndPoint(_path));
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionRefused)
        {
            File.Delete(_path);
        }
    }
}
