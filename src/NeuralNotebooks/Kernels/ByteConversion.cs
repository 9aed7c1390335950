namespace NeuralNotebooks;

/// <summary>Converts bytes to numbers in 0 … 1: x = byte / 255, rounded once.</summary>
internal static class ByteConversion
{
    /// <summary>Converts bytes to numbers, and prefetches other bytes, which a later call will convert.</summary>
    // Optimized from the first call, as is the method below: unoptimized code (tier 0) takes twenty times as long.
    [MethodImpl(AggressiveOptimization)]
    public static void Run<T>(ReadOnlySpan<byte> bytes, Span<T> x, ReadOnlySpan<byte> prefetch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int whole =
            typeof(T) == typeof(float) && !Interpreter.IsUsed
                ? ConvertSixteens(bytes, MemoryMarshal.Cast<T, float>(x), prefetch)
                : 0;
        T white = T.CreateTruncating(byte.MaxValue);
        for (int i = whole; i < bytes.Length; i++)
            x[i] = T.CreateTruncating(bytes[i]) / white;
    }

    /// <summary>Converts whole groups of sixteen bytes, and returns the number of bytes converted.</summary>
    // A division takes as long as ten multiplications, and a batch of images has a hundred thousand bytes. So 1 / 255
    // is represented as a sum of two floats, high + low, which together have twice the precision: x high + x low, with
    // one rounding at the end, is the same float as x / 255 for every byte x.
    [MethodImpl(AggressiveOptimization)]
    private static int ConvertSixteens(ReadOnlySpan<byte> bytes, Span<float> x, ReadOnlySpan<byte> prefetch)
    {
        const float high = 1f / byte.MaxValue, low = (float)(1.0 / byte.MaxValue - high);
        Vector512<float> highs = Vector512.Create(high), lows = Vector512.Create(low);
        int whole = bytes.Length / Vector128<byte>.Count * Vector128<byte>.Count;
        for (int i = 0; i < whole; i += Vector128<byte>.Count)
        {
            if (i % CacheLine.Bytes == 0)
                CacheLine.Prefetch(in prefetch[i]);
            Vector512<byte> pixels = Vector128.Create(bytes[i..]).ToVector256Unsafe().ToVector512Unsafe();
            Vector512<float> grey = Vector512.ConvertToSingle(
                Vector512.WidenLower(Vector512.WidenLower(pixels)).AsInt32());
            Vector512.FusedMultiplyAdd(grey, highs, grey * lows).CopyTo(x[i..]);
        }
        return whole;
    }
}
