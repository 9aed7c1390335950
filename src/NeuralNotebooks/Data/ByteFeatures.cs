namespace NeuralNotebooks;

/// <summary>Features of greyscale images, x = byte / 255, stored as bytes, which need a quarter of the memory of
/// floats.</summary>
internal sealed class ByteFeatures
{
    private readonly byte[] _bytes;
    private readonly int _offset;

    public ByteFeatures(byte[] bytes, int offset, int rows, int count) =>
        (_bytes, _offset, Rows, Count) = (bytes, offset, rows, count);

    public int Rows { get; }

    public int Count { get; }

    public ReadOnlySpan<byte> this[int example]
    {
        get
        {
            if ((uint)example >= (uint)Count)
                throw Shape.NoSuchPart("column", example, Count, Rows, Count);
            return _bytes.AsSpan(_offset + example * Rows, Rows);
        }
    }

    public ByteFeatures Slice(int start, int count)
    {
        Shape.CheckRange("column", start, count, Count, Rows, Count);
        return new(_bytes, _offset + start * Rows, Rows, count);
    }

    public ByteFeatures Select(ReadOnlySpan<int> examples)
    {
        byte[] chosen = new byte[examples.Length * Rows];
        for (int i = 0; i < examples.Length; i++)
            this[examples[i]].CopyTo(chosen.AsSpan(i * Rows));
        return new(chosen, 0, Rows, examples.Length);
    }

    public Matrix<T> ToMatrix<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Matrix<T> features = new(Rows, Count);
        for (int example = 0; example < Count; example++)
            CopyTo(example, features.ColumnSpan(example));
        return features;
    }

    // Examples in random order are scattered in memory, and reading an image from memory takes longer than converting
    // it. So each image is prefetched, a cache line at a time, while the image four places before it is converted.
    public void CopyTo<T>(ReadOnlySpan<int> examples, Matrix<T> features, int first)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const int ahead = 4;
        for (int i = 0; i < examples.Length; i++)
            ByteConversion.Run(
                this[examples[i]],
                features.ColumnSpan(first + i),
                prefetch: this[examples[Math.Min(i + ahead, examples.Length - 1)]]);
    }

    /// <summary>Writes one example as numbers, each of them byte / 255, rounded once.</summary>
    public void CopyTo<T>(int example, Span<T> features)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ByteConversion.Run(this[example], features, prefetch: this[example]);
}
