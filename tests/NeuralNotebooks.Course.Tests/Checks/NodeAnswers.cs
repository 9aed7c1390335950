using NeuralNotebooks.Plotting.Tests;

namespace NeuralNotebooks.Course.Tests;

/// <summary>Parts of the answers in NodeChecks.approved.txt.</summary>
internal static class NodeAnswers
{
    public static Verdict Times(Func<Node, Node, Node> times) => Check.TimesGate(Input, times);

    public static Verdict Max(Func<Node[], Node> max) => Check.MaxGate(Input, max);

    public static Verdict Squash(Func<Node, Node> squash) => Check.SigmoidGate(Input, squash);

    public static Verdict Engine(Action<Node> backward) =>
        Check.Engine(Input, Plus, (a, b) => ProductOf([a, b]), backward);

    public static Verdict Xor(Action<Node[], Action<Node>> step) => Check.Xor<Node>(Input, step, Backward);

    public static void Descend(Node[] p, Action<Node> backward, double rate = 2)
    {
        backward(Loss(p));
        foreach (Node one in p)
            one.Data -= rate * one.Gradient;
    }

    /// <summary>The notebook's loss of three hidden units and one on top, row by row.</summary>
    public static Node Loss(Node[] p)
    {
        Node loss = New(0);
        foreach ((int x, int y) in new[] { (0, 0), (0, 1), (1, 0), (1, 1) })
        {
            Node score = p[12];
            for (int k = 0; k < 3; k++)
            {
                Node s = Plus(Plus(ProductOf([p[k], New(x)]), ProductOf([p[3 + k], New(y)])), p[6 + k]);
                score = Plus(score, ProductOf([p[9 + k], Of(s, Sigmoid(s.Data))]));
            }

            Node error = Plus(Of(score, Sigmoid(score.Data)), New(-(x ^ y)));
            loss = Plus(loss, ProductOf([error, error]));
        }

        return loss;
    }

    public static Node Plus(Node a, Node b) => New(a.Data + b.Data, (a, 1), (b, 1));

    public static Node Input(string name, double data) => new() { Name = name, Data = data };

    public static Node New(double data, params (Node From, double Slope)[] wires) => new()
    {
        Data = data,
        Inputs = [.. wires.Select(wire => wire.From)],
        Slopes = [.. wires.Select(wire => wire.Slope)],
    };

    public static Node Of(Node x, double z) => New(z, (x, z * (1 - z)));

    public static Node ProductOf(Node[] x) => New(
        x.Aggregate(1.0, (z, one) => z * one.Data),
        [.. x.Select((one, i) => (one, x.Where((_, j) => j != i).Aggregate(1.0, (z, other) => z * other.Data)))]);

    /// <summary>The max gate with some of the mistakes of the notebook's.</summary>
    public static Node Faulty(Node[] x, double largest, int count, bool equal = false, bool scaled = false)
    {
        int winner = 0;
        for (int i = 0; i < count; i++)
            if (x[i].Data > largest || (equal && x[i].Data == largest))
                (largest, winner) = (x[i].Data, i);
        return New(largest, [.. x.Select((one, i) => (one, i != winner ? 0 : scaled ? largest : 1))]);
    }

    public static void Backward(Node L) => Pass(L);

    /// <summary>A backward pass, and some mistakes in it.</summary>
    public static void Pass(Node L, IEnumerable<Node>? order = null, bool adds = true, bool clears = true,
        double first = 1, Func<double, double, double>? share = null)
    {
        foreach (Node node in clears ? Order(L) : [])
            node.Gradient = 0;
        L.Gradient = first;
        foreach (Node node in order ?? Enumerable.Reverse(Order(L)))
            HandOn(node, adds, share);
    }

    public static void HandOn(Node node, bool adds = true, Func<double, double, double>? share = null)
    {
        for (int i = 0; i < node.Inputs.Length; i++)
        {
            double arrives = share?.Invoke(node.Gradient, node.Slopes[i]) ?? node.Gradient * node.Slopes[i];
            node.Inputs[i].Gradient = adds ? node.Inputs[i].Gradient + arrives : arrives;
        }
    }

    public static void Push(Node node)
    {
        for (int i = 0; i < node.Inputs.Length; i++)
        {
            node.Inputs[i].Gradient += node.Gradient * node.Slopes[i];
            Push(node.Inputs[i]);
        }
    }

    public static List<Node> Order(Node L)
    {
        List<Node> order = [];
        Visit(L, order, []);
        return order;
    }

    public static void Visit(Node node, List<Node> order, HashSet<Node> seen)
    {
        if (!seen.Add(node))
            return;
        foreach (Node input in node.Inputs)
            Visit(input, order, seen);
        order.Add(node);
    }

    public static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
