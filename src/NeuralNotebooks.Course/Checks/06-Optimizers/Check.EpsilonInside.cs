namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<SteadyGradient> _epsilonInside = new()
    {
        Cases = () => [new(0.3, 0.1), new(-2, 0.5), new(0, 0.2), new(0.01, 0.04)],
        Describe = c => $"for g = {c.g} and an ε of {c.Outside} outside",
        Praise = "So there is no one number to copy: which ε inside does the same depends on the gradient.",
        Parts = c => c.Parts,
    };

    /// <summary>Notebook 06: the ε inside the root that gives the same step as another ε outside.</summary>
    /// <param name="inside">From a steady gradient and the ε outside.</param>
    public static Verdict EpsilonInside(Func<double, double, double> inside) =>
        _epsilonInside.Judge(c => inside(c.g, c.Outside));

    /// <summary>A gradient that has been constant for so many steps that S is its square.</summary>
    private sealed record SteadyGradient(double g, double Outside)
    {
        public double S => g * g;

        public double Root { get; init; } = Abs(g);

        public double Squared => (Root + Outside) * (Root + Outside);

        public Part<SteadyGradient>[] Parts => [new("The ε inside the root", c => c.Squared - c.S)
        {
            { ("Only where g = 0.", "Write both denominators down, and square them."), Outside * Outside },
            { ("The square of ε is missing:", "(|g| + ε)² has three terms."), 2 * Root * Outside },
            { ("√S is |g|, not g:", "it has no sign."), this with { Root = g } },
            { ("This is all that stands under the root.", "S is a part of it."), Squared },
            { "The same number in both places gives different steps.", Outside },
            { ("The 2 is missing:", "(a + b)² = a² + 2ab + b²."), (Root + Outside) * Outside },
            { "The root of a sum is not the sum of the roots.", Sqrt(Outside) },
            { ("The wrong way round:", "outside is what you are given."), Sqrt(S + Outside) - Root },
        }];
    }
}
