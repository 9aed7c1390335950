using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace NeuralNotebooks.Plotting.Tests;

/// <summary>The images on the page, decoded from PNG by the specification of the format. Images.approved.txt has the
/// colour of each pixel.</summary>
public partial class ImagesTests
{
    // Two images of 2 × 3 pixels, row after row.
    private static readonly Matrix<double> _images =
        Matrix.Of(new double[,] { { 0, 1 }, { 0.2, 0 }, { 0.4, 0 }, { 0.6, 0 }, { 0.8, 0 }, { 1, 0 } });

    private static readonly Dictionary<string, Func<Picture>> _pictures = new()
    {
        ["A column is an image with paper for 0 and ink for 1, and captions stand below"] = () =>
            Plot.Images(_images, height: 2, width: 3, ["4 & 9", "7"]),
        ["Values outside the range are clamped"] = () => Plot.Images(Matrix.Column(-3, 7), 1, 2),
        ["A weight is blue below zero, white at zero and orange above, each unit on its own scale"] = () =>
            Plot.WeightImages(Matrix.Of(new double[,] { { -1, 0, 1 }, { -20, 0, 20 } }), 1, 3),
        ["A unit without weights is white"] = () => Plot.WeightImages(Matrix.Zeros<double>(1, 4), 2, 2),
    };

    [Theory]
    [FactsOf("Images/Images")]
    public void Images_show(string fact)
    {
        IEnumerable<string> images = Image().Matches(_pictures[fact]().ToHtml()).Select(image =>
            Pixels(Convert.FromBase64String(image.Groups[1].Value)) + image.Groups[2].Value + "\n");

        ApprovedTexts.Check("Images/Images", fact, string.Concat(images).TrimEnd() + "\n");
    }

    /// <summary>The colours of all pixels, row by row.</summary>
    private static string Pixels(byte[] file)
    {
        Dictionary<string, byte[]> chunks = Chunks(file).ToDictionary(chunk => chunk.Type, chunk => chunk.Data);
        int width = BinaryPrimitives.ReadInt32BigEndian(chunks["IHDR"]),
            height = BinaryPrimitives.ReadInt32BigEndian(chunks["IHDR"].AsSpan(4));
        Assert.Equal([8, 3, 0, 0, 0], chunks["IHDR"][8..]);
        using MemoryStream bytes = new();
        using (ZLibStream zlib = new(new MemoryStream(chunks["IDAT"]), CompressionMode.Decompress))
            zlib.CopyTo(bytes);
        // The filter of every row is 0.
        byte[][] rows = [.. bytes.ToArray().Chunk(width + 1)];
        Assert.Equal(Enumerable.Repeat((width + 1, (byte)0), height), rows.Select(row => (row.Length, row[0])));
        return string.Concat(rows.Select(row => string.Join(
            ' ', row.Skip(1).Select(index => Convert.ToHexStringLower(chunks["PLTE"], 3 * index, 3))) + "\n"));
    }

    private static IEnumerable<(string Type, byte[] Data)> Chunks(byte[] file)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], file[..8]);
        for (int at = 8; at < file.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at)), end = at + 8 + length;
            Assert.Equal(Crc(file[(at + 4)..end]), BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(end)));
            yield return (Encoding.ASCII.GetString(file, at + 4, 4), file[(at + 8)..end]);
            at = end + 4;
        }
    }

    /// <summary>CRC-32, which is at the end of a gzip file too.</summary>
    private static uint Crc(byte[] bytes)
    {
        using MemoryStream file = new();
        using (GZipStream gzip = new(file, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return BinaryPrimitives.ReadUInt32LittleEndian(file.ToArray().AsSpan(^8));
    }

    [GeneratedRegex("src=\"data:image/png;base64,([^\"]+)\"[^>]*>([^<]*)")]
    private static partial Regex Image();
}
