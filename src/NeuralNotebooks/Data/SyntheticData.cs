namespace NeuralNotebooks;

/// <summary>Synthetic data sets for demonstrations. The same seed gives the same set.</summary>
public static class SyntheticData
{
    /// <summary>Exclusive or: 2 × 4 inputs of 0 and 1, targets 1 × 4 (0, 1, 1, 0). No line separates the two
    /// classes.</summary>
    public static Dataset<double> Xor() =>
        new(Matrix.Of(new[,] { { 0, 0, 1, 1 }, { 0, 1, 0, 1 } }), Matrix.Row(0, 1, 1, 0), ["x₁", "x₂"], ["0", "1"]);

    /// <summary>Two concentric rings around the origin: 2 × <paramref name="count"/>, with one-hot targets 2 ×
    /// <paramref name="count"/>.</summary>
    /// <remarks>Half of the points are on each ring, at random angles, with Gaussian noise on both coordinates. Two
    /// lines cannot enclose the inner ring; three can.</remarks>
    /// <param name="count">The number of points.</param>
    /// <param name="innerRadius">The radius of the ring of class 0.</param>
    /// <param name="outerRadius">The radius of the ring of class 1.</param>
    /// <param name="noise">The standard deviation of the noise.</param>
    /// <param name="seed">The seed of the points.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two points, or a radius or the noise is
    /// negative, infinite or NaN.</exception>
    public static Dataset<double> Rings(
        int count = 200, double innerRadius = 0.7, double outerRadius = 2, double noise = 0.15, int seed = 0)
    {
        ThrowIfLessThan(count, 2);
        Finite.CheckNotNegative(innerRadius, nameof(innerRadius));
        Finite.CheckNotNegative(outerRadius, nameof(outerRadius));
        Finite.CheckNotNegative(noise, nameof(noise));
        Random random = new(seed);
        Matrix<double> points = Matrix.Normal<double>(2, count, random, standardDeviation: noise);
        int[] labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = i % 2;
            double radius = labels[i] == 0 ? innerRadius : outerRadius, angle = Math.Tau * random.NextDouble();
            points[0, i] = radius * Math.Cos(angle) + points[0, i];
            points[1, i] = radius * Math.Sin(angle) + points[1, i];
        }
        return new(points, OneHot.Encode<double>(labels, 2), ["x₁", "x₂"], ["inner", "outer"]);
    }

    /// <summary>Random profiles, each a list of traits that are −1 or 1, with the decision to accept or reject each
    /// profile: traits × <paramref name="count"/>, one-hot targets 2 × <paramref name="count"/>.</summary>
    /// <param name="count">The number of profiles.</param>
    /// <param name="traits">The number of traits of a profile.</param>
    /// <param name="rule">Decides from its traits whether a profile is accepted; null decides at random, so that there
    /// is nothing to learn.</param>
    /// <param name="seed">The seed of the profiles and of the random decisions.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no profiles or no traits.</exception>
    public static Dataset<double> Profiles(
        int count = 200, int traits = 20, Func<IReadOnlyList<double>, bool>? rule = null, int seed = 0)
    {
        ThrowIfNegativeOrZero(count);
        ThrowIfNegativeOrZero(traits);
        Random random = new(seed);
        Matrix<double> features = new(traits, count);
        int[] labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            foreach (ref double trait in features.ColumnSpan(i))
                trait = random.Next(2) == 0 ? -1 : 1;
            bool toss = random.Next(2) == 1;
            labels[i] = (rule?.Invoke(features.ColumnSpan(i).ToArray()) ?? toss) ? 1 : 0;
        }
        return new(
            features,
            OneHot.Encode<double>(labels, 2),
            [.. Enumerable.Range(1, traits).Select(trait => $"trait {trait}")],
            ["rejected", "accepted"]);
    }
}
