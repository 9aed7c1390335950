namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<LongGradient> _clipGradient = new()
    {
        Expected = "double[] Clip(double[] g, double c)",
        Cases = () =>
            [new([3, -4], 1), new([0.3, -0.4], 1), new([6, 2, -3], 3.5), new([0, 0], 2), new([-1, -1, -1, -1], 1.5)],
        Describe = g => $"for g = ({string.Join(", ", g.Slopes.Select(Readable.Number))}) and c = {g.c}",
        Praise = "The direction stays, the length is at most c, and what is short enough is left alone.",
        Parts = [new("The clipped gradient", g => g.Norm > g.c ? g.Scaled(g.c / g.Norm) : g.Scaled(1))
        {
            { "Each slope was clipped on its own. That changes the direction: scale the whole gradient by c/‖g‖.",
                g => g.Each(slope => Math.Clamp(slope, -g.c, g.c)) },
            { "Each slope was clipped from above only, and on its own. Scale the whole gradient by c/‖g‖.",
                g => g.Each(slope => Math.Min(slope, g.c)) },
            { "Short gradients become longer: where ‖g‖ ≤ c, g stays as it is.", g => g.Scaled(g.c / g.Norm) },
            { "This is g/‖g‖ · c for every gradient but 0. Where ‖g‖ ≤ c, g stays as it is.",
                g => g.Scaled(g.Norm == 0 ? 1 : g.c / g.Norm) },
            { "A long gradient becomes one of length 1. Its length must be c.",
                g => g.Scaled(g.Norm > g.c ? 1 / g.Norm : 1) },
            { "The root is missing: ‖g‖ is the *root* of the sum of squares.", g => g with { Norm = g.Norm * g.Norm } },
            { "The factor is upside down: c/‖g‖, which is below 1.", g => g.Scaled(g.Norm > g.c ? g.Norm / g.c : 1) },
            { "‖g‖ is not the sum of the magnitudes, but the root of the sum of squares.",
                g => g with { Norm = g.Slopes.Sum(Math.Abs) } },
            { "You compare the largest slope with c. Compare the length of the whole gradient.",
                g => g with { Norm = g.Largest } },
            { "You compare the largest slope with c. Compare the length of the whole gradient.",
                g => g.Scaled(g.Largest > g.c ? g.c / g.Norm : 1) },
            { "A long gradient was thrown away. Keep its direction, and give it the length c.",
                g => g.Scaled(g.Norm > g.c ? 0 : 1) },
            { "The gradient has not changed. Where ‖g‖ > c, multiply it by c/‖g‖.", g => g.Scaled(1), NotYet },
            { "The comparison is the wrong way round: clip where ‖g‖ > c.",
                g => g.Scaled(g.Norm < g.c ? g.c / g.Norm : 1) },
        }],
    };

    /// <summary>Notebook 09: g c/‖g‖ where the gradient is longer than c, else g.</summary>
    /// <param name="clip">From g and c.</param>
    public static Verdict ClipGradient(Func<double[], double, double[]>? clip) =>
        _clipGradient.Judge(clip, g => clip!(g.Slopes, g.c));

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict ClipGradient(Delegate? clip) => _clipGradient.Refuse(clip);

    /// <summary>A gradient and its maximum length.</summary>
    private sealed record LongGradient(double[] Slopes, double c)
    {
        public double Norm { get; init; } = Math.Sqrt(Slopes.Sum(slope => slope * slope));

        public double Largest => Slopes.Max(Math.Abs);

        public M Scaled(double factor) => Each(slope => factor * slope);

        public M Each(Func<double, double> change) => Matrix.Column([.. Slopes.Select(change)]);
    }
}
