namespace NeuralNotebooks.Plotting;

/// <summary>The parts of a circuit that are drawn, with all numbers, in topological order.</summary>
internal sealed class CircuitGraph
{
    private readonly Dictionary<Value, double>? _gradients;

    private CircuitGraph(Value result, Dictionary<Value, double>? gradients)
    {
        _gradients = gradients;
        IReadOnlyList<Value> all = result.Circuit();
        Gates = all.Count(value => value.Gate is not null);
        CircuitSubgraph subgraph = new(all);
        IsCondensed = subgraph.IsCondensed;
        Dictionary<Value, CircuitPart> parts = [];
        foreach (Value value in all.Where(subgraph.Shows))
        {
            CircuitPart part = Part(value, subgraph);
            if (part.Kind == CircuitPartKind.Gate)
                Connect(part, parts);
            parts.Add(value, part);
            part.Number = Parts.Count;
            Parts.Add(part);
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

    public string Title => Result.Gate is null ? $"The value {Result.InWords}"
        : Result.Name is { } name ? $"Circuit of {name} = {Result.Expression}" : $"Circuit of {Result.Expression}";

    /// <summary>A sentence on how much is drawn, if part of the circuit is folded.</summary>
    public string Condensed => !IsCondensed ? ""
        : $" Condensed: of {Gates} gates, the {Of(CircuitPartKind.Gate).Count()} nearest to the result are drawn; a "
            + "dashed box stands for what is left out.";

    /// <summary>The circuit in words, as alternative text.</summary>
    public string InWords()
    {
        IEnumerable<string> parts = Parts.Where(part => part.Kind != CircuitPartKind.Constant).Select(part =>
            (part is { Gate: not null, Name: { } name } ? $"{name} = {part.Expression}" : part.InWords)
            + $" = {part.ValueText}{(part.Gradient is null ? "" : $", gradient {part.GradientText}")}");
        return $"{Title}. {string.Join("; ", parts)}.{Condensed}";
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
        return new(kind, value) { Hidden = hidden, Gradient = _gradients?[value] };
    }

    private static void Connect(CircuitPart gate, Dictionary<Value, CircuitPart> parts)
    {
        foreach ((Value input, double derivative) in gate.Value.Parents.Zip(gate.Value.LocalDerivatives()))
        {
            CircuitWire wire = new(parts[input], gate, gate.Inputs.Count, derivative);
            wire.From.Uses.Add(wire);
            gate.Inputs.Add(wire);
        }
    }

    private void FindOtherUses()
    {
        foreach (CircuitPart part in Parts.SkipLast(1))
        {
            double[] shares = [.. part.Uses.Select(use => use.Contribution ?? 0), -part.Gradient!.Value];
            part.UsedElsewhere = Math.Abs(shares.Sum()) > 1e-9 * shares.Max(Math.Abs);
        }
    }
}
