namespace NeuralNotebooks.Plotting;

/// <summary>Copies a circuit of the reader's nodes to values with the same numbers, which can be drawn.</summary>
internal sealed class NodeCircuit<TNode>
    where TNode : class, INode<TNode>
{
    // Null for a node whose inputs are being copied.
    private readonly Dictionary<TNode, Value?> _copies = new(ReferenceEqualityComparer.Instance);

    public static Value ValueOf(TNode result) => result as Value ?? new NodeCircuit<TNode>().Copy(result);

    private Value Copy(TNode node)
    {
        if (node?.Inputs is null || node.Slopes is null)
            throw Wrong("A node of the circuit, its Inputs or its Slopes are null.");
        if (_copies.TryGetValue(node, out Value? known))
            return known ?? throw Wrong($"{NameOf(node)} is an input of itself, directly or through other nodes.");
        if (node.Inputs.Length != node.Slopes.Length)
            throw Wrong(Invariant(
                $"{NameOf(node)} has {node.Inputs.Length} Inputs and {node.Slopes.Length} Slopes: each needs one."));
        if (_copies.Count == CircuitGraph.MaxValues)
            throw Wrong(Invariant(
                $"The circuit has more than {CircuitGraph.MaxValues} nodes: draw the circuit of one of its nodes."));
        _copies.Add(node, null);
        Value[] inputs = Array.ConvertAll(node.Inputs, Copy);
        Value copy = inputs.Length == 0 ? new(node.Data)
            : Value.Of(new NodeGate(node.Gate, node.Data, node.Slopes, [.. inputs.Select(one => one.Data)]), inputs);
        copy.Gradient = node.Gradient;
        _copies[node] = copy;
        return string.IsNullOrEmpty(node.Name) ? copy : copy.Named(node.Name);
    }

    private static string NameOf(TNode node) =>
        !string.IsNullOrEmpty(node.Name) ? node.Name
            : string.IsNullOrEmpty(node.Gate) ? "A node" : $"A {node.Gate} gate";

    private static ArgumentException Wrong(string message) => new(message);

    /// <summary>The gate of one node, which has the node's numbers. It is drawn like the library's gate with the same
    /// symbol.</summary>
    private sealed class NodeGate(string? symbol, double data, double[] slopes, double[] inputs) : Gate
    {
        private static readonly Gate[] _gates = [Sum, Difference, Product, Quotient, Sigmoid, Tanh, Exp, Log];

        private readonly Gate? _same = Array.Find(_gates, gate =>
            gate.Symbol == symbol && gate.Precedence > 0 == inputs.Length > 1);

        public override string Name => _same?.Name ?? Symbol;

        public override string Symbol => string.IsNullOrEmpty(symbol) ? "?" : symbol;

        internal override bool IsCommutative => _same?.IsCommutative ?? false;

        internal override int Precedence => _same?.Precedence ?? 0;

        public override double Forward(ReadOnlySpan<double> x) => data;

        public override void Derivatives(ReadOnlySpan<double> x, double z, Span<double> dx) => slopes.CopyTo(dx);

        public override string Formula(IReadOnlyList<string> inputs) =>
            _same?.Formula(inputs) ?? base.Formula(inputs);

        internal override string? DerivativeFormula(int i, IReadOnlyList<string?> names, string? output)
        {
            // The reader's gate may have another derivative, by mistake.
            double[] right = new double[slopes.Length];
            _same?.Derivatives(inputs, data, right);
            return right[i].Equals(slopes[i]) ? _same?.DerivativeFormula(i, names, output) : null;
        }
    }
}
