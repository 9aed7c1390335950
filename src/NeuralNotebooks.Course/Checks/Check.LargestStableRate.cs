namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string RatePart = "The rate";
    private const string LargestRateSignature = "double LargestRate(double a, double b, double c)";

    private static readonly Exercise<Bowl> _largestStableRateExercise = new()
    {
        Cases = () => [new(1, 0, 25), new(13, -12, 13), new(6, 2, 3), new(40, 0, 4), new(1.5, 0.5, 0.75)],
        Describe = bowl => $"for a = {Readable.Number(bowl.A)}, b = {Readable.Number(bowl.B)}, c = {Readable.Number(bowl.C)}",
        Reference = bowl => [Part.Number(RatePart, 2 / bowl.Largest)],
        Mistakes =
        [
            Rate("This is 2/λ_min. The gentle direction could bear it, but the steep one would explode: the largest eigenvalue sets the limit.",
                bowl => 2 / bowl.Smallest),
            Rate("This is 1/λ_max: there the steep direction is at the bottom in one step. It stays stable up to twice that rate, 2/λ_max.",
                bowl => 1 / bowl.Largest),
            Rate("This is 2 over the larger of a and c. The eigenvalues are on the diagonal only where b = 0: in a rotated bowl the steepest direction is not an axis.",
                bowl => 2 / Math.Max(bowl.A, bowl.C)),
            Rate("This is 2/(a + c), which is 2/(λ_min + λ_max): the rate at which the bowl is descended fastest. The largest stable one is 2/λ_max.",
                bowl => 2 / (bowl.A + bowl.C)),
            Rate("This is λ_max itself. The limit is 2 divided by it.", bowl => bowl.Largest),
            Rate("This is λ_max/2: the fraction is upside down.", bowl => bowl.Largest / 2),
            Rate("This is 2 over λ_max/λ_min. How long the bowl is does not set the limit; how steep it is does.", bowl => 2 * bowl.Smallest / bowl.Largest),
            Rate("b counts twice in your root. The Hessian has b off the diagonal, although f has 2b.", bowl => Root(bowl, 0.25, 4)),
            Rate("(a − c)² is not divided by 4 in your root: λ = (a + c)/2 ± √(((a − c)/2)² + b²).", bowl => Root(bowl, 1, 1)),
            Rate("b² is divided by 4 in your root, like (a − c)². It is λ = (a + c)/2 ± √(((a − c)/2)² + b²).", bowl => Root(bowl, 0.25, 0.25)),
            Rate("(a − c)² and b² do not go together like that: either halve a − c before you square it, or take the root of (a − c)² + 4b² and halve the root.",
                bowl => Root(bowl, 0.5, 1)),
            Rate("The sign of b² is wrong in your root: it makes the eigenvalues differ more, not less.", bowl => Root(bowl, 0.25, -1)),
            Rate("The root is missing: λ = (a + c)/2 + √(((a − c)/2)² + b²).",
                bowl => 2 / ((bowl.A + bowl.C) / 2 + (bowl.A - bowl.C) * (bowl.A - bowl.C) / 4 + bowl.B * bowl.B)),
            Rate("Brackets are missing: all of λ belongs in the denominator. Give λ a name of its own, then return 2 / λ.",
                bowl => (2 / (bowl.A + bowl.C) / 2) + bowl.Largest - ((bowl.A + bowl.C) / 2)),
            Rate("a + c is not halved: λ = (a + c)/2 + √(((a − c)/2)² + b²).",
                bowl => 2 / (bowl.Largest + (bowl.A + bowl.C) / 2)),
        ],
        Praise = "Right for bowls along the axes and for rotated ones. One step above this rate the steepest direction grows, whatever the others do.",
    };

    /// <summary>Notebook 06: the rate above which gradient descent diverges on ½(a x² + 2b xy + c y²): 2/λ_max.</summary>
    /// <param name="largestRate">From a, b, c.</param>
    public static Verdict LargestStableRate(Func<double, double, double, double>? largestRate) => largestRate is null
        ? Signature.Differs(null, LargestRateSignature)
        : _largestStableRateExercise.Judge(bowl => [Part.Number(RatePart, largestRate(bowl.A, bowl.B, bowl.C))]);

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict LargestStableRate(Delegate? largestRate) => Signature.Differs(largestRate, LargestRateSignature);

    private static Mistake<Bowl> Rate(string sentence, Func<Bowl, double> wrong) => new(RatePart, sentence, bowl => Matrix.Column(wrong(bowl)));

    private static double Root(Bowl bowl, double difference, double mixed) => 2 / ((bowl.A + bowl.C) / 2
        + Math.Sqrt(difference * (bowl.A - bowl.C) * (bowl.A - bowl.C) + mixed * bowl.B * bowl.B));
}
