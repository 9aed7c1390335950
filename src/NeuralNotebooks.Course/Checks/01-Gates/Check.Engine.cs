namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<Tape> _engine = new()
    {
        Cases = () =>
        [
            new("L = (x + y) · x", 3, -1, [('+', 0, 1), ('×', 2, 0)]),
            new("L = q · (x + q) with q = x · y", -1.5, 4, [('×', 0, 1), ('+', 0, 2), ('×', 2, 3)]),
            new("L = x · x", 3, 2, [('×', 0, 0)]),
            new("q = 2x with one wire, and L = q + 0 · q + y with three", 3, 2, [('1', 0, 0), ('3', 2, 1)]),
            new("L = y · q with q = x · y, beside x + q, which L does not use", 2, -3,
                [('×', 0, 1), ('+', 0, 2), ('×', 1, 2)]),
            // Whoever adds up paths one by one loses their small shares beside 2⁵⁵, in any order of the paths.
            new("x doubled 12 times by z = z + z, and terms that cancel", -1, Pow(2, 55),
                [('×', 0, 1), ('+', 0, 0), .. Enumerable.Range(3, 11).Select(node => ('+', node, node)), ('+', 2, 14),
                ('+', 15, 2), ('×', 2, 0), .. Enumerable.Range(17, 14).Select(node => ('+', node, 1)), ('+', 16, 31)]),
            new("a chain of 500 sums, L = x + y + … + y", 2, 0.25,
                [.. Enumerable.Range(0, 500).Select(k => ('+', k == 0 ? 0 : k + 1, 1))]),
            new("L = (x + y) · x, if Backward runs twice", 5, 0.5, [('+', 0, 1), ('×', 2, 0)]) { Roots = [3, 3] },
            new("L = (x + y) · x, after Backward of x + y", 5, 0.5, [('+', 0, 1), ('×', 2, 0)]) { Roots = [2, 3] },
        ],
        Describe = tape => $"for {tape.Formula}, x = {tape.x} and y = {tape.y}",
        Praise = "Value and all gradients agree, also where a node is used twice, at gates with one and with three "
            + "wires, in a chain of 500 gates, and in a second pass.",
        IfZero = "(Already written? Then no gradient arrives, or it is cleared again. Does the last node begin with 1, "
            + "and do you go through the nodes from the last to the first?)",
        Parts = tape => tape.Parts,
    };

    /// <summary>Notebook 01: the reader's own engine on circuits of + and ×.</summary>
    /// <param name="input">From a name and a number to an input of a circuit.</param>
    /// <param name="plus">From two nodes to that of their sum.</param>
    /// <param name="times">From two nodes to that of their product.</param>
    /// <param name="backward">Fills in the gradients of all nodes from which this one was computed.</param>
    public static Verdict Engine<TNode>(Func<string, double, TNode> input, Func<TNode, TNode, TNode> plus,
        Func<TNode, TNode, TNode> times, Action<TNode> backward)
        where TNode : class, INode<TNode> =>
        _engine.Judge(tape =>
        {
            List<TNode> nodes = [input("x", tape.x), input("y", tape.y)];
            foreach ((char gate, int a, int b) in tape.Gates)
                nodes.Add(gate switch
                {
                    '+' => plus(nodes[a], nodes[b]),
                    '×' => times(nodes[a], nodes[b]),
                    '1' => Wired(plus(nodes[a], nodes[a]), [nodes[a]], [2]),
                    _ => Wired(plus(nodes[a], nodes[b]), [nodes[a], nodes[a], nodes[b]], [1, 0, 1]),
                });
            foreach (int root in tape.Roots)
                backward(nodes[root]);
            return (nodes[^1].Data, nodes[0].Gradient, nodes[1].Gradient,
                Matrix.Column([.. tape.UsedGates.Select(node => nodes[node].Gradient)]));

            // A class whose wires cannot be set keeps those of its sum, which has the same gradients.
            static TNode Wired(TNode sum, TNode[] inputs, double[] slopes)
            {
                MethodInfo?[] set = [.. new[] { nameof(sum.Inputs), nameof(sum.Slopes) }.Select(name =>
                    typeof(TNode).GetProperty(name)?.GetSetMethod())];
                if (set is [{ } ofInputs, { } ofSlopes])
                    (_, _) = (ofInputs.Invoke(sum, [inputs]), ofSlopes.Invoke(sum, [slopes]));
                return sum;
            }
        }).Keep("Backward");

    /// <summary>A circuit of +, of ×, of gates with one wire, 2a, and of gates with three wires, a + 0 · a + b. Nodes 0
    /// and 1 are x and y, the others are the gates in their order; L is the last one.</summary>
    private sealed record Tape(string Formula, double x, double y, (char Gate, int A, int B)[] Gates)
    {
        /// <summary>The nodes from which a backward pass runs, one after the other, L last.</summary>
        public int[] Roots { get; init; } = [Gates.Length + 1];

        public Part<Tape>[] Parts =>
        [
            new("L", tape => tape.Data[^1]),
            Gradient("∂L/∂x", 0),
            Gradient("∂L/∂y", 1),
            new("The list of the gates' gradients", tape => tape.OfGates()),
        ];

        /// <summary>The nodes of the gates that L was computed from, L last.</summary>
        public int[] UsedGates => [.. Order(Roots[^1]).Where(node => node >= 2).Order()];

        private M OfGates()
        {
            double[] gradients = Run(new());
            return Matrix.Column([.. UsedGates.Select(node => gradients[node])]);
        }

        private double[] Data
        {
            get
            {
                List<double> data = [x, y];
                foreach ((char gate, int a, int b) in Gates)
                    data.Add(gate == '×' ? data[a] * data[b] : data[a] + data[gate == '1' ? a : b]);
                return [.. data];
            }
        }

        private Part<Tape> Gradient(string name, int node) => new(name, tape => tape.Run(new())[node])
        {
            { ("A node keeps only the last of its shares.", "Add each share to what has arrived: `+=`, not `=`."),
                Run(new() { Adds = false })[node] },
            { ("The gradients of the last pass are still there.", "Set all of them to 0 before you begin."),
                Run(new() { Clears = false })[node] },
            { ("A node hands on its gradient before all its shares have arrived.",
                "Go through the list from its end: `Order` lists a node before the gates that use it."),
                Run(new() { Backwards = false })[node] },
            { ("A node hands on its gradient at each share that arrives, and with it the earlier shares once more.",
                "Let it wait until all have arrived: visit each node once, in the reversed order of `Order`."),
                Run(new() { Pushes = true })[node] },
            { ("Each path is walked by itself, 4096 of them here, and each of its shares is rounded.",
                "Let a node add up what arrives, and visit it once, in the reversed order of `Order`."),
                Run(new() { Walks = true })[node] },
            { ("A node hands on its slopes alone.",
                "Multiply each slope by the gradient that has arrived at the node."),
                Run(new() { Share = (_, slope) => slope })[node] },
            { ("All slopes count as 1.", "Each input gets the node's gradient times its own entry of `Slopes`."),
                Run(new() { Share = (arrives, _) => arrives })[node] },
            { ("A gate that has one input twice hands on the first slope twice.",
                "`Slopes[i]` is that of wire i: count the wires, do not look for the node."),
                Run(new() { ByNode = true })[node] },
        };

        private double[] Run(PassRules rules)
        {
            double[] data = Data, gradients = new double[data.Length];
            foreach (int root in Roots)
            {
                if (rules.Clears)
                    Array.Clear(gradients);
                gradients[root] = 1;
                if (rules.Pushes || rules.Walks)
                    Push(root, 1);
                else
                    foreach (int node in rules.Backwards ? Enumerable.Reverse(Order(root)) : Order(root))
                        HandOn(node, gradients[node], (_, _) => { });
            }
            return gradients;

            void Push(int node, double share) => HandOn(node, rules.Walks ? share : gradients[node], Push);

            void HandOn(int node, double arrived, Action<int, double> then)
            {
                (int From, double Slope)[] wires = [.. Wires(node, data)];
                foreach ((int from, double own) in wires)
                {
                    double slope = rules.ByNode ? wires.First(wire => wire.From == from).Slope : own;
                    double share = rules.Share(arrived, slope);
                    gradients[from] = rules.Adds ? gradients[from] + share : share;
                    then(from, share);
                }
            }
        }

        private IEnumerable<(int From, double Slope)> Wires(int node, double[] data) => node < 2 ? []
            : Gates[node - 2] is ('+', var a, var b) ? [(a, 1), (b, 1)]
            : Gates[node - 2] is ('1', var one, _) ? [(one, 2)]
            : Gates[node - 2] is ('3', var first, var last) ? [(first, 1), (first, 0), (last, 1)]
            : [(Gates[node - 2].A, data[Gates[node - 2].B]), (Gates[node - 2].B, data[Gates[node - 2].A])];

        /// <summary>The nodes of the circuit of this one, each after its inputs, in the order in which the notebook's
        /// <c>Order</c> visits them.</summary>
        private List<int> Order(int root)
        {
            List<int> order = [];
            HashSet<int> seen = [];
            double[] data = Data;
            Visit(root);
            return order;

            void Visit(int node)
            {
                if (!seen.Add(node))
                    return;
                foreach ((int from, _) in Wires(node, data))
                    Visit(from);
                order.Add(node);
            }
        }
    }

    /// <summary>A backward pass, with a mistake where a property is not as it is by default.</summary>
    private sealed record PassRules
    {
        public bool Adds { get; init; } = true;

        public bool Clears { get; init; } = true;

        public bool Backwards { get; init; } = true;

        public bool Pushes { get; init; }

        public bool Walks { get; init; }

        /// <summary>The slope of a wire is looked for by its node.</summary>
        public bool ByNode { get; init; }

        /// <summary>From the gradient that arrives and the slope to the share of an input.</summary>
        public Func<double, double, double> Share { get; init; } = (arrives, slope) => arrives * slope;
    }
}
