namespace NeuralNotebooks.Plotting;

/// <summary>The parts of a circuit that are drawn, with all numbers, in topological order.</summary>
internal sealed class CircuitGraph
{
    // A circuit of at most this many values has room for formulas, and for numbers with four digits.
    private const int FewValues = 24;

    private readonly Dictionary<Value, double>? _gradients;
    private readonly bool _isLarge;

    private CircuitGraph(Value result, Dictionary<Value, double>? gradients)
    {
        _gradients = gradients;
        IReadOnlyList<Value> all = result.Circuit();
        _isLarge = all.Count > FewValues;
        Gates = all.Count(value => value.Gate is not null);
        CircuitSubgraph subgraph = new(all);
        IsCondensed = subgraph.IsCondensed;
        Dictionary<Value, CircuitPart> parts = [];
        foreach (Value value in all.Where(subgraph.Shows))
        {
            CircuitPart part = Part(value, subgraph);
            if (part.Kind == CircuitPartKind.Gate)
                Connect(part, parts, subgraph);
            parts.Add(value, part);
            Add(part);
        }

        if (gradients is not null)
            FindOtherUses();
    }

    /// <summary>What the circuit computes.</summary>
    public CircuitPart Result => Parts[^1];

    /// <summary>The number of gates of the whole circuit, including those that are not drawn.</summary>
    public int Gates { get; }

    public bool IsCondensed { get; }

    public bool HasGradients => _gradients is not null;

    public List<CircuitPart> Parts { get; } = [];

    /// <summary>The parts of some kinds.</summary>
    public IEnumerable<CircuitPart> Of(params CircuitPartKind[] kinds) =>
        Parts.Where(part => kinds.Contains(part.Kind));

    /// <summary>The circuit with the gradients that are stored in its values; without gradients if all of them are 0,
    /// because <see cref="Value.Backward"/> has not run.</summary>
    public static CircuitGraph WithGradientsOfValues(Value result)
    {
        Dictionary<Value, double> gradients = result.Circuit().ToDictionary(value => value, value => value.Gradient);
        return new(result, gradients.Values.All(gradient => gradient == 0) ? null : gradients);
    }

    /// <summary>The circuit with the derivatives of this result. The gradients stored in the values are not
    /// changed.</summary>
    public static CircuitGraph WithGradientsOfResult(Value result)
    {
        IReadOnlyList<Value> all = result.Circuit();
        Dictionary<Value, double> gradients = all.ToDictionary(value => value, value => value == result ? 1.0 : 0.0);
        foreach (Value value in all.Reverse())
        {
            double[] derivatives = value.LocalDerivatives();
            for (int i = 0; i < derivatives.Length; i++)
                gradients[value.Parents[i]] += gradients[value] * derivatives[i];
        }

        return new(result, gradients);
    }

    /// <summary>Whether both circuits have the same gates, connected in the same way, so that one drawing fits
    /// both.</summary>
    public bool HasSameStructure(CircuitGraph other)
    {
        static IEnumerable<string> Plan(CircuitGraph circuit) => circuit.Parts.Select(part =>
            $"{part.Kind} {part.Symbol} {part.Name} "
            + string.Join(' ', part.Inputs.Select(wire => wire.From.Number)));
        return Plan(this).SequenceEqual(Plan(other));
    }

    private CircuitPart Part(Value value, CircuitSubgraph subgraph)
    {
        CircuitPartKind kind = value switch
        {
            { Gate: null, Name: null } => CircuitPartKind.Constant,
            { Gate: null } => CircuitPartKind.Input,
            _ => subgraph.Opens(value) ? CircuitPartKind.Gate : CircuitPartKind.Folded,
        };
        int hidden = kind == CircuitPartKind.Folded ? value.Circuit().Count(inner => inner.Gate is not null) : 0;
        return new(kind, value) { Hidden = hidden, IsTerse = _isLarge, Gradient = _gradients?[value] };
    }

    private void Add(CircuitPart part)
    {
        part.Number = Parts.Count;
        Parts.Add(part);
    }

    private void Connect(CircuitPart gate, Dictionary<Value, CircuitPart> parts, CircuitSubgraph subgraph)
    {
        double[] derivatives = gate.Value!.LocalDerivatives();
        (int from, int count) = subgraph.Bundled(gate.Value);
        for (int i = 0; i < derivatives.Length; i++)
        {
            if (count > 0 && i == from)
            {
                CircuitPart bundle = new(CircuitPartKind.Bundle, null) { Hidden = count, IsTerse = _isLarge };
                Add(bundle);
                double first = derivatives[i];
                Wire(bundle, gate,
                    derivatives.Skip(from).Take(count).All(derivative => derivative == first) ? first : null);
                bundle.Gradient = bundle.Uses[0].Contribution;
                i += count - 1;
            }
            else
            {
                Wire(parts[gate.Value.Parents[i]], gate, derivatives[i]);
            }
        }
    }

    private static void Wire(CircuitPart from, CircuitPart to, double? derivative)
    {
        CircuitWire wire = new(from, to, to.Inputs.Count, derivative);
        from.Uses.Add(wire);
        to.Inputs.Add(wire);
    }

    private void FindOtherUses()
    {
        foreach (CircuitPart part in Parts.SkipLast(1).Where(part => part.Value is not null))
        {
            double[] shares = [.. part.Uses.Select(use => use.Contribution ?? 0), -part.Gradient!.Value];
            part.UsedElsewhere = Math.Abs(shares.Sum()) > 1e-9 * shares.Max(Math.Abs);
        }
    }
}
