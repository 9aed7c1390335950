namespace NeuralNotebooks;

public static partial class Matrix
{
    /// <summary>A matrix of random numbers, uniformly distributed over [low, high). The same seed gives the same
    /// matrix.</summary>
    public static Matrix<T> Uniform<T>(int rows, int columns, int seed, double low = -1, double high = 1)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Random random = new(seed);
        var matrix = new Matrix<T>(rows, columns);
        foreach (ref T entry in matrix.AsSpan())
            entry = T.CreateChecked(low + (high - low) * random.NextDouble());
        return matrix;
    }

    /// <summary>A matrix of normally distributed random numbers. The same seed gives the same matrix.</summary>
    /// <remarks>
    /// Logarithm and cosine are those of the system's C runtime: between Windows and Linux an entry may differ in its
    /// last bit.
    /// </remarks>
    public static Matrix<T> Normal<T>(int rows, int columns, int seed, double mean = 0, double standardDeviation = 1)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Normal<T>(rows, columns, new Random(seed), mean, standardDeviation);

    /// <inheritdoc cref="Normal{T}(int, int, int, double, double)"/>
    public static Matrix<T> Normal<T>(
        int rows,
        int columns,
        Random random,
        double mean = 0,
        double standardDeviation = 1
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfNull(random);
        var matrix = new Matrix<T>(rows, columns);
        foreach (ref T entry in matrix.AsSpan())
            entry = T.CreateChecked(mean + standardDeviation * NextNormal(random));
        return matrix;
    }

    /// <summary>One draw from the standard normal distribution, by the Box–Muller method (1958).</summary>
    private static double NextNormal(Random random)
    {
        // 1 − u lies in (0, 1]: its logarithm is finite.
        double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
        return radius * Math.Cos(Math.Tau * random.NextDouble());
    }
}
