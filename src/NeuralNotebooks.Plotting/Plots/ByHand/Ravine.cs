namespace NeuralNotebooks.Plotting;

/// <summary>f = ½(λ₁x² + λ₂y²), and Momentum on it.</summary>
internal sealed class Ravine
{
    /// <summary>The steps of a path.</summary>
    public const int Steps = 60;

    /// <summary>A path that is this far away diverges, and ends.</summary>
    public const double FarAway = 1000;

    /// <param name="curvatures">λ₁ of the gentle direction and λ₂ of the steep one.</param>
    /// <exception cref="ArgumentException">The curvatures are not positive and increasing.</exception>
    public Ravine((double Gentle, double Steep) curvatures)
    {
        (Gentle, Steep) = curvatures;
        if (!(Gentle > 0 && Gentle < Steep && double.IsFinite(Steep)))
            throw new ArgumentException(
                $"The curvatures are {NumberText.Plain(Gentle)} and {NumberText.Plain(Steep)}: they must be positive, "
                + "the gentle one first.", nameof(curvatures));
    }

    public double Gentle { get; }

    public double Steep { get; }

    public double Kappa => Steep / Gentle;

    /// <summary>The smallest factor of plain descent.</summary>
    public double BestOfDescent => (Kappa - 1) / (Kappa + 1);

    /// <summary>The smallest factor of Momentum.</summary>
    public double Best => (Math.Sqrt(Kappa) - 1) / (Math.Sqrt(Kappa) + 1);

    /// <summary>The factor by which a step finally multiplies the distance.</summary>
    public double Factor((double Alpha, double Beta) at) => Math.Max(Factor(at, Gentle), Factor(at, Steep));

    /// <summary>The factor by which a step finally multiplies the distance along a direction of this
    /// curvature.</summary>
    public static double Factor((double Alpha, double Beta) at, double curvature)
    {
        double t = 1 + at.Beta - (1 - at.Beta) * at.Alpha * curvature, root = t * t - 4 * at.Beta;
        return root < 0 ? Math.Sqrt(at.Beta) : (Math.Abs(t) + Math.Sqrt(root)) / 2;
    }

    public Point[] Path(Point from, (double Alpha, double Beta) at)
    {
        Momentum<double> momentum = new(at.Alpha, at.Beta);
        double[] w = [from.X, from.Y];
        List<Point> path = [from];
        while (path.Count <= Steps && Math.Abs(w[0]) + Math.Abs(w[1]) < FarAway)
        {
            momentum.Step(w, [Gentle * w[0], Steep * w[1]]);
            path.Add((w[0], w[1]));
        }
        return [.. path];
    }
}
