using System.Net;
using System.Net.Sockets;

namespace NeuralNotebooks.Jupyter.Tests;

/// <summary>Ports of this machine that are not in use.</summary>
internal static class FreePort
{
    public static int Next() => Next(1)[0];

    /// <summary>Several at once, all different.</summary>
    public static int[] Next(int count)
    {
        Socket[] sockets = [.. Enumerable.Range(0, count).Select(_ => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp))];
        foreach (Socket socket in sockets)
            socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        int[] ports = [.. sockets.Select(socket => ((IPEndPoint)socket.LocalEndPoint!).Port)];
        foreach (Socket socket in sockets)
            socket.Dispose();
        return ports;
    }
}
