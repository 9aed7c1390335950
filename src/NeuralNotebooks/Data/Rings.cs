using System.Numerics;

namespace NeuralNotebooks;

/// <summary>A made-up task in the plane: an inner and an outer ring of points. No straight line divides them.</summary>
public static class Rings
{
    /// <summary>The radius of the inner ring (class 0) and of the outer ring (class 1).</summary>
    public const double InnerRadius = 0.7, OuterRadius = 2;

    /// <summary>Makes points in turn on the inner and the outer ring: 2 × count, with one-hot targets 2 × count.</summary>
    /// <remarks>(r cos φ, r sin φ) with φ evenly spread over the circle and r = radius + noise · N(0, 1).</remarks>
    /// <param name="count">The number of points.</param>
    /// <param name="seed">The same seed makes the same points.</param>
    /// <param name="noise">The standard deviation of the radius.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two points, or the noise is negative, infinite or NaN.</exception>
    public static Dataset<double> Create(int count, int seed = 0, double noise = 0.15) => Create<double>(count, seed, noise);

    /// <inheritdoc cref="Create(int, int, double)"/>
    public static Dataset<T> Create<T>(int count, int seed = 0, double noise = 0.15)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (count < 2)
            throw new ArgumentOutOfRangeException(nameof(count), count, "Two rings need at least two points.");
        if (!double.IsFinite(noise) || noise < 0)
            throw new ArgumentOutOfRangeException(nameof(noise), noise, "The noise must be a number that is not negative.");
        Random random = new(seed);
        Matrix<double> spread = Matrix.Normal<double>(1, count, random, standardDeviation: noise);
        Matrix<T> points = Matrix.Zeros<T>(2, count);
        int[] labels = new int[count];
        for (int point = 0; point < count; point++)
        {
            labels[point] = point % 2;
            double φ = Math.Tau * random.NextDouble();
            double r = (labels[point] == 0 ? InnerRadius : OuterRadius) + spread[0, point];
            points[0, point] = T.CreateChecked(r * Math.Cos(φ));
            points[1, point] = T.CreateChecked(r * Math.Sin(φ));
        }
        return new(points, OneHot.Encode<T>(labels, 2), ["x₁", "x₂"], ["inner", "outer"]);
    }
}
