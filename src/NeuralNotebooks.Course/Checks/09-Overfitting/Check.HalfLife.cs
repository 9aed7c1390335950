namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<IdleWeight> _halfLife = new()
    {
        Cases = () => [new(0.5, 0.003), new(0.5, 0.6), new(0.1, 0.3), new(1, 0.001)],
        Describe = c => $"for α = {c.α} and λ = {c.λ}",
        Praise = "Only the product αλ counts: with another rate, the same λ is another decay.",
        Parts = c => c.Parts,
    };

    /// <summary>Notebook 09: the number of steps after which weight decay has halved a weight without a
    /// gradient.</summary>
    /// <param name="halfLife">From α and λ.</param>
    public static Verdict HalfLife(Func<double, double, int> halfLife) => _halfLife.Judge(c => halfLife(c.α, c.λ));

    /// <summary>A weight whose gradient is 0, and the part of it that weight decay subtracts in a step.</summary>
    private sealed record IdleWeight(double α, double λ)
    {
        public double Part { get; init; } = α * λ;

        public double Steps => Part < 1 ? Log(0.5) / Log(1 - Part) : 1;

        public Part<IdleWeight>[] Parts => [new("The number of steps", c => Ceiling(c.Steps))
        {
            { ("Rounded down:", "then a little more than half is left."), Floor(Steps) },
            { ("A step takes a part of what is *left*, not of the first value:", "the weight falls like a power."),
                Ceiling(0.5 / Part) },
            { ("ln 2/(αλ) holds for very small αλ only.", "Solve (1 − αλ)ⁿ ≤ ½ itself."), Ceiling(Log(2) / Part) },
            { ("α is missing:", "a step subtracts αλw."), this with { Part = λ } },
            { ("λ is missing:", "a step subtracts αλw."), this with { Part = α } },
            { "After 1/(αλ) steps about 37 % is left, not half.", Ceiling(1 / Part) },
            { "The slope of λ/2·w² is λw, not 2λw.", this with { Part = 2 * Part } },
        }];
    }
}
