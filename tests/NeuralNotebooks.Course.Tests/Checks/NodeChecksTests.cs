namespace NeuralNotebooks.Course.Tests;

/// <summary>The checks of notebook 01 on answers in a class of the reader's: right ones that are written in unusual
/// ways, and wrong ones that no table of mistakes has, or that a whole engine makes. <see cref="MistakesTests"/> tries
/// the tables.</summary>
public class NodeChecksTests
{
    private static readonly Dictionary<string, Func<Verdict>> _right = new()
    {
        ["×: the wires in the other order"] = () => Times((a, b) => New(a.Data * b.Data, (b, a.Data), (a, b.Data))),
        ["×: a wire for each half"] = () =>
            Times((a, b) => New(a.Data * b.Data, (a, b.Data / 2), (a, b.Data / 2), (b, a.Data))),
        ["×: through logarithms where they exist"] = () => Times((a, b) => New(
            a.Data > 0 && b.Data > 0 ? Math.Exp(Math.Log(a.Data) + Math.Log(b.Data)) : a.Data * b.Data,
            (a, b.Data), (b, a.Data))),
        ["×: by squares"] = () => Times((a, b) => New(
            (Math.Pow(a.Data + b.Data, 2) - Math.Pow(a.Data - b.Data, 2)) / 4, (a, b.Data), (b, a.Data))),
        ["×: slopes by nudging"] = () => Times((a, b) => New(
            a.Data * b.Data, (a, ((a.Data + 1) * b.Data) - (a.Data * b.Data)), (b, a.Data))),
        ["×: a third wire without effect"] = () =>
            Times((a, b) => New(a.Data * b.Data, (a, b.Data), (b, a.Data), (New(1), 3))),
        ["×: by a loop"] = () => Times((a, b) => ProductOf([a, b])),
        ["×: in single precision"] = () =>
            Times((a, b) => New((float)a.Data * (float)b.Data, (a, (float)b.Data), (b, (float)a.Data))),

        ["max: by sorting"] = () => Max(x =>
        {
            Node winner = x.OrderByDescending(one => one.Data).First();
            return New(winner.Data, (winner, 1));
        }),
        ["max: by MaxBy"] = () => Max(x => New(x.MaxBy(one => one.Data)!.Data, (x.MaxBy(one => one.Data)!, 1))),
        ["max: from the end"] = () => Max(x =>
        {
            int winner = x.Length - 1;
            for (int i = winner - 1; i >= 0; i--)
                winner = x[i].Data >= x[winner].Data ? i : winner;
            return New(x[winner].Data, [.. x.Select((one, i) => (one, i == winner ? 1.0 : 0))]);
        }),
        ["max: two by two"] = () => Max(x =>
        {
            int winner = Enumerable.Range(0, x.Length).Aggregate((a, b) => x[b].Data > x[a].Data ? b : a);
            return New(x[winner].Data, (x[winner], 1));
        }),
        ["max: from −∞"] = () => Max(x => Faulty(x, double.NegativeInfinity, x.Length)),
        ["max: two wires of a half"] = () => Max(x =>
        {
            Node winner = x.MaxBy(one => one.Data)!;
            return New(winner.Data, (winner, 0.5), (winner, 0.5));
        }),
        ["max: by a list"] = () => Max(x =>
        {
            List<double> data = [.. x.Select(one => one.Data)];
            double[] slopes = new double[x.Length];
            slopes[data.IndexOf(data.Max())] = 1;
            return new() { Data = data.Max(), Inputs = x, Slopes = slopes };
        }),
        ["max: the first that equals the largest"] = () => Max(x =>
        {
            double largest = x.Max(one => one.Data);
            return New(largest, (Array.Find(x, one => one.Data == largest)!, 1));
        }),

        ["σ: by tanh"] = () => Squash(x => Of(x, 0.5 + 0.5 * Math.Tanh(x.Data / 2))),
        ["σ: by the quotient"] = () => Squash(x => Of(x, Math.Exp(x.Data) / (1 + Math.Exp(x.Data)))),
        ["σ: the slope by σ(−x)"] = () =>
            Squash(x => New(Sigmoid(x.Data), (x, Sigmoid(x.Data) * Sigmoid(-x.Data)))),
        ["σ: the slope by the exponential"] = () => Squash(x => New(
            Sigmoid(x.Data), (x, Math.Exp(-x.Data) / Math.Pow(1 + Math.Exp(-x.Data), 2)))),
        ["σ: the slope as z − z²"] = () =>
            Squash(x => New(Sigmoid(x.Data), (x, Sigmoid(x.Data) - Math.Pow(Sigmoid(x.Data), 2)))),
        ["σ: the slope in two wires"] = () => Squash(x =>
        {
            double z = Sigmoid(x.Data);
            return New(z, (x, z), (x, -z * z));
        }),

        ["σ: by a logarithm"] = () => Squash(x => Of(x, Math.Exp(-Math.Log(1 + Math.Exp(-x.Data))))),
        ["σ: the slope by cosh"] = () => Squash(x => New(
            Sigmoid(x.Data), (x, Math.Pow(Math.Cosh(x.Data / 2), -2) / 4))),

        ["engine: the library's"] = () => Check.Engine<Value>(
            (name, data) => new(data, name), (a, b) => a + b, (a, b) => a * b, L => L.Backward()),
        ["engine: by the paths from each node to L"] = () => Engine(L =>
        {
            Dictionary<Node, List<(Node, double)>> uses = [];
            foreach (Node node in Order(L))
                for (int i = 0; i < node.Inputs.Length; i++)
                    (uses.TryGetValue(node.Inputs[i], out var list) ? list : uses[node.Inputs[i]] = [])
                        .Add((node, node.Slopes[i]));
            foreach (Node node in Enumerable.Reverse(Order(L)))
                node.Gradient = node == L ? 1 : uses[node].Sum(use => use.Item1.Gradient * use.Item2);
        }),
        ["engine: forward, one input after the other"] = () => Engine(L =>
        {
            // Forward mode: the derivatives of all nodes by one input.
            List<Node> order = Order(L);
            foreach (Node input in order.Where(node => node.Inputs.Length == 0))
            {
                Dictionary<Node, double> slopes = [];
                foreach (Node node in order)
                    slopes[node] = node == input ? 1 : node.Inputs.Zip(node.Slopes, (a, s) => slopes[a] * s).Sum();
                input.Gradient = slopes[L];
            }
        }),
        ["engine: a node waits for its uses"] = () => Engine(L =>
        {
            Dictionary<Node, int> open = [];
            foreach (Node node in Order(L))
            {
                node.Gradient = 0;
                foreach (Node input in node.Inputs)
                    open[input] = open.GetValueOrDefault(input) + 1;
            }
            Stack<Node> ready = new([L]);
            L.Gradient = 1;
            while (ready.TryPop(out Node? node))
                for (int i = 0; i < node.Inputs.Length; i++)
                {
                    node.Inputs[i].Gradient += node.Gradient * node.Slopes[i];
                    if (--open[node.Inputs[i]] == 0)
                        ready.Push(node.Inputs[i]);
                }
        }),
        ["engine: by the numbers of the nodes"] = () => Engine(L =>
        {
            foreach (Node node in Order(L))
                node.Gradient = node == L ? 1 : 0;
            foreach (Node node in Order(L).OrderByDescending(node => node.Number))
                HandOn(node);
        }),
        ["engine: it clears afterwards, too"] = () => Engine(L =>
        {
            Backward(L);
            foreach (Node node in Order(L).Where(node => node.Inputs.Length > 0))
                node.Gradient = 0;
        }),
        ["engine: it ends in L as a constant"] = () => Engine(L => Backward(New(L.Data, (L, 1)))),
        ["engine: two halves of L"] = () => Engine(L => Backward(New(L.Data, (L, 0.5), (L, 0.5)))),

        ["XOR: nearly"] = () => Check.Xor((x, y) => x == y ? 0.09 : 0.92),
        ["XOR: exactly"] = () => Check.Xor((x, y) => x == y ? 0 : 1),
        ["XOR: a little outside of 0 and 1"] = () => Check.Xor((x, y) => x == y ? -0.05 : 1.06),
        ["XOR: by ReLU units"] = () => Check.Xor((x, y) => Math.Max(0, x + y) - 2 * Math.Max(0, x + y - 1)),
        ["XOR: by a product"] = () => Check.Xor((x, y) => x + y - 2 * x * y),
        ["XOR: by a square"] = () => Check.Xor((x, y) => Math.Pow(x - y, 2)),
        ["XOR: by tanh"] = () => Check.Xor((x, y) => Math.Pow(Math.Tanh(5 * (x - y)), 2)),
        ["XOR: by two steep units"] = () => Check.Xor((x, y) =>
            Sigmoid(20 * (Sigmoid(20 * (x + y - 0.5)) - Sigmoid(20 * (x + y - 1.5)) - 0.5))),
    };

