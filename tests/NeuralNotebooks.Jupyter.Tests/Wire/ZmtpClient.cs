using System.Net;
using System.Net.Sockets;

namespace NeuralNotebooks.Jupyter.Tests;

/// <summary>The other end of a ZMTP connection, which can also violate the protocol.</summary>
internal sealed class ZmtpClient : IDisposable
{
    /// <summary>A long time, so that no test fails because the machine is busy.</summary>
    public static readonly TimeSpan WaitTimeout = TimeSpan.FromMinutes(5);

    private readonly Socket _socket;
    private readonly NetworkStream _stream;
    private readonly BufferedStream _input;

    private ZmtpClient(EndPoint endpoint)
    {
        _socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp)
        {
            ReceiveTimeout = (int)WaitTimeout.TotalMilliseconds,
            NoDelay = true, // as ZeroMQ sets it
        };
        _socket.Connect(endpoint);
        _stream = new NetworkStream(_socket);
        _input = new BufferedStream(_stream);
    }

    public static ZmtpClient Connect(int port) => new(new IPEndPoint(IPAddress.Loopback, port));

    public static ZmtpClient Open(int port, string type, string identity = "") =>
        Connect(port).ShakeHands(type, identity);

    public static byte[] Framed(FrameFlags kind, params IReadOnlyList<byte[]> frames)
    {
        using var whole = new MemoryStream();
        for (int i = 0; i < frames.Count; i++)
            FrameStream.Write(whole, kind | (i < frames.Count - 1 ? FrameFlags.More : FrameFlags.None), frames[i]);
        return whole.ToArray();
    }

    public ZmtpClient ShakeHands(string type, string identity = "")
    {
        SendRaw(Greeting.Bytes);
        ReceiveRaw(Greeting.Length);
        SendCommand(Ready(type, identity));
        Assert.Equal("READY", ReceiveCommand().Name);
        return this;
    }

    public static ZmtpCommand Ready(string type, string identity) =>
        new("READY", [.. Property("Socket-Type", type), .. Property("Identity", identity)]);

    public void SendRaw(params ReadOnlySpan<byte> bytes) => _stream.Write(bytes);

    public byte[] ReceiveRaw(int count)
    {
        byte[] bytes = new byte[count];
        _input.ReadExactly(bytes);
        return bytes;
    }

    public void SendCommand(ZmtpCommand command) => _stream.Write(Framed(FrameFlags.Command, command.ToBytes()));

    public ZmtpCommand ReceiveCommand()
    {
        Frame frame = FrameStream.Read(_input, WireLimits.MessageBytes) ?? throw new EndOfStreamException();
        Assert.True(frame.IsCommand);
        return ZmtpCommand.Parse(frame.Body);
    }

    public void Send(params IReadOnlyList<byte[]> frames) => _stream.Write(Framed(FrameFlags.None, frames));

    /// <summary>Subscribes, as ZMTP 3.0 does, to topics with this beginning, or cancels that.</summary>
    public void Subscribe(bool wanted, byte[] topic) => Send([[(byte)(wanted ? 1 : 0), .. topic]]);

    public void Send(params string[] frames) => Send([.. frames.Select(Encoding.UTF8.GetBytes)]);

    public List<byte[]> Receive()
    {
        var frames = new List<byte[]>();
        while (true)
        {
            Frame frame =
                FrameStream.Read(_input, WireLimits.MessageBytes)
                ?? throw new EndOfStreamException("The kernel has closed the connection.");
            frames.Add(frame.Body);
            if (frame.IsLast)
                return frames;
        }
    }

    public string[] ReceiveTexts() => [.. Receive().Select(Encoding.UTF8.GetString)];

    public bool IsClosed()
    {
        try
        {
            while (_input.ReadByte() >= 0) { }
            return true;
        }
        catch (IOException e)
            when (e.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Returns when the other end has read all that was sent before: it answers a PING in order.</summary>
    public void Synchronize()
    {
        SendCommand(new ZmtpCommand(ZmtpCommand.Ping, [0, 0]));
        Assert.Equal(ZmtpCommand.Pong, ReceiveCommand().Name);
    }

    public bool IsSilent(TimeSpan time) => !_socket.Poll(time, SelectMode.SelectRead);

    public bool CanSend(TimeSpan time) => _socket.Poll(time, SelectMode.SelectWrite);

    public void Dispose()
    {
        _stream.Dispose();
        _socket.Dispose();
    }

    private static byte[] Property(string name, string value) =>
        [
            (byte)name.Length,
            .. Encoding.ASCII.GetBytes(name),
            0,
            0,
            0,
            (byte)value.Length,
            .. Encoding.ASCII.GetBytes(value),
        ];
}
