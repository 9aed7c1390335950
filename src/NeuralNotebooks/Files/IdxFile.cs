using System.Buffers.Binary;
using System.IO.Compression;

namespace NeuralNotebooks;

/// <summary>An array of bytes in the IDX format of MNIST, plain or gzipped.</summary>
/// <remarks>The format: two zero bytes, a byte for the type of the entries (8: unsigned bytes), a byte for the number
/// of dimensions, each size as four bytes (big-endian), then the entries, the last dimension varying fastest.
/// http://yann.lecun.com/exdb/mnist</remarks>
internal sealed class IdxFile
{
    private const byte UnsignedByte = 8;
    private const long MaxBytesPerPackedByte = 1032;   // the maximum compression ratio of gzip

    private IdxFile(string name, int[] sizes, byte[] entries) => (Name, Sizes, Entries) = (name, sizes, entries);

    public string Name { get; }

    public int[] Sizes { get; }

    public byte[] Entries { get; }

    public static IdxFile Read(string path, int dimensions)
    {
        string name = Path.GetFileName(path);
        using FileStream file = File.OpenRead(path);
        bool isPacked = file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
        file.Position = 0;
        using Stream stream = isPacked ? new GZipStream(file, CompressionMode.Decompress) : file;
        try
        {
            return Read(
                name, stream, dimensions, largest: isPacked ? file.Length * MaxBytesPerPackedByte : file.Length);
        }
        catch (InvalidDataException exception)
            when (isPacked && !exception.Message.StartsWith(name, StringComparison.Ordinal))
        {
            // Thrown by GZipStream.
            throw new InvalidDataException($"{name} is damaged: {exception.Message}", exception);
        }
    }

    private static IdxFile Read(string name, Stream stream, int dimensions, long largest)
    {
        byte[] header = new byte[4 * (1 + dimensions)];
        int read = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (read < header.Length)
            throw new InvalidDataException(
                $"{name} is cut off: {read} bytes were found; the header alone has {header.Length}.");
        uint magic = BinaryPrimitives.ReadUInt32BigEndian(header),
            expected = (uint)(UnsignedByte << 8 | dimensions);
        if (magic != expected)
            throw new InvalidDataException(
                $"{name} begins with 0x{magic:X8}; 0x{expected:X8} was expected (IDX, unsigned bytes, "
                    + $"{dimensions} dimensions).");

        int[] sizes = new int[dimensions];
        UInt128 announced = 1;
        for (int i = 0; i < dimensions; i++)
        {
            uint size = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4 * (1 + i)));
            announced *= size;
            sizes[i] = (int)Math.Min(size, int.MaxValue);
        }
        string bytes = dimensions == 1 ? $"{announced} bytes" : $"{string.Join("×", sizes)} = {announced} bytes";
        if (announced > (UInt128)Math.Min(largest, Array.MaxLength))
            throw new InvalidDataException($"{name} announces {bytes}, more than the file can hold.");

        byte[] entries = new byte[(int)announced];
        read = stream.ReadAtLeast(entries, entries.Length, throwOnEndOfStream: false);
        if (read < entries.Length)
            throw new InvalidDataException(
                $"{name} is cut off: {read} bytes of entries were found; {bytes} were expected.");
        if (stream.ReadByte() >= 0)
            throw new InvalidDataException($"{name} has more entries than the {bytes} that its header announces.");
        return new(name, sizes, entries);
    }
}
