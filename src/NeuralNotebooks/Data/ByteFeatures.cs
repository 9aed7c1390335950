using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NeuralNotebooks;

/// <summary>Features of grey images as the bytes that their file has, a quarter of the memory of floats: feature x = byte / 255.</summary>
internal sealed class ByteFeatures
{
    private readonly byte[] _bytes;
    private readonly int _offset;

    /// <param name="bytes">The bytes of all images, one image after the other; not copied.</param>
    /// <param name="offset">Where the first image begins.</param>
    /// <param name="rows">The bytes of an image.</param>
    /// <param name="count">The number of images.</param>
    public ByteFeatures(byte[] bytes, int offset, int rows, int count) => (_bytes, _offset, Rows, Count) = (bytes, offset, rows, count);

    /// <summary>The number of features of an example.</summary>
    public int Rows { get; }

    /// <summary>The number of examples.</summary>
    public int Count { get; }

    /// <summary>The bytes of one example.</summary>
    public ReadOnlySpan<byte> this[int example]
    {
        get
        {
            if ((uint)example >= (uint)Count)
                throw Shape.NoSuchPart("column", example, Count, Rows, Count);
            return _bytes.AsSpan(_offset + example * Rows, Rows);
        }
    }

    /// <summary>Neighbouring examples, as a view.</summary>
    public ByteFeatures Slice(int start, int count)
    {
        Shape.CheckRange("column", start, count, Count, Rows, Count);
        return new(_bytes, _offset + start * Rows, Rows, count);
    }

    /// <summary>The examples of the given numbers, as a copy.</summary>
    public ByteFeatures Select(ReadOnlySpan<int> examples)
    {
        byte[] chosen = new byte[examples.Length * Rows];
        for (int i = 0; i < examples.Length; i++)
            this[examples[i]].CopyTo(chosen.AsSpan(i * Rows));
        return new(chosen, 0, Rows, examples.Length);
    }

    /// <summary>All examples as numbers: Rows × Count.</summary>
    public Matrix<T> ToMatrix<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Matrix<T> features = Matrix.Zeros<T>(Rows, Count);
        for (int example = 0; example < Count; example++)
            CopyTo(example, features.ColumnSpan(example));
        return features;
    }

    /// <summary>Chosen examples as numbers, into the columns of a matrix from <paramref name="first"/> on.</summary>
    // Examples in a random order lie anywhere in memory, and an image takes longer to come from there than to be converted. So it
    // is called for while the fourth before it is being converted, line by line: a machine forgets calls that come all at once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void CopyTo<T>(ReadOnlySpan<int> examples, Matrix<T> features, int first)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const int ahead = 4;
        for (int i = 0; i < examples.Length; i++)
            Convert(this[examples[i]], features.ColumnSpan(first + i), soon: this[examples[Math.Min(i + ahead, examples.Length - 1)]]);
    }

    /// <summary>One example as numbers, each of them byte / 255 rounded once.</summary>
    public void CopyTo<T>(int example, Span<T> features)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Convert(this[example], features, soon: this[example]);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Convert<T>(ReadOnlySpan<byte> bytes, Span<T> x, ReadOnlySpan<byte> soon)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int whole = typeof(T) == typeof(float) ? ConvertSixteens(bytes, MemoryMarshal.Cast<T, float>(x), soon) : 0;
        T white = T.CreateTruncating(byte.MaxValue);
        for (int i = whole; i < bytes.Length; i++)
            x[i] = T.CreateTruncating(bytes[i]) / white;
    }

    /// <summary>Converts whole groups of sixteen bytes, and returns how many bytes that were.</summary>
    // A division takes the processor as long as ten products, and every batch converts a hundred thousand pixels. So 1 / 255 is
    // kept as a sum of two floats, high + low, which together have twice as many digits: x high + x low, with one rounding at
    // the end, is the same float as x / 255 for every byte x.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int ConvertSixteens(ReadOnlySpan<byte> bytes, Span<float> x, ReadOnlySpan<byte> soon)
    {
        const float high = 1f / byte.MaxValue, low = (float)(1.0 / byte.MaxValue - high);
        Vector512<float> highs = Vector512.Create(high), lows = Vector512.Create(low);
        int whole = bytes.Length / Vector128<byte>.Count * Vector128<byte>.Count;
        for (int i = 0; i < whole; i += Vector128<byte>.Count)
        {
            if (i % CacheLine.Bytes == 0)
                Prefetch.Line(in soon[i]);
            Vector512<byte> pixels = Vector128.Create(bytes[i..]).ToVector256Unsafe().ToVector512Unsafe();
            Vector512<float> grey = Vector512.ConvertToSingle(Vector512.WidenLower(Vector512.WidenLower(pixels)).AsInt32());
            Vector512.FusedMultiplyAdd(grey, highs, grey * lows).CopyTo(x[i..]);
        }
        return whole;
    }
}
