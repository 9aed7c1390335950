namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<LeakyUnit> _leakyScale = new()
    {
        Cases = () => [new(0.2, 100), new(0, 784), new(0.5, 50), new(1, 25), new(-1, 16)],
        Describe = u => $"for a = {u.a} and n = {u.n}",
        Praise = "He's √(2/n) at a = 0, and 1/√n at a = 1, where nothing is cut off.",
        Parts = u => u.Parts,
    };

    /// <summary>Notebook 09: the standard deviation of weights that keeps the size of a signal through leaky ReLUs,
    /// √(2/((1 + a²) n)).</summary>
    /// <param name="scale">From the slope a below zero and the number of inputs n.</param>
    public static Verdict LeakyScale(Func<double, int, double> scale) => _leakyScale.Judge(u => scale(u.a, u.n));

    /// <summary>A unit whose activation is z above zero and a z below, which keeps half of 1 + a² of the mean
    /// square.</summary>
    private sealed record LeakyUnit(double a, int n)
    {
        public double Kept { get; init; } = 1 + a * a;

        public Part<LeakyUnit>[] Parts => [new("The standard deviation", u => Sqrt(2 / u.Kept / u.n))
        {
            { ("This is He's own, √(2/n), which is right for a = 0 only.",
                "What is negative no longer becomes 0: it keeps a² of its square."), this with { Kept = 1 } },
            { ("This is the variance.", "The standard deviation is its root."), 2 / Kept / n },
            { ("The slope a scales the signal, so it scales the *square* of the signal by a²:", "1 + a², not 1 + a."),
                this with { Kept = 1 + a } },
            { ("The factor 1 + a² is on the wrong side:",
                "the more the unit lets through, the smaller the weights must be."), this with { Kept = 1 / Kept } },
            { ("The fraction is upside down:",
                "the unit keeps (1 + a²)/2 of the mean square, and n·v times that must be 1."),
                this with { Kept = 4 / Kept } },
            { ("The 2 is missing:", "only half of the preactivations are positive, and the other half is negative."),
                this with { Kept = 2 * Kept } },
            { ("The negative half adds to what gets through:", "1 + a², not 1 − a²."), this with { Kept = 1 - a * a } },
            { ("n is missing:", "a unit adds up n products."), this with { n = 1 } },
            { ("n must stand under the root:", "variances add up, standard deviations do not."), Sqrt(2 / Kept) / n },
            { "This is 1/√n, which is right where nothing is cut off (a = 1).", this with { Kept = 2 } },
        }];
    }
}
