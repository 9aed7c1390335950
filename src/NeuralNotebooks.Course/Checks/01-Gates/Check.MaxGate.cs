namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<MaxCase> _maxGate = new()
    {
        Cases = () =>
            [new([3, -1, 7, 2], 2), new([5, 1], -1.5), new([-3, -1, -2], 4), new([2, 2], 3),
            new([-6, 1, 0.5, 1, 1], 0.5), new([0.5, 3], -2)],
        Describe = max => $"for x = ({max.Inputs}), dz = {max.dz}",
        Praise = "The winner gets the whole gradient, for any number of inputs, for negative ones and at a tie.",
        Parts = max => max.Parts,
    };

    /// <summary>Notebook 01: the backward pass of z = max(x₁, …, xₙ), where the first of equal inputs wins.</summary>
    /// <param name="backward">From the inputs and ∂L/∂z, the gradient that arrives, to one gradient for each
    /// input.</param>
    public static Verdict MaxGate(Func<double[], double, double[]> backward) =>
        _maxGate.Judge(max => backward(max.Inputs, max.dz));

    /// <summary>The inputs of a max gate, and the gradient that arrives at its output.</summary>
    private sealed record MaxCase(double[] Inputs, double dz)
    {
        public double Largest { get; } = Inputs.Max();

        public int First { get; init; } = Array.IndexOf(Inputs, Inputs.Max());

        public int Winners => Inputs.Count(x => x == Largest);

        /// <summary>Passes the whole gradient to the inputs that are selected by value and index, and 0 to the
        /// others.</summary>
        public M To(Func<double, int, bool> wins) => Matrix.Column([.. Inputs.Select((x, i) => wins(x, i) ? dz : 0)]);

        private static Hint LastIsLeftOut => (
            "The last input never wins in your code:", "the loop ends one too early. It runs while `i < x.Length`.");

        public Part<MaxCase>[] Parts => [new("dx", max => max.To((x, i) => i == max.First))
        {
            { ("You forgot the gradient that arrives:", "the winner gets dz, not 1."), this with { dz = 1 } },
            { ("At a tie you give the whole gradient to every winner, as the indicator 𝟙[x = z] does.",
                "Together they get more than arrived. Give it to the first winner only."), To((x, i) => x == Largest) },
            { ("This is the indicator 𝟙[x = z]:",
                "dz is missing, and at a tie every winner gets the whole. Give dz to the first winner only."),
                (this with { dz = 1 }).To((x, i) => x == Largest), NotYet },
            { ("At a tie you share the gradient equally.",
                "That is a subgradient too, so it is not wrong. But this course gives it all to the first of the "
                    + "equal inputs: do the same."),
                To((x, i) => x == Largest) / Winners },
            { ("At a tie the last of the equal inputs wins in your code.",
                "That is a subgradient too, but this course lets the first one win: compare with `>`, not `>=`."),
                this with { First = Array.LastIndexOf(Inputs, Largest) } },
            { ("At a tie your code gives the gradient to no input.", "The first of the equal inputs should."),
                To((x, i) => i == First && Winners == 1) },
            { ("The gradient goes to the smallest input:", "that is the min gate. In a max gate the largest one wins."),
                this with { First = Array.IndexOf(Inputs, Inputs.Min()) } },
            { ("The losers get the gradient and the winner gets none:", "the condition is the wrong way round."),
                To((x, i) => i != First) },
            { ("Every input gets the gradient:", "that is the + gate. A max gate gives it to the winner alone."),
                To((_, _) => true), NotYet },
            { ("The first input gets the gradient whatever it is.", "Find out first which input is the largest."),
                this with { First = 0 }, NotYet },
            { ("You scaled by the winner's value, as a × gate would.",
                "The slope of max in its winner is 1: pass dz on unchanged."), this with { dz = Largest * dz } },
            { ("This is the winner's value, not a gradient.", "The winner gets dz."),
                this with { dz = Largest }, NotYet },
            { ("You compare absolute values.", "−3 is smaller than −1: compare the inputs themselves."),
                this with { First = Array.FindIndex(Inputs, y => Abs(y) == Inputs.Max(Abs)) } },
            { ("Where all inputs are negative, no input wins in your code.",
                "The search for the largest seems to begin at 0: begin with `x[0]`."),
                To((x, i) => i == First && x > 0) },
            { ("Where all inputs are negative the wrong one wins in your code.",
                "The search for the largest seems to begin at 0: begin with `x[0]`."),
                this with { First = Largest > 0 ? First : 0 } },
            { LastIsLeftOut, To((x, i) => i == First && i < Inputs.Length - 1) },
            { LastIsLeftOut, this with { First = Array.IndexOf(Inputs, Inputs[..^1].Max()) } },
        }];
    }
}
