namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<FadingWeights> _memory = new()
    {
        Cases = () => [new(0.9, 0.9), new(0.9, 0.5), new(0.99, 0.9), new(0.5, 0.6), new(0.5, 0.75), new(0.1, 0.9)],
        Describe = c => $"for β = {c.β} and a part of {c.Weight}",
        Praise = "All older gradients together have the weight βⁿ. So β = 0.9 remembers about twenty steps, and "
            + "β = 0.99 about ten times as many.",
        Parts = c => c.Parts,
    };

    /// <summary>Notebook 06: how many of the latest gradients together have a given part of the weight in an
    /// average.</summary>
    /// <param name="memory">From β and the part to the number of gradients.</param>
    public static Verdict Memory(Func<double, double, int> memory) => _memory.Judge(c => memory(c.β, c.Weight));

    /// <summary>The weights (1 − β)βᵏ, and a part of their sum.</summary>
    private sealed record FadingWeights(double β, double Weight)
    {
        // Rounded, since a whole number of gradients comes out as 1.0000000000000002 for β = 0.1 and a part of 0.9.
        public double Solved => Round(Log(1 - Weight) / Log(β), 9);

        public Part<FadingWeights>[] Parts => [new("The number of gradients", c => Ceiling(c.Solved))
        {
            { ("Rounded down:", "so many gradients hold a little less than the part that was asked for."),
                Floor(Solved) },
            { ("One too many where βⁿ is exactly 1 − part:", "round up, and do not add 1 to a whole number."),
                Floor(Solved) + 1 },
            { ("Rounded to the nearest:", "where that is down, the gradients hold a little too little."),
                Round(Solved) },
            { ("1/(1 − β) is the rule of thumb.", "It does not depend on the part that was asked for."),
                Round(1 / (1 - β)) },
            { ("You solved βⁿ = part.", "βⁿ is the weight of what is *older*: it must be at most 1 − part."),
                Ceiling(Log(Weight) / Log(β)) },
            { ("You counted as if all had the weight 1 − β.", "Each step back it is multiplied by β once more."),
                Ceiling(Weight / (1 - β)) },
            { ("One too many:", "the latest gradient has fewer factors β than you think, none."), Ceiling(Solved) + 1 },
        }];
    }
}
