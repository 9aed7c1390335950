using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace NeuralNotebooks.Plotting.Tests;

/// <summary>The images on the page, read as PNG files by the rules of that format.</summary>
public partial class ImagesTests
{
    // Two images of 2 × 3 pixels, row after row.
    private static readonly Matrix<double> _images =
        Matrix.Of(new double[,] { { 0, 1 }, { 0.2, 0 }, { 0.4, 0 }, { 0.6, 0 }, { 0.8, 0 }, { 1, 0 } });

    private static readonly double[][] _firstImage = [[0, 51, 102], [153, 204, 255]];

    [Fact]
    public void A_column_is_an_image_with_paper_for_0_and_ink_for_1()
    {
        byte[][][] first = Pixels(Files(Plot.Images(_images, height: 2, width: 3))[0]);

        Assert.Equal(
            _firstImage.Select(row => row.Select(ink => 255 - ink)),
            first.Select(row => row.Select(colour => (double)colour[0])));
        Assert.All(first.SelectMany(row => row), colour => Assert.Single(colour.Distinct()));
    }

    [Fact]
    public void Every_chunk_of_a_file_has_its_check_sum()
    {
        foreach ((string type, byte[] data, uint sum) in Chunks(Files(Plot.Images(_images, 2, 3))[1]))
            Assert.Equal(Crc([.. Encoding.ASCII.GetBytes(type), .. data]), sum);
    }

    [Fact]
    public void Values_outside_the_range_are_clamped() =>
        Assert.Equal(
            [255, 0], Pixels(Files(Plot.Images(Matrix.Column(-3, 7), 1, 2))[0])[0].Select(colour => (int)colour[0]));

    [Fact]
    public void A_weight_is_blue_below_zero_white_at_zero_and_orange_above_each_unit_on_its_own_scale()
    {
        Matrix<double> weights = Matrix.Of(new double[,] { { -1, 0, 1 }, { -20, 0, 20 } });
        List<byte[]> files = Files(Plot.WeightImages(weights, 1, 3));
        byte[][] row = Pixels(files[0])[0];

        Assert.Equal([[0x00, 0x72, 0xB2], [255, 255, 255], [0xD5, 0x5E, 0x00]], row);
        Assert.Equal(row, Pixels(files[1])[0]);
    }

    [Fact]
    public void A_unit_without_weights_is_white() =>
        Assert.All(
            Pixels(Files(Plot.WeightImages(Matrix.Zeros<double>(1, 4), 2, 2))[0]).SelectMany(row => row),
            colour => Assert.Equal([255, 255, 255], colour));

    [Fact]
    public void Captions_stand_below_the_images() =>
        Plot.Images(_images, 2, 3, ["4 & 9", "7"]).ToHtml().ShouldContain(">4 &amp; 9</span>");

    private static List<byte[]> Files(Picture picture) =>
        [.. Address().Matches(picture.ToHtml()).Select(match => Convert.FromBase64String(match.Groups[1].Value))];

    /// <summary>Red, green and blue of every pixel of every row.</summary>
    private static byte[][][] Pixels(byte[] file)
    {
        Dictionary<string, byte[]> chunks = Chunks(file).ToDictionary(chunk => chunk.Type, chunk => chunk.Data);
        int width = BinaryPrimitives.ReadInt32BigEndian(chunks["IHDR"]),
            height = BinaryPrimitives.ReadInt32BigEndian(chunks["IHDR"].AsSpan(4));
        Assert.Equal([8, 3, 0, 0, 0], chunks["IHDR"][8..]);
        using MemoryStream rows = new();
        using (ZLibStream zlib = new(new MemoryStream(chunks["IDAT"]), CompressionMode.Decompress))
            zlib.CopyTo(rows);
        byte[] bytes = rows.ToArray(), palette = chunks["PLTE"];
        Assert.Equal(height * (width + 1), bytes.Length);
        return [.. Enumerable.Range(0, height).Select(row =>
        {
            Assert.Equal(0, bytes[row * (width + 1)]);
            return Enumerable.Range(1, width).Select(x => palette.AsSpan(3 * bytes[row * (width + 1) + x], 3).ToArray())
                .ToArray();
        })];
    }

    private static IEnumerable<(string Type, byte[] Data, uint Sum)> Chunks(byte[] file)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], file[..8]);
        for (int at = 8; at < file.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            yield return (
                Encoding.ASCII.GetString(file, at + 4, 4), file[(at + 8)..(at + 8 + length)],
                BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8 + length)));
            at += 12 + length;
        }
    }

    /// <summary>CRC-32 as a division of polynomials, with a table.</summary>
    private static uint Crc(byte[] bytes)
    {
        uint[] table =
            [.. Enumerable.Range(0, 256)
            .Select(n =>
            Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) == 1 ? 0xEDB88320 ^ (c >> 1) : c >> 1))];
        return ~bytes.Aggregate(uint.MaxValue, (c, next) => table[(c ^ next) & 255] ^ (c >> 8));
    }

    [GeneratedRegex("src=\"data:image/png;base64,([^\"]+)\"")]
    private static partial Regex Address();
}
