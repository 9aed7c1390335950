using System.Buffers.Binary;

namespace NeuralNotebooks.Jupyter;

/// <summary>A command of ZMTP, the protocol of ZeroMQ: a length-prefixed name and data.</summary>
internal readonly record struct ZmtpCommand(string Name, byte[] Data)
{
    public const string Ready = "READY",
        Error = "ERROR",
        Subscribe = "SUBSCRIBE",
        Cancel = "CANCEL",
        Ping = "PING",
        Pong = "PONG";

    private const int TimeToLiveLength = 2, MaxContextLength = 16;

    public static ZmtpCommand Parse(ReadOnlySpan<byte> body)
        => body.Length > 0 && body[0] < body.Length
            ? new ZmtpCommand(Encoding.ASCII.GetString(body[1..(1 + body[0])]), [.. body[(1 + body[0])..]])
            : throw new WireException("A command has no name.");

    public byte[] ToBytes() => [(byte)Name.Length, .. Encoding.ASCII.GetBytes(Name), .. Data];

    public static ZmtpCommand ReadyAs(string socketType) =>
        new(Ready, [.. Property("Socket-Type", Encoding.ASCII.GetBytes(socketType)), .. Property("Identity", [])]);

    public static ZmtpCommand ErrorWith(string reason) =>
        new(
            Error,
            [(byte)Math.Min(reason.Length, byte.MaxValue), .. Encoding.ASCII.GetBytes(reason).Take(byte.MaxValue)]);

    /// <summary>PONG echoes the context of a PING, which follows the PING's time-to-live.</summary>
    public static ZmtpCommand PongTo(ZmtpCommand ping) =>
        new(Pong, [.. ping.Data.Skip(TimeToLiveLength).Take(MaxContextLength)]);

    /// <summary>The properties of READY by name; names are case-insensitive.</summary>
    public Dictionary<string, byte[]> Properties()
    {
        var properties = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        ReadOnlySpan<byte> rest = Data;
        while (rest.Length > 0)
        {
            int name = rest[0];
            if (rest.Length < 1 + name + sizeof(int))
                throw new WireException("READY has a truncated property.");
            uint value = BinaryPrimitives.ReadUInt32BigEndian(rest[(1 + name)..]);
            if (value > rest.Length - 1 - name - sizeof(int))
                throw new WireException("READY has a truncated property.");
            properties[Encoding.ASCII.GetString(rest[1..(1 + name)])] =
                [.. rest.Slice(1 + name + sizeof(int), (int)value)];
            rest = rest[(1 + name + sizeof(int) + (int)value)..];
        }
        return properties;
    }

    private static byte[] Property(string name, byte[] value)
    {
        byte[] length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
        return [(byte)name.Length, .. Encoding.ASCII.GetBytes(name), .. length, .. value];
    }
}
