using System.Net;
using System.Net.Sockets;

namespace NeuralNotebooks.Jupyter.Tests;

/// <summary>Ports of this machine that are not in use.</summary>
/// <remarks>The ports are below the ephemeral ports: an outgoing connection could take one of those before the kernel
/// listens on it, and a connection to a port on which nobody listens yet could even be assigned that same port, and so
/// connect to itself.</remarks>
internal static class FreePort
{
    private const int First = 12_000, End = 32_000;

    /// <summary>The ports that were returned before, since their users may not listen yet.</summary>
    private static readonly ConcurrentDictionary<int, bool> _given = [];

    public static int Next() => Next(1)[0];

    public static int[] Next(int count)
    {
        var ports = new HashSet<int>();
        while (ports.Count < count)
            if (Random.Shared.Next(First, End) is var port && _given.TryAdd(port, true) && IsFree(port))
                ports.Add(port);
        return [.. ports];
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
