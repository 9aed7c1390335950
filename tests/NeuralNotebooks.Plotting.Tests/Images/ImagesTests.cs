using System.Buffers.Binary;

namespace NeuralNotebooks.Plotting.Tests;

/// <summary>The images on the page, decoded from GIF by the specification of the format. Images.approved.txt has the
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

    private static string Pixels(byte[] file)
    {
        const int Palette = 13, Image = Palette + 3 * 128, Blocks = Image + 11;
        int width = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(6)),
            height = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(8));
        Assert.Equal("GIF87a", Encoding.ASCII.GetString(file, 0, 6));
        Assert.Equal([0xF6, 0, 0], file[10..Palette]);
        Assert.Equal([(byte)',', 0, 0, 0, 0, .. file[6..10], 0, 7], file[Image..Blocks]);
        byte[][] codes = [.. CodesOf(file[Blocks..])];
        Assert.All(codes[..^1], block => Assert.Equal(128, block[0]));
        Assert.Equal([129], codes[^1]);
        byte[] indices = [.. codes[..^1].SelectMany(block => block[1..])];
        Assert.Equal(width * height, indices.Length);
        return string.Concat(indices.Chunk(width).Select(row => string.Join(
            ' ', row.Select(index => Convert.ToHexStringLower(file, Palette + 3 * index, 3))) + "\n"));
    }

    /// <summary>The codes of each block. In a block of at most 127 codes after a clear code, each has eight bits.
    /// </summary>
    private static IEnumerable<byte[]> CodesOf(byte[] blocks)
    {
        int at = 0;
        for (; blocks[at] > 0; at += 1 + blocks[at])
        {
            Assert.InRange(blocks[at], 1, 127);
            yield return blocks[(at + 1)..(at + 1 + blocks[at])];
        }
        Assert.Equal([0, (byte)';'], blocks[at..]);
    }

    [GeneratedRegex("src=\"data:image/gif;base64,([^\"]+)\"[^>]*>([^<]*)")]
    private static partial Regex Image();
}