    private static readonly Dictionary<string, (Func<Verdict> Answer, string Verdict)> _wrong = new()
    {
        ["×: the starter"] = (() => Times((a, b) => new() { Inputs = [a, b] }), "Not begun."),
        ["×: no slopes"] = (() => Times((a, b) => new() { Data = a.Data * b.Data, Inputs = [a, b] }), "`Slopes` has"),
        ["×: no inputs"] = (() => Times((a, b) => new() { Data = a.Data * b.Data, Slopes = [b.Data, a.Data] }),
            "`Inputs` are the nodes"),
        ["×: copies as inputs"] = (() => Times((a, b) =>
            New(a.Data * b.Data, (New(a.Data), b.Data), (New(b.Data), a.Data))), "`Inputs` are the nodes"),
        ["×: one slope"] = (() => Times((a, b) => new() { Data = a.Data * b.Data, Inputs = [a, b], Slopes = [b.Data] }),
            "The second input has no slope"),
        ["×: with what arrives"] = (() => Times((a, b) => New(a.Data * b.Data, (a, a.Gradient), (b, b.Gradient))),
            "does not belong into it"),
        ["×: null"] = (() => Times((_, _) => null!), "`null`"),
        ["×: it throws"] = (() => Times((_, _) => throw new InvalidOperationException("no")), "threw"),

        ["max: the starter"] = (() => Max(x => Faulty(x, 0, x.Length - 1, equal: true, scaled: true)), "Data is"),
        ["max: it begins at 0"] = (() => Max(x => Faulty(x, 0, x.Length)), "begin at 0"),
        ["max: the last is left out"] = (() => Max(x => Faulty(x, x[0].Data, x.Length - 1)), "ends one too early"),
        ["max: half for each winner"] = (() => Max(x => x.Length != 2 || x[0].Data != x[1].Data
            ? Faulty(x, double.MinValue, x.Length) : New(x[0].Data, (x[0], 0.5), (x[1], 0.5))), "not for x = (2, 2)"),
        ["σ: the starter"] = (() => Squash(x => new() { Inputs = [x] }), "Not begun."),
        ["σ: no slope"] = (() => Squash(x => new() { Data = Sigmoid(x.Data), Inputs = [x] }), "`Slopes` has"),
        ["engine: the starter"] = (() => Engine(_ => { }), "still 0"),
        ["engine: ="] = (() => Engine(L => Pass(L, adds: false)), "`+=`, not `=`"),
        ["engine: forwards"] = (() => Engine(L => Pass(L, order: Order(L))), "from its end"),
        ["engine: breadth first"] = (() => Engine(L =>
        {
            List<Node> order = [L];
            for (int i = 0; i < order.Count; i++)
                order.AddRange(order[i].Inputs.Where(input => !order.Contains(input)).Distinct());
            Pass(L, order: order);
        }), "not right yet|but not for"),
        ["engine: it is not cleared"] = (() => Engine(L => Pass(L, clears: false)), "Set all of them to 0"),
        ["engine: each share at once"] = (() => Engine(L =>
        {
            foreach (Node node in Order(L))
                node.Gradient = 0;
            L.Gradient = 1;
            Push(L);
        }), "wait until all have arrived"),
        ["engine: it begins with 0"] = (() => Engine(L => Pass(L, first: 0)), "begin with 1"),
        ["engine: it begins with the loss"] = (() => Engine(L => Pass(L, first: L.Data)), "not right yet"),
        ["engine: slopes alone"] = (() => Engine(L => Pass(L, share: (_, slope) => slope)), "slopes alone"),
        ["engine: slopes of 1"] = (() => Engine(L => Pass(L, share: (arrives, _) => arrives)), "count as 1"),
        ["engine: a node visited at each use"] = (() => Engine(L =>
        {
            List<Node> order = [];
            Visit(L, order, []);
            order.InsertRange(0, order.Where(node => node.Inputs.Length > 0).ToArray());
            Pass(L, order: Enumerable.Reverse(order));
        }), "not"),
        ["engine: x and y are exchanged"] = (() => Engine(L =>
        {
            Backward(L);
            Node[] inputs = [.. Order(L).Where(node => node.Inputs.Length == 0)];
            (inputs[0].Gradient, inputs[^1].Gradient) = (inputs[^1].Gradient, inputs[0].Gradient);
        }), "not right"),
        ["engine: it throws"] = (() => Engine(L => throw new InvalidOperationException("no")), "threw"),

        ["XOR: a start"] = (() => Check.Xor((_, _) => 0.47), "about ½"),
        ["XOR: 0 to every row"] = (() => Check.Xor((_, _) => 0.01), "answers 0"),
        ["XOR: too early"] = (() => Check.Xor((x, y) => x == y ? 0.2 : 0.8), "not right yet"),
        ["XOR: not a number"] = (() => Check.Xor((_, _) => double.NaN), "not a finite number"),
    };

