namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<MaxCase> _maxGate = new()
    {
        Cases = () =>
            [new([3, -1, 7, 2]), new([5, 1]), new([-3, -1, -2]), new([2, 2]), new([-6, 1, 0.5, 1, 1]),
            new([0.5, 0.501]), new([0.5, 0.50001]), new([-4]), new(Matrices.Entries(Matrices.Random(6, 1, 1))),
            new([-2e37, -1e37]), new([.. Matrices.Entries(Matrices.Random(9, 1, 2)).Order()]),
            new([2, 2]) { IsOneNode = true }],
        Describe = max => $"for x = ({max.Inputs}){(max.IsOneNode ? ", one node on two wires" : "")}",
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
            TNode[] inputs = [.. c.Inputs.Select((x, i) => input($"x{i}", x))];
            if (c.IsOneNode)
                Array.Fill(inputs, inputs[0]);
            TNode[] given = [.. inputs];
            TNode z = max(given);
            max([input("y", 0.5), input("z", 9)]);      // which must not change z
            M?[] answer = NodeAnswer.Of(z, c.Inputs, inputs);
            return answer is [_, _, _] ? [.. answer[..2], NodeAnswer.Of(z, c.Inputs, given)[2]] : answer;
        }).Keep("Max");

    private sealed record MaxCase(double[] Inputs)
    {
        public double Largest { get; } = Inputs.Max();

        /// <summary>Whether all inputs are the same node, whose slope is the sum of those of its wires.</summary>
        public bool IsOneNode { get; init; }

        public int First { get; init; } = Array.IndexOf(Inputs, Inputs.Max());

        public int Winners => Inputs.Count(x => x == Largest);

        /// <summary>The slope 1 in the inputs that are selected by value and index, and 0 in the others.</summary>
        public M To(Func<double, int, bool> wins) => Matrix.Column([.. Inputs.Select((x, i) => wins(x, i) ? 1.0 : 0)]);

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
            },
            new("Slopes", max => max.To((x, i) => max.IsOneNode || i == max.First))
            {
                { ("You compare nodes: where one stands on two wires, both get the slope 1, and together 2.",
                    "Choose a wire, not a node."), (IsOneNode ? 2 : 1) * To((x, i) => IsOneNode || i == First) },
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
                { ("You scaled by the winner's value, as a × gate would.",
                    "If the winner rises by 0.01, so does the maximum: its slope is 1."),
                    Largest * To((x, i) => i == First) },
                { ("You scaled by the winner's value, and at a tie the last of the equal inputs wins.",
                    "The slope is 1, and this course lets the first one win: compare with `>`, not `>=`."),
                    Largest * To((x, i) => i == Array.LastIndexOf(Inputs, Largest)) },
                { BeginsAtZero, this with { First = Largest > 0 ? First : 0 } },
                { LastIsLeftOut, To((x, i) => i == First && i < Inputs.Length - 1) },
                { LastIsLeftOut,
                    this with { First = Array.IndexOf(Inputs, Inputs[..^1].DefaultIfEmpty(Largest).Max()) } },
            },
            new(ChangeOfInputs, max => 0 * Matrix.Column(max.Inputs))
            {
                { Sorted, Matrix.Column([.. Inputs.Order().Zip(Inputs, (now, before) => now - before)]) },
                { Sorted, Matrix.Column([.. Inputs.OrderDescending().Zip(Inputs, (now, before) => now - before)]) },
            },
        ];
    }
}
