namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string ScalePart = "The standard deviation";
    private const string ScaleSignature = "double Scale(double a, int n)";

    private static readonly Exercise<LeakyUnit> _leakyScaleExercise = new()
    {
        Cases = () => [new(0.2, 100), new(0, 784), new(0.5, 50), new(1, 25), new(-1, 16)],
        Describe = unit => FormattableString.Invariant($"for a = {unit.Slope} and n = {unit.Inputs}"),
        Reference = unit => [Part.Number(ScalePart, unit.Of(2 / (1 + unit.Slope * unit.Slope)))],
        Mistakes =
        [
            WrongScale("This is He's own, √(2/n), which is right for a = 0 only. What is negative no longer becomes 0: it keeps a² of its square.", u => u.Of(2)),
            WrongScale("This is the variance. The standard deviation is its root.", u => 2 / (1 + u.Slope * u.Slope) / u.Inputs),
            WrongScale("The slope a scales the signal, so it scales the *square* of the signal by a²: 1 + a², not 1 + a.", u => u.Of(2 / (1 + u.Slope))),
            WrongScale("The factor 1 + a² is on the wrong side: the more the unit lets through, the smaller the weights must be.", u => u.Of(2 * (1 + u.Slope * u.Slope))),
            WrongScale("The fraction is upside down: the unit keeps (1 + a²)/2 of the mean square, and n·v times that must be 1.", u => u.Of((1 + u.Slope * u.Slope) / 2)),
            WrongScale("The 2 is missing: only half of the preactivations are positive, and the other half is negative.", u => u.Of(1 / (1 + u.Slope * u.Slope))),
            WrongScale("The negative half adds to what gets through: 1 + a², not 1 − a².", u => u.Of(2 / (1 - u.Slope * u.Slope))),
            WrongScale("n is missing: a unit adds up n products.", u => Math.Sqrt(2 / (1 + u.Slope * u.Slope))),
            WrongScale("n must stand under the root: variances add up, standard deviations do not.", u => Math.Sqrt(2 / (1 + u.Slope * u.Slope)) / u.Inputs),
            WrongScale("This is 1/√n, which is right where nothing is cut off (a = 1).", u => u.Of(1)),
        ],
        Praise = "He's √(2/n) at a = 0, and 1/√n at a = 1, where nothing is cut off.",
    };

    /// <summary>Notebook 09: the standard deviation of weights that keeps the size of a signal through leaky ReLUs, √(2/((1 + a²) n)).</summary>
    /// <param name="scale">From the slope a below zero and the number of inputs n.</param>
    public static Verdict LeakyScale(Func<double, int, double>? scale) => scale is null
        ? Signature.Differs(null, ScaleSignature)
        : _leakyScaleExercise.Judge(unit => [Part.Number(ScalePart, scale(unit.Slope, unit.Inputs))]);

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict LeakyScale(Delegate? scale) => Signature.Differs(scale, ScaleSignature);

    private static Mistake<LeakyUnit> WrongScale(string sentence, Func<LeakyUnit, double> wrong) => new(ScalePart, sentence, unit => Matrix.Column(wrong(unit)));

    /// <summary>A unit whose activation is z above zero and a z below.</summary>
    private sealed record LeakyUnit(double Slope, int Inputs)
    {
        /// <summary>√(c/n).</summary>
        public double Of(double c) => Math.Sqrt(c / Inputs);
    }
}
