using System.Buffers.Binary;

namespace NeuralNotebooks.Jupyter;

/// <summary>Reads and writes frames: one byte of flags, one or eight of length (big-endian), the body.</summary>
internal static class FrameStream
{
    private const FrameFlags Known = FrameFlags.More | FrameFlags.Long | FrameFlags.Command;
    private const int MaxShortLength = byte.MaxValue;

    /// <summary>Reads the next frame; null if the peer has closed the connection between two frames.</summary>
    public static Frame? Read(Stream stream, int limit)
    {
        int first = stream.ReadByte();
        if (first < 0)
            return null;
        var flags = (FrameFlags)first;
        if ((flags & ~Known) != 0 || flags.HasFlag(FrameFlags.Command | FrameFlags.More))
            throw new WireException($"A frame cannot begin with {first:X2}.");

        Span<byte> size = stackalloc byte[flags.HasFlag(FrameFlags.Long) ? sizeof(ulong) : 1];
        stream.ReadExactly(size);
        ulong length = size.Length == 1 ? size[0] : BinaryPrimitives.ReadUInt64BigEndian(size);
        int allowed = flags.HasFlag(FrameFlags.Command) ? Math.Min(limit, WireLimits.CommandBytes) : limit;
        if (length > (ulong)allowed)
            throw new WireException($"A frame of {length} bytes exceeds the limit of {allowed}.");
        byte[] body = new byte[length];
        stream.ReadExactly(body);
        return new Frame(flags, body);
    }

    public static void Write(Stream stream, FrameFlags flags, ReadOnlySpan<byte> body)
    {
        Span<byte> head = stackalloc byte[1 + sizeof(ulong)];
        if (body.Length <= MaxShortLength)
        {
            (head[0], head[1]) = ((byte)flags, (byte)body.Length);
            head = head[..2];
        }
        else
        {
            head[0] = (byte)(flags | FrameFlags.Long);
            BinaryPrimitives.WriteUInt64BigEndian(head[1..], (ulong)body.Length);
        }
        stream.Write(head);
        stream.Write(body);
    }
}