    public static TheoryData<string> RightAnswers => [.. _right.Keys];

    public static TheoryData<string> WrongAnswers => [.. _wrong.Keys];

    [Theory]
    [MemberData(nameof(RightAnswers))]
    public void A_right_answer_is_correct_however_it_is_written(string answer) =>
        Assert.StartsWith("Correct. ", $"{_right[answer]()}");

    [Theory]
    [MemberData(nameof(WrongAnswers))]
    public void A_wrong_answer_is_named(string answer)
    {
        Verdict verdict = _wrong[answer].Answer().OnStep(3);

        Assert.False(verdict.IsCorrect);
        Assert.Matches(_wrong[answer].Verdict.Contains('|') ? _wrong[answer].Verdict
            : Regex.Escape(_wrong[answer].Verdict), $"{verdict}");
    }

    private static Verdict Times(Func<Node, Node, Node> times) => Check.TimesGate(Input, times);

    private static Verdict Max(Func<Node[], Node> max) => Check.MaxGate(Input, max);

    private static Verdict Squash(Func<Node, Node> squash) => Check.SigmoidGate(Input, squash);

    private static Verdict Engine(Action<Node> backward) =>
        Check.Engine(Input, (a, b) => New(a.Data + b.Data, (a, 1), (b, 1)), (a, b) => ProductOf([a, b]), backward);

