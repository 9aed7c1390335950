using System.Net;
using System.Net.Sockets;

namespace NeuralNotebooks.Jupyter;

/// <summary>The address on which a socket listens.</summary>
internal abstract class Endpoint
{
    private const int Backlog = 64, MaxPathLength = 100;

    /// <summary>An endpoint of a connection file: <c>tcp</c> and an address, or <c>ipc</c> and the beginning of a
    /// path.</summary>
    /// <exception cref="FormatException">It is not an endpoint.</exception>
    public static Endpoint Parse(string transport, string address, int port) => transport switch
    {
        "tcp" => new TcpEndpoint(ParseAddress(address), port),
        "ipc" => new IpcEndpoint(FormattableString.Invariant($"{address}-{port}")),
        _ => throw new FormatException($"the transport is {transport}; tcp and ipc are supported"),
    };

    /// <exception cref="IOException">It is not available.</exception>
    public Socket Listen()
    {
        Socket socket = NewSocket();
        try
        {
            Bind(socket);
            socket.Listen(Backlog);
            return socket;
        }
        catch (Exception e)
            when (e is SocketException or ArgumentOutOfRangeException or IOException or UnauthorizedAccessException)
        {
            socket.Dispose();
            string reason =
                e is ArgumentOutOfRangeException
                    ? $"the system allows about {MaxPathLength} bytes for the path of a socket"
                    : e.Message;
            throw new IOException($"The kernel cannot listen on {this}: {reason}", e);
        }
    }

    /// <summary>Prepares an accepted connection.</summary>
    public virtual void Configure(Socket connection)
    {
    }

    /// <summary>Cleans up after the listening socket is closed.</summary>
    public virtual void Remove()
    {
    }

    protected abstract Socket NewSocket();

    protected abstract void Bind(Socket socket);

    private static IPAddress ParseAddress(string address)
        => address == "*" ? IPAddress.Any
            : address == "localhost" ? IPAddress.Loopback
            : IPAddress.TryParse(address, out IPAddress? parsed) ? parsed
            : throw new FormatException($"the ip is {address}, which is not an address");

    /// <summary>Only the given address; all interfaces (<c>*</c>) only if the client asks for them.</summary>
    private sealed class TcpEndpoint(IPAddress address, int port) : Endpoint
    {
        public override string ToString() => new IPEndPoint(address, port).ToString();

        public override void Configure(Socket connection) => connection.NoDelay = true;

        protected override Socket NewSocket() => new(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);

        protected override void Bind(Socket socket) => socket.Bind(new IPEndPoint(address, port));
    }

    /// <summary>A socket in the file system that only its owner can use.</summary>
    private sealed class IpcEndpoint(string path) : Endpoint
    {
        public override string ToString() => path;

        public override void Remove() => File.Delete(path);

        protected override Socket NewSocket() => new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

        protected override void Bind(Socket socket)
        {
            RemoveLeftover();
            socket.Bind(new UnixDomainSocketEndPoint(path));
            // Nobody can connect before Listen, so there is no window in which others could.
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        /// <summary>A kernel that was killed leaves its socket file behind, and the next one gets the same
        /// path.</summary>
        private void RemoveLeftover()
        {
            if (!File.Exists(path) || new FileInfo(path).Length > 0)
                return;
            try
            {
                using Socket probe = NewSocket();
                probe.Connect(new UnixDomainSocketEndPoint(path));
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionRefused)
            {
                File.Delete(path);
            }
        }
    }
}
