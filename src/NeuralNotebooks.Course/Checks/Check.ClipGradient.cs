namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string ClippedPart = "The clipped gradient";
    private const string ClipSignature = "double[] Clip(double[] g, double c)";

    private static readonly Exercise<LongGradient> _clipGradientExercise = new()
    {
        Cases = () => [new([3, -4], 1), new([0.3, -0.4], 1), new([6, 2, -3], 3.5), new([0, 0], 2), new([-1, -1, -1, -1], 1.5)],
        Describe = gradient => gradient.Describe(),
        Reference = gradient => [new(ClippedPart, gradient.Scaled(gradient.Norm > gradient.Limit ? gradient.Limit / gradient.Norm : 1))],
        Mistakes =
        [
            WrongClip("Each slope was clipped on its own. That changes the direction: scale the whole gradient by c/‖g‖.", g => g.Each(slope => Math.Clamp(slope, -g.Limit, g.Limit))),
            WrongClip("Each slope was clipped from above only, and on its own. Scale the whole gradient by c/‖g‖.", g => g.Each(slope => Math.Min(slope, g.Limit))),
            WrongClip("Short gradients become longer: where ‖g‖ ≤ c, g stays as it is.", g => g.Scaled(g.Limit / g.Norm)),
            WrongClip("This is g/‖g‖ · c for every gradient but 0. Where ‖g‖ ≤ c, g stays as it is.", g => g.Norm == 0 ? g.Scaled(1) : g.Scaled(g.Limit / g.Norm)),
            WrongClip("A long gradient becomes one of length 1. Its length must be c.", g => g.Norm > g.Limit ? g.Scaled(1 / g.Norm) : g.Scaled(1)),
            WrongClip("The root is missing: ‖g‖ is the *root* of the sum of squares.", g => g.Norm * g.Norm > g.Limit ? g.Scaled(g.Limit / (g.Norm * g.Norm)) : g.Scaled(1)),
            WrongClip("The factor is upside down: c/‖g‖, which is below 1.", g => g.Norm > g.Limit ? g.Scaled(g.Norm / g.Limit) : g.Scaled(1)),
            WrongClip("‖g‖ is not the sum of the magnitudes, but the root of the sum of squares.", g => g.Sum > g.Limit ? g.Scaled(g.Limit / g.Sum) : g.Scaled(1)),
            WrongClip("You compare the largest slope with c. Compare the length of the whole gradient.", g => g.Largest > g.Limit ? g.Scaled(g.Limit / g.Largest) : g.Scaled(1)),
            WrongClip("You compare the largest slope with c. Compare the length of the whole gradient.", g => g.Largest > g.Limit ? g.Scaled(g.Limit / g.Norm) : g.Scaled(1)),
            WrongClip("A long gradient was thrown away. Keep its direction, and give it the length c.", g => g.Norm > g.Limit ? g.Scaled(0) : g.Scaled(1)),
            WrongClip("The gradient has not changed. Where ‖g‖ > c, multiply it by c/‖g‖.", g => g.Scaled(1), isNear: false),
            WrongClip("The comparison is the wrong way round: clip where ‖g‖ > c.", g => g.Norm < g.Limit ? g.Scaled(g.Limit / g.Norm) : g.Scaled(1)),
        ],
        Praise = "The direction stays, the length is at most c, and what is short enough is left alone.",
    };

    /// <summary>Notebook 09: g c/‖g‖ where the gradient is longer than c, else g.</summary>
    /// <param name="clip">From g and c.</param>
    public static Verdict ClipGradient(Func<double[], double, double[]>? clip) => clip is null
        ? Signature.Differs(null, ClipSignature)
        : _clipGradientExercise.Judge(gradient =>
        {
            double[]? clipped = clip(gradient.Slopes, gradient.Limit);
            return [new(ClippedPart, clipped is null ? null : Matrix.Column(clipped))];
        });

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict ClipGradient(Delegate? clip) => Signature.Differs(clip, ClipSignature);

    private static Mistake<LongGradient> WrongClip(string sentence, Func<LongGradient, Matrix<double>> wrong, bool isNear = true) => new(ClippedPart, sentence, wrong, isNear);

    /// <summary>A gradient and its maximum length.</summary>
    private sealed record LongGradient(double[] Slopes, double Limit)
    {
        public double Norm => Math.Sqrt(Slopes.Sum(slope => slope * slope));

        public double Sum => Slopes.Sum(Math.Abs);

        public double Largest => Slopes.Max(Math.Abs);

        public Matrix<double> Scaled(double factor) => Each(slope => factor * slope);

        public Matrix<double> Each(Func<double, double> change) => Matrix.Column(Array.ConvertAll(Slopes, slope => change(slope)));

        public string Describe() => $"for g = ({string.Join(", ", Slopes.Select(Readable.Number))}) and c = {Readable.Number(Limit)}";
    }
}
