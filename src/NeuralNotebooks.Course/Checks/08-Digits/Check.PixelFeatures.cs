namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<ImagesCase> _pixelFeatures = new()
    {
        Cases = () =>
            [new([[0, 51, 102, 255], [204, 0, 255, 153], [1, 2, 3, 4]]),
            .. Enumerable.Range(1, 4).Select(ImagesCase.Drawn)],
        Describe = c => $"for {TextOf.Count(c.Images.Length, "image")} of {c.Images[0].Length} pixels",
        FailsLater = ("The sizes of the first case are hard-coded:",
            "take them from `images.Length` and `images[0].Length`."),
        Praise = "A column for each image, a row for each pixel, all between 0 and 1.",
        Parts = c => c.Parts,
    };

    /// <summary>Notebook 08: images as the columns of X, with pixels from 0 to 1.</summary>
    /// <param name="features">From the bytes of each image to X, pixels × images.</param>
    public static Verdict PixelFeatures(Func<byte[][], M> features) => _pixelFeatures.Judge(c => features(c.Images));

    private sealed record ImagesCase(byte[][] Images)
    {
        public static ImagesCase Drawn(int seed) => new([.. Enumerable.Range(seed, (3 * seed) - 2)
            .Select(j => new Random(j).GetItems<byte>([0, 1, 17, 60, 128, 200, 254, 255], 20 / seed))]);

        public M Each(Func<byte, double> scale) =>
            Matrices.Of(Images[0].Length, Images.Length, (i, j) => scale(Images[j][i]));

        public Part<ImagesCase>[] Parts => [new("X", c => c.Each(pixel => pixel / 255.0))
        {
            { ("This is an integer division:", "`pixel / 255` is 0 for all but the blackest. Write `255.0`."),
                Each(pixel => pixel / 255) },
            { ("The last pixels of each image stay 0:", "the inner loop runs over its pixels, `images[j].Length`."),
                Matrices.Of(Images[0].Length, Images.Length,
                    (i, j) => i < Images.Length ? Images[j][i] / 255.0 : 0) },
            { ("The pixels are copied as they are, 0 to 255.", "Divide by 255.0, so that they lie between 0 and 1."),
                Each(pixel => pixel) },
            { ("Paper and ink are swapped:", "in MNIST 0 is paper, and stays 0."),
                Each(pixel => 1 - pixel / 255.0) },
        }];
    }
}
