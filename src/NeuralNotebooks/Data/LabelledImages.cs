namespace NeuralNotebooks;

/// <summary>Greyscale images, each with a class, stored as bytes, which need a quarter of the memory of
/// floats.</summary>
public sealed class LabelledImages
{
    private readonly byte[] _pixels, _labels;

    internal LabelledImages(byte[] pixels, byte[] labels, int height, int width, IReadOnlyList<string> classNames) =>
        (_pixels, _labels, Height, Width, ClassNames) = (pixels, labels, height, width, classNames);

    /// <summary>The number of images.</summary>
    public int Count => _labels.Length;

    /// <summary>The height of an image in pixels.</summary>
    public int Height { get; }

    /// <summary>The width of an image in pixels.</summary>
    public int Width { get; }

    /// <summary>The number of classes.</summary>
    public int ClassCount => ClassNames.Count;

    /// <summary>The names of the classes.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>The class of an image: 0 … ClassCount − 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    public int Label(int image) => _labels[Checked(image)];

    /// <summary>The pixels of an image, row after row: 0 … 255.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    public ReadOnlySpan<byte> Pixels(int image)
    {
        return _pixels.AsSpan(Checked(image) * Height * Width, Height * Width);
    }

    /// <summary>All images as examples: features (pixels × images) in 0 … 1, each a pixel / 255; one-hot targets
    /// (classes × images).</summary>
    /// <remarks>The set shares the bytes of the images. Training converts them batch by batch, so it needs no copy of
    /// all of them.</remarks>
    public Dataset<T> ToDataset<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => ToDataset<T>(0, Count);

    /// <summary>Adjacent images as examples: features (pixels × count) in 0 … 1, one-hot targets (classes ×
    /// count).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no such images.</exception>
    public Dataset<T> ToDataset<T>(int start, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (start < 0 || count < 1 || start > Count - count)
            throw new ArgumentOutOfRangeException(
                nameof(count),
                Invariant(
                    $"Requested {count} images starting at {start}: there are {Count}, "
                        + $"and a set needs at least one."));
        ByteFeatures features = new(_pixels, start * Height * Width, Height * Width, count);
        int[] labels = Array.ConvertAll(_labels[start..(start + count)], label => (int)label);
        return new(features, OneHot.Encode<T>(labels, ClassCount), classNames: ClassNames);
    }

    private int Checked(int image) =>
        (uint)image < (uint)Count
            ? image
            : throw new ArgumentOutOfRangeException(
                nameof(image), Invariant($"There is no image {image}: there are {Count}, from 0 to {Count - 1}."));
}
