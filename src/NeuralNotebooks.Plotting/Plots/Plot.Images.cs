namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    // The displayed width of an image, in CSS pixels. Six large ones have the width of a text.
    private const int PlainTile = 58, CaptionedTile = 76, LargeTile = 112, LargestTile = 170;

    // The number of images up to which they are displayed larger.
    private const int FewTiles = 12, FewestTiles = 3;

    // The number of colours for weights: enough to look smooth, and few enough for a small file.
    private const int WeightColours = 63;

    /// <summary>Grey images, one for each column: <c>Plot.Images(set.Features.Columns(0, 20), 28, 28)</c>.</summary>
    /// <param name="images">Pixels × images, row after row of an image: 0 is paper, 1 is ink.</param>
    /// <param name="height">The pixels of an image from top to bottom.</param>
    /// <param name="width">The pixels of an image from left to right.</param>
    /// <param name="captions">The caption of each image.</param>
    /// <param name="title">The title.</param>
    /// <exception cref="ArgumentException">An image does not have height × width pixels, a pixel is not a number, or
    /// the number of captions differs from the number of images.</exception>
    public static Picture Images<T>(
        Matrix<T> images, int height, int width, IReadOnlyList<string>? captions = null, string title = "")
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[][] pixels = Tiles(images, height, width, "images");
        byte[] greys = [.. Intervals.EvenlySpaced(255, 0, Gif.Colours)
            .SelectMany(grey => Enumerable.Repeat((byte)Math.Round(grey), 3))];
        Func<string, string> tiles = Tiled(
            pixels, width, captions, greys, image => Array.ConvertAll(
                image, ink => (byte)Math.Round((Gif.Colours - 1) * Math.Clamp(ink, 0, 1))));
        return Picture.Of(tiles, InWords(pixels.Length, height, width, captions)).WithTitle(title)
            .WithCaption(captions is null ? InWords(pixels.Length, height, width, null) : "");
    }

    /// <summary>The weights of each unit of a first layer as an image: <c>Plot.WeightImages(network.Layers[0].Weights,
    /// 28, 28)</c>.</summary>
    /// <param name="weights">Units × pixels: a row is the weights of a unit. Blue is below zero, orange above; each
    /// unit's largest weight has the full colour.</param>
    /// <param name="height">The pixels of an image from top to bottom.</param>
    /// <param name="width">The pixels of an image from left to right.</param>
    /// <param name="captions">The caption of each image.</param>
    /// <param name="title">The title.</param>
    /// <exception cref="ArgumentException">A row does not have height × width weights, a weight is not finite, or the
    /// number of captions differs from the number of rows.</exception>
    public static Picture WeightImages<T>(
        Matrix<T> weights, int height, int width, IReadOnlyList<string>? captions = null, string title = "")
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(weights);
        double[][] units = Tiles(weights.T, height, width, "weights of units");
        byte[] colours =
            [.. Enumerable.Range(0, WeightColours).SelectMany(k => WeightColour((2.0 * k / (WeightColours - 1)) - 1))];
        Func<string, string> tiles = Tiled(units, width, captions, colours, unit =>
        {
            double largest = unit.Max(Math.Abs), scale = largest > 0 ? largest : 1;
            return Array.ConvertAll(unit, weight => (byte)Math.Round((1 + (weight / scale)) / 2 * (WeightColours - 1)));
        });
        return Picture.Of(
            tiles,
            InWords(units.Length, height, width, captions)
                + " Blue is negative, orange positive, and the largest number of each image has the full colour.")
            .WithTitle(title);
    }

    private static string InWords(int count, int height, int width, IReadOnlyList<string>? captions) =>
        $"{count} {(count == 1 ? "image" : "images")} of {width} × {height} pixels"
            + (captions is null ? "." : $": {string.Join("; ", captions)}.");

    private static double[][] Tiles<T>(Matrix<T>? images, int height, int width, string what)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[][] rows = Checked.Rows(images, $"The matrix of {what}");
        if (height < 1 || width < 1 || rows.Length != (long)height * width)
            throw new ArgumentException(
                Invariant($"Images of {height} × {width} pixels have {(long)height * width} numbers each; the matrix ")
                + $"of {what} has {rows.Length}.", nameof(images));
        return [.. Enumerable.Range(0, rows[0].Length).Select(image => Array.ConvertAll(rows, row => row[image]))];
    }

    private static Func<string, string> Tiled(
        double[][] images, int width, IReadOnlyList<string>? captions, byte[] colours, Func<double[], byte[]> inked)
    {
        if (captions is not null && captions.Count != images.Length)
            throw new ArgumentException(
                $"There are {captions.Count} captions and {images.Length} images.", nameof(captions));
        int size = images.Length <= FewestTiles ? LargestTile : images.Length <= FewTiles ? LargeTile
            : captions is null ? PlainTile : CaptionedTile;
        string all = string.Concat(images.Select((image, k) => Invariant($"""
            <span style="width:{size}px;text-align:center;font-size:12px;line-height:1.25"><img
            src="{Gif.DataUrl(width, inked(image), colours)}" alt="" width="{size}"
            style="display:block;width:{size}px;max-width:none;image-rendering:pixelated;outline:1px solid #8887"
            >{WebUtility.HtmlEncode(captions?[k])}</span>
            """)));
        return alternativeText => Invariant($"""
            <div role="img" aria-label="{WebUtility.HtmlEncode(alternativeText)}"
            style="display:flex;flex-wrap:wrap;gap:6px">{all}</div>
            """);
    }

    /// <summary>From blue at −1 over white to orange at 1.</summary>
    private static IEnumerable<byte> WeightColour(double weight)
    {
        byte[] full = Convert.FromHexString((weight < 0 ? Palette.Blue : Palette.Orange).AsSpan(1));
        return full.Select(strong => (byte)Math.Round(255 + (Math.Abs(weight) * (strong - 255))));
    }
}