    private static Node Input(string name, double data) => new() { Name = name, Data = data };

    private static Node New(double data, params (Node From, double Slope)[] wires) => new()
    {
        Data = data,
        Inputs = [.. wires.Select(wire => wire.From)],
        Slopes = [.. wires.Select(wire => wire.Slope)],
    };

    private static Node Of(Node x, double z) => New(z, (x, z * (1 - z)));

    private static Node ProductOf(Node[] x) => New(
        x.Aggregate(1.0, (z, one) => z * one.Data),
        [.. x.Select((one, i) => (one, x.Where((_, j) => j != i).Aggregate(1.0, (z, other) => z * other.Data)))]);

    /// <summary>The max gate with some of the mistakes of the notebook's.</summary>
    private static Node Faulty(Node[] x, double largest, int count, bool equal = false, bool scaled = false)
    {
        int winner = 0;
        for (int i = 0; i < count; i++)
            if (x[i].Data > largest || (equal && x[i].Data == largest))
                (largest, winner) = (x[i].Data, i);
        return New(largest, [.. x.Select((one, i) => (one, i != winner ? 0 : scaled ? largest : 1))]);
    }

    private static void Backward(Node L) => Pass(L);

    /// <summary>A backward pass, and some mistakes in it.</summary>
    private static void Pass(Node L, IEnumerable<Node>? order = null, bool adds = true, bool clears = true,
        double first = 1, Func<double, double, double>? share = null)
    {
        foreach (Node node in clears ? Order(L) : [])
            node.Gradient = 0;
        L.Gradient = first;
        foreach (Node node in order ?? Enumerable.Reverse(Order(L)))
            HandOn(node, adds, share);
    }

    private static void HandOn(Node node, bool adds = true, Func<double, double, double>? share = null)
    {
        for (int i = 0; i < node.Inputs.Length; i++)
        {
            double arrives = share?.Invoke(node.Gradient, node.Slopes[i]) ?? node.Gradient * node.Slopes[i];
            node.Inputs[i].Gradient = adds ? node.Inputs[i].Gradient + arrives : arrives;
        }
    }

    private static void Push(Node node)
    {
        for (int i = 0; i < node.Inputs.Length; i++)
        {
            node.Inputs[i].Gradient += node.Gradient * node.Slopes[i];
            Push(node.Inputs[i]);
        }
    }

    private static List<Node> Order(Node L)
    {
        List<Node> order = [];
        Visit(L, order, []);
        return order;
    }

    private static void Visit(Node node, List<Node> order, HashSet<Node> seen)
    {
        if (!seen.Add(node))
            return;
        foreach (Node input in node.Inputs)
            Visit(input, order, seen);
        order.Add(node);
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    /// <summary>The reader's class, with a number that counts the nodes.</summary>
    private sealed class Node : INode<Node>
    {
        private static int _count;

        public int Number { get; } = Interlocked.Increment(ref _count);

        public string Name { get; set; } = "";

        public string Gate { get; set; } = "";

        public double Data { get; set; }

        public Node[] Inputs { get; set; } = [];

        public double[] Slopes { get; set; } = [];

        public double Gradient { get; set; }
    }
}
