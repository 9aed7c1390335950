using System.Collections;

namespace NeuralNotebooks;

/// <summary>A message in the binary format of Protocol Buffers. Its fields are written in the order in which they are
/// added, also by a collection initializer: <c>new ProtobufMessage { { 1, "name" }, { 2, 7 } }</c>.</summary>
/// <remarks>A field is the number 8 · field + type and its value. Two types are enough here: 0, an integer, and 2,
/// bytes after their number: a text, an array of numbers, or another message. Integers are written in groups of seven
/// bits, the lowest first; the highest bit of a byte says that another byte follows (varint). A repeated field is added
/// several times. https://protobuf.dev/programming-guides/encoding</remarks>
internal sealed class ProtobufMessage : IEnumerable<ReadOnlyMemory<byte>>
{
    private const int Integer = 0, Bytes = 2;
    private readonly List<ReadOnlyMemory<byte>> _parts = [];

    public long Length { get; private set; }

    public void Add(int field, long value) => Append(Varints((ulong)field << 3 | Integer, (ulong)value));

    public void Add(int field, string text) => Add(field, Encoding.UTF8.GetBytes(text));

    public void Add(int field, ReadOnlyMemory<byte> bytes)
    {
        AppendStart(field, bytes.Length);
        Append(bytes);
    }

    /// <summary>The bytes of the other message are not copied, since they may hold all weights of a network.</summary>
    public void Add(int field, ProtobufMessage message)
    {
        AppendStart(field, message.Length);
        foreach (ReadOnlyMemory<byte> part in message)
            Append(part);
    }

    public IEnumerator<ReadOnlyMemory<byte>> GetEnumerator() => _parts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void AppendStart(int field, long length) =>
        Append(Varints((ulong)field << 3 | Bytes, (ulong)length));

    private void Append(ReadOnlyMemory<byte> part)
    {
        _parts.Add(part);
        Length += part.Length;
    }

    private static byte[] Varints(params ReadOnlySpan<ulong> integers)
    {
        List<byte> bytes = [];
        foreach (ulong integer in integers)
        {
            ulong rest = integer;
            for (; rest > 0x7F; rest >>= 7)
                bytes.Add((byte)(rest | 0x80));
            bytes.Add((byte)rest);
        }
        return [.. bytes];
    }
}
