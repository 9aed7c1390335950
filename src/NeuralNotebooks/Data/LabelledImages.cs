using System.Numerics;

namespace NeuralNotebooks;

/// <summary>Grey images with a class each, kept as bytes: a quarter of the memory of floats.</summary>
public sealed class LabelledImages
{
    private readonly byte[] _pixels, _labels;

    internal LabelledImages(byte[] pixels, byte[] labels, int height, int width, int classes) =>
        (_pixels, _labels, Height, Width, ClassCount) = (pixels, labels, height, width, classes);

    /// <summary>The number of images.</summary>
    public int Count => _labels.Length;

    /// <summary>The pixels of an image from top to bottom.</summary>
    public int Height { get; }

    /// <summary>The pixels of an image from left to right.</summary>
    public int Width { get; }

    /// <summary>The number of classes.</summary>
    public int ClassCount { get; }

    /// <summary>The class of an image.</summary>
    public int Label(int image) => _labels[image];

    /// <summary>The pixels of an image, row after row: 0 … 255.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    public ReadOnlySpan<byte> Pixels(int image)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(image);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(image, Count);
        return _pixels.AsSpan(image * Height * Width, Height * Width);
    }

    /// <summary>All images as examples: each pixel / 255 is a feature, the class a one-hot target.</summary>
    /// <remarks>The set shares the bytes of the images: training makes numbers of them batch by batch, and no copy of all is ever made.</remarks>
    public Dataset<T> ToDataset<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => ToDataset<T>(0, Count);

    /// <summary>Neighbouring images as examples: features (pixels × count) in 0 … 1, one-hot targets (classes × count).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no such images.</exception>
    public Dataset<T> ToDataset<T>(int start, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (start < 0 || count < 1 || start > Count - count)
            throw new ArgumentOutOfRangeException(nameof(count), $"There are no {count} images from {start}: there are {Count}.");
        ByteFeatures features = new(_pixels, start * Height * Width, Height * Width, count);
        int[] labels = Array.ConvertAll(_labels[start..(start + count)], label => (int)label);
        return new(features, OneHot.Encode<T>(labels, ClassCount), classNames: [.. Enumerable.Range(0, ClassCount).Select(k => NumberText.Plain(k))]);
    }
}
