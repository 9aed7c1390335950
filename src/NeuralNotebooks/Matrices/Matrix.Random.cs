namespace NeuralNotebooks;

public static partial class Matrix
{
    // An upper bound of |NextNormal|: √(2 · 53 ln 2) is 8.57…, since 1 − u is at least 2⁻⁵³.
    private const double MaxNormal = 8.6;

    /// <summary>A matrix (rows × columns) of random numbers, uniformly distributed over [low, high). The same seed
    /// gives the same matrix.</summary>
    /// <remarks>The bounds are rounded to <typeparamref name="T"/>. If they are then equal, so is every
    /// number.</remarks>
    /// <exception cref="ArgumentException"><paramref name="low"/> is above <paramref name="high"/>; or one of them, or
    /// their difference, is not a finite number of type <typeparamref name="T"/>.</exception>
    /// <inheritdoc cref="Zeros{T}" path="/exception"/>
    public static Matrix<T> Uniform<T>(int rows, int columns, int seed, double low = -1, double high = 1)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!(low <= high && IsFinite<T>(low) && IsFinite<T>(high) && double.IsFinite(high - low)))
            throw new ArgumentException(
                Invariant($"low is {low} and high is {high}: both, and their distance, must be finite numbers of the ")
                    + $"type {typeof(T).Name}, and low must not be above high.");
        Random random = new(seed);
        var matrix = new Matrix<T>(rows, columns);
        // A number just below high may be rounded to high.
        T least = T.CreateChecked(low), most = T.Max(least, T.BitDecrement(T.CreateChecked(high)));
        foreach (ref T entry in matrix.AsSpan())
            entry = T.Min(most, T.CreateChecked(low + (high - low) * random.NextDouble()));
        return matrix;
    }

    /// <summary>A matrix (rows × columns) of normally distributed random numbers. The same seed gives the same
    /// matrix.</summary>
    /// <remarks>Drawn by the method of G. E. P. Box and M. E. Muller, "A note on the generation of random normal
    /// deviates", Annals of Mathematical Statistics 29(2), 1958. Its logarithm and cosine come from the C library of
    /// the operating system, so an entry may differ in its last bit between Windows and Linux.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The standard deviation is negative, infinite or NaN; or a size is
    /// negative, or the matrix would have more entries than an array can hold.</exception>
    /// <exception cref="ArgumentException">Some of the numbers would not be finite as type
    /// <typeparamref name="T"/>.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public static Matrix<T> Normal<T>(int rows, int columns, int seed, double mean = 0, double standardDeviation = 1)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Normal<T>(rows, columns, new Random(seed), mean, standardDeviation);

    /// <summary>A matrix (rows × columns) of normally distributed random numbers, drawn column by column from a
    /// generator. The same state of the generator gives the same matrix.</summary>
    /// <inheritdoc cref="Normal{T}(int, int, int, double, double)" path="/remarks"/>
    /// <inheritdoc cref="Normal{T}(int, int, int, double, double)" path="/exception"/>
    public static Matrix<T> Normal<T>(
        int rows, int columns, Random random, double mean = 0, double standardDeviation = 1)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfNull(random);
        Finite.CheckNotNegative(standardDeviation, nameof(standardDeviation));
        if (!IsFinite<T>(Math.Abs(mean) + standardDeviation * MaxNormal))
            throw new ArgumentException(
                Invariant($"mean is {mean} and standardDeviation is {standardDeviation}: some of the numbers would ")
                    + $"not be finite as {typeof(T).Name}.");
        var matrix = new Matrix<T>(rows, columns);
        foreach (ref T entry in matrix.AsSpan())
            entry = T.CreateChecked(mean + standardDeviation * NextNormal(random));
        return matrix;
    }

    private static bool IsFinite<T>(double number)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.IsFinite(T.CreateChecked(number));

    /// <summary>One draw from the standard normal distribution, by the Box–Muller method (1958).</summary>
    private static double NextNormal(Random random)
    {
        // 1 − u lies in (0, 1]: its logarithm is finite.
        double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
        return radius * Math.Cos(Math.Tau * random.NextDouble());
    }
}
