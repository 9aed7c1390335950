namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<SigmoidCase> _sigmoidGate = new()
    {
        Cases = () => [new(2), new(-1), new(0), new(-4), new(20), new(-40), new(800), new(-800),
            .. Matrices.Entries(Matrices.Random(1, 4, seed: 1)).Select(x => new SigmoidCase(10 * x))],
        Describe = c => $"for x = {c.x}",
        Praise = "Right everywhere. The slope needs only the output: z is there already, so no second exponential is "
            + "computed.",
        IfZero = NoSlopes,
        Floor = 0,
        Parts = c => c.Parts,
    };

    /// <summary>Notebook 01: z = σ(x) as a node of the reader's own class.</summary>
    /// <param name="input">From a name and a number to an input of a circuit.</param>
    /// <param name="squash">From x to the node of σ(x).</param>
    public static Verdict SigmoidGate<TNode>(Func<string, double, TNode> input, Func<TNode, TNode> squash)
        where TNode : class, INode<TNode> =>
        _sigmoidGate.Judge(c =>
        {
            TNode x = input("x", c.x);
            TNode z = squash(x);
            squash(input("y", 0.5));            // which must not change z
            return NodeAnswer.Of(z, [c.x], x);
        }).Keep("Squash");

    private sealed record SigmoidCase(double x)
    {
        private double z { get; init; } = σ(x);

        private static double σ(double x) => 1 / (1 + Exp(-x));

        public Part<SigmoidCase>[] Parts =>
        [
            new("Data", c => c.z)
            {
                { ("The sign of the exponent is wrong:", "σ(x) is 1/(1 + e⁻ˣ), and it rises."), σ(-x) },
                { ("This is tanh.", "σ(x) is 1/(1 + e⁻ˣ)."), Tanh(x) },
                { ("eˣ/(1 + eˣ) is ∞/∞ from x = 710 on.", "Use 1/(1 + e⁻ˣ)."), Exp(x) / (1 + Exp(x)) },
                { ("½(1 + tanh(x/2)) is 0 at x = −40: there tanh is rounded to −1, and the two cancel.",
                    "Use 1/(1 + e⁻ˣ), in which nothing cancels."), 0.5 * (1 + Tanh(x / 2)) },
            },
            new("Slopes", c => c.z * (1 - c.z))
            {
                { ("σ is applied twice:",
                    "you took σ′ at z. But z is σ(x) already. So the slope is z(1 − z), with no σ in it."),
                    this with { z = σ(z) } },
                { ("You have x(1 − x).", "The formula takes the output: z(1 − z)."), x * (1 - x) },
                { ("You have z(1 + z).", "The slope is z(1 − z): it must vanish where z comes near 1."), z * (1 + z) },
                { ("The sign is wrong:", "z(z − 1) is negative, and σ rises everywhere. The slope is z(1 − z)."),
                    z * (z - 1) },
                { ("1 − z² is the slope of tanh.", "That of σ is z(1 − z)."), 1 - z * z },
            },
            new(ChangeOfInputs, _ => 0),
        ];
    }
}
