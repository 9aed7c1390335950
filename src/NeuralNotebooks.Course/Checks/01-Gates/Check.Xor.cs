namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<XorDescent> _xor = new()
    {
        Cases = () => [new(Steps: 1), new(Steps: 300), new(Steps: 3, Seed: 8), new(Steps: 1) { Runs = false }],
        Describe = d => d.Runs ? $"after {TextOf.Count(d.Steps, "step")} from start {d.Seed}"
            : $"if `backward` does nothing",
        Praise = "All 13 parameters agree after 1 step and after 300, and from another start. Your own engine trains a "
            + "network.",
        IfZero = "(Already written? Then no gradient arrives: does your step call `backward` with the loss?)",
        Parts = d => d.Parts,
    };

    /// <summary>Notebook 01: steps of training on exclusive or, with the reader's own engine.</summary>
    /// <param name="input">From a name and a number to an input of a circuit.</param>
    /// <param name="step">Changes the parameters, by the gradients that the given backward pass finds.</param>
    /// <param name="backward">Fills in the gradients of all nodes from which this one was computed.</param>
    public static Verdict Xor<TNode>(
        Func<string, double, TNode> input, Action<TNode[], Action<TNode>> step, Action<TNode> backward)
        where TNode : class, INode<TNode> =>
        _xor.Judge(d =>
        {
            TNode[] p = [.. d.Start.Select(number => input("", number))];
            for (int k = 0; k < d.Steps; k++)
                step(p, d.Runs ? backward : _ => { });
            return Matrix.Column([.. p.Zip(d.Start, (now, start) => now.Data - start)]);
        }).Keep("Step");

    /// <summary>Steps of descent for three hidden units and one on top, on the four rows of exclusive or. Parameters 0
    /// to 2 and 3 to 5 are the weights of x and y, 6 to 8 the biases, 9 to 11 the weights of the unit on top, and 12
    /// its bias.</summary>
    private sealed record XorDescent(int Steps, int Seed = 1)
    {
        public double[] Start { get; } = [.. StartOfTheNotebook(Seed)];

        /// <summary>Whether the backward pass that the step is given does something.</summary>
        public bool Runs { get; init; } = true;

        private double Rate { get; init; } = 2;

        /// <summary>1, or 0 where the old value of a parameter is lost.</summary>
        private double Kept { get; init; } = 1;

        /// <summary>How many parameters move.</summary>
        private int Moving { get; init; } = 13;

        /// <summary>Whether the gradients are computed again after each parameter.</summary>
        private bool OneAtATime { get; init; }

        public Part<XorDescent>[] Parts =>
        [
            new("The change of p", d => d.Change())
            {
                { ("You stepped uphill.", "The gradient points to where the loss grows: subtract 2 times it."),
                    this with { Rate = -Rate } },
                { ("The factor 2 is missing.", "Subtract 2 times the gradient."), this with { Rate = 1 } },
                { ("`=` where `-=` is needed:", "each step forgets where it stood."), this with { Kept = 0 } },
                { ("The last parameter did not move.", "There are 13: go through all of `p`."),
                    this with { Moving = 12 } },
                { ("You go backward again for each parameter, after the others have moved.",
                    "One backward pass has all 13 gradients: call `backward` once, before the loop."),
                    this with { OneAtATime = true } },
                { ("You call `Backward`, whatever `backward` is.",
                    "Call the parameter: below, the same step runs with another one."),
                    this with { Runs = true } },
            },
        ];

        private static IEnumerable<double> StartOfTheNotebook(int seed)
        {
            Random random = new(seed);
            for (int i = 0; i < 13; i++)
                yield return 4 * random.NextDouble() - 2;
        }

        private M Change()
        {
            double[] p = [.. Start];
            for (int step = 0; step < Steps; step++)
            {
                double[] gradients = Gradients(p);
                for (int i = 0; i < Moving; i++)
                    p[i] = Kept * p[i] - Rate * (OneAtATime ? Gradients(p) : gradients)[i];
            }
            return Matrix.Column([.. p.Zip(Start, (now, start) => now - start)]);
        }

        private double[] Gradients(double[] p)
        {
            if (!Runs)
                return new double[p.Length];
            Mlp<double> network = new([
                new(Matrix.Over(p, 0, 3, 2), Matrix.Over(p, 6, 3, 1), Activation.Sigmoid),
                new(Matrix.Over(p, 9, 1, 3), Matrix.Over(p, 12, 1, 1), Activation.Sigmoid)]);
            M X = Matrix.Of(new[,] { { 0, 0, 1, 1 }, { 0, 1, 0, 1 } }), y = Matrix.Row(0, 1, 1, 0);
            network.Backward(2 * (network.Forward(X) - y));
            return [.. network.Layers.SelectMany(layer =>
                (double[])[.. layer.WeightGradient.AsSpan(), .. layer.BiasGradient.AsSpan()])];
        }
    }
}
