using System.Buffers.Binary;
using System.IO.Compression;

namespace NeuralNotebooks.Plotting;

/// <summary>Writes small images as PNG data URLs, which every host shows.</summary>
/// <remarks>
/// Portable Network Graphics (PNG) Specification, W3C: a signature, then chunks of length, type, data and checksum.
/// Here each pixel is one byte, an index into a palette of at most 256 colours.
/// </remarks>
internal static class Png
{
    private const byte BitsPerIndex = 8, Indexed = 3;

    private static ReadOnlySpan<byte> Signature =>
        [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    /// <summary>The image as a data URL.</summary>
    /// <param name="width">Pixels from left to right.</param>
    /// <param name="pixels">Indices into the palette, row after row from the top.</param>
    /// <param name="palette">Red, green and blue of each colour.</param>
    public static string DataUrl(int width, ReadOnlySpan<byte> pixels, ReadOnlySpan<byte> palette)
    {
        using MemoryStream file = new();
        file.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], pixels.Length / width);
        header[8] = BitsPerIndex;
        header[9] = Indexed;
        WriteChunk(file, "IHDR"u8, header);
        WriteChunk(file, "PLTE"u8, palette);
        WriteChunk(file, "IDAT"u8, Compressed(width, pixels));
        WriteChunk(file, "IEND"u8, []);
        return "data:image/png;base64," + Convert.ToBase64String(file.ToArray());
    }

    /// <summary>Every row begins with its filter type: 0, none.</summary>
    private static byte[] Compressed(int width, ReadOnlySpan<byte> pixels)
    {
        using MemoryStream data = new();
        using (ZLibStream zlib = new(data, CompressionLevel.SmallestSize))
        {
            for (int start = 0; start < pixels.Length; start += width)
            {
                zlib.WriteByte(0);
                zlib.Write(pixels.Slice(start, width));
            }
        }
        return data.ToArray();
    }

    private static void WriteChunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc32(data, Crc32(type, uint.MaxValue)));
        file.Write(number);
    }

    /// <summary>CRC-32, bit by bit.</summary>
    private static uint Crc32(ReadOnlySpan<byte> data, uint sum)
    {
        foreach (byte next in data)
        {
            sum ^= next;
            for (int bit = 0; bit < 8; bit++)
                sum = (sum >> 1) ^ ((sum & 1) * 0xEDB88320u);
        }
        return sum;
    }
}
