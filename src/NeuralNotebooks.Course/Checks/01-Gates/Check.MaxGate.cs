namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<MaxCase> _maxGate = new()
    {
        Cases = () =>
            [new([3, -1, 7, 2]), new([5, 1]), new([-3, -1, -2]), new([2, 2]), new([-6, 1, 0.5, 1, 1]),
            new([0.5, 0.501]), new([0.5, 0.50001]), new([-4]), new([-5e9, -4e9])],
        Describe = max => $"for x = ({max.Inputs})",
        Praise = "The winner has the slope 1, for any number of inputs, for negative ones and at a tie.",
        IfZero = NoSlopes,
        Parts = max => max.Parts,
    };

    /// <summary>Notebook 01: z = max(x₁, …, xₙ) as a node of the reader's own class, where the first of equal inputs
    /// wins.</summary>
    /// <param name="input">From a name and a number to an input of a circuit.</param>
    /// <param name="max">From the inputs to the node of the largest.</param>
    public static Verdict MaxGate<TNode>(Func<string, double, TNode> input, Func<TNode[], TNode> max)
        where TNode : class, INode<TNode> =>
        _maxGate.Judge(c =>
        {
            TNode[] inputs = [.. c.Inputs.Select((x, i) => input($"x{i}", x))], given = [.. inputs];
            M?[] answer = NodeAnswer.Of(max(given), inputs);
            var moved = given.Select((x, i) => (double)(Array.IndexOf(inputs, x) - i));
            return (M?[])[.. answer, Matrix.Column([.. moved])];
        });

    private sealed record MaxCase(double[] Inputs)
    {
        public double Largest { get; } = Inputs.Max();

        public int First { get; init; } = Array.IndexOf(Inputs, Inputs.Max());

        public int Winners => Inputs.Count(x => x == Largest);

        /// <summary>The slope 1 in the inputs that are selected by value and index, and 0 in the others.</summary>
        public M To(Func<double, int, bool> wins) => Matrix.Column([.. Inputs.Select((x, i) => wins(x, i) ? 1.0 : 0)]);

        /// <summary>How far each input of the given array has moved, if the array is left in this order.</summary>
        public M Moved(Func<IEnumerable<int>, IEnumerable<int>> order) =>
            Matrix.Column([.. order(Enumerable.Range(0, Inputs.Length)).Select((from, i) => (double)(from - i))]);

        private static Hint Sorted => (
            "Your function sorts the array that it is given, so the caller's inputs are in another order.",
            "Search in the array without changing it, or sort a copy.");

        private static Hint BeginsAtZero => (
            "Where all inputs are negative the wrong one wins in your code.",
            "The search for the largest seems to begin at 0: begin with `x[0].Data`.");

        private static Hint LastIsLeftOut => (
            "The last input never wins in your code:", "the loop ends one too early. It runs while `i < x.Length`.");

        public Part<MaxCase>[] Parts =>
        [
            new("Data", max => max.Largest)
            {
                { BeginsAtZero, Max(0, Largest) },
                { LastIsLeftOut, Inputs[..^1].DefaultIfEmpty(Largest).Max() },
                { ("In your code the loop ends one too early, and the search for the largest begins at 0.",
                    "Begin with `x[0].Data`, and go on while `i < x.Length`."), Inputs[..^1].Append(0).Max() },
                { ("This is the smallest input:", "that is the min gate."), Inputs.Min() },
            },
            new("Slopes", max => max.To((x, i) => i == max.First))
            {
                { ("At a tie you give the whole gradient to every winner, as the indicator 𝟙[x = z] does.",
                    "Together they get more than arrives. Let the first winner alone have the slope 1."),
                    To((x, i) => x == Largest) },
                { ("At a tie you share the gradient equally.",
                    "That is a subgradient too, so it is not wrong. But this course gives it all to the first of the "
                        + "equal inputs: do the same."),
                    1.0 / Winners * To((x, i) => x == Largest) },
                { ("At a tie the last of the equal inputs wins in your code.",
                    "That is a subgradient too, but this course lets the first one win: compare with `>`, not `>=`."),
                    this with { First = Array.LastIndexOf(Inputs, Largest) } },
                { ("At a tie your code gives the gradient to no input.", "The first of the equal inputs should."),
                    To((x, i) => i == First && Winners == 1) },
                { ("The gradient goes to the smallest input:",
                    "that is the min gate. In a max gate the largest one wins."),
                    this with { First = Array.IndexOf(Inputs, Inputs.Min()) } },
                { ("The losers get the gradient and the winner gets none:", "the condition is the wrong way round."),
                    To((x, i) => i != First) },
                { ("Every input has the slope 1:", "that is the + gate. In a max gate the winner alone has it."),
                    To((_, _) => true), NotYet },
                { ("The first input has the slope 1 whatever it is.", "Find out first which input is the largest."),
                    this with { First = 0 }, NotYet },
                { ("You scaled by the winner's value, as a × gate would.",
                    "If the winner rises by 0.01, so does the maximum: its slope is 1."),
                    Largest * To((x, i) => i == First) },
                { ("You scaled by the winner's value, and at a tie the last of the equal inputs wins.",
                    "The slope is 1, and this course lets the first one win: compare with `>`, not `>=`."),
                    Largest * To((x, i) => i == Array.LastIndexOf(Inputs, Largest)) },
                { ("You compare absolute values.", "−3 is smaller than −1: compare the inputs themselves."),
                    this with { First = Array.FindIndex(Inputs, y => Abs(y) == Inputs.Max(Abs)) } },
                { BeginsAtZero, this with { First = Largest > 0 ? First : 0 } },
                { ("Where all inputs are negative, no input wins in your code.",
                    "The search for the largest seems to begin at 0: begin with `x[0].Data`."),
                    To((x, i) => i == First && x > 0) },
                { LastIsLeftOut, To((x, i) => i == First && i < Inputs.Length - 1) },
                { LastIsLeftOut,
                    this with { First = Array.IndexOf(Inputs, Inputs[..^1].DefaultIfEmpty(Largest).Max()) } },
            },
            new("The change of the given array", max => max.Moved(order => order))
            {
                { Sorted, Moved(order => order.OrderBy(i => Inputs[i])) },
                { Sorted, Moved(order => order.OrderByDescending(i => Inputs[i])) },
            },
        ];
    }
}
