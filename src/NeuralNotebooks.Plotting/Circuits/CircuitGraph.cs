namespace NeuralNotebooks.Plotting;

/// <summary>The parts of a circuit, with all numbers, in topological order.</summary>
internal sealed class CircuitGraph
{
    /// <summary>More values would be too much for a reader.</summary>
    public const int MaxValues = 24;

    private CircuitGraph(Value result, Dictionary<Value, double>? gradients)
    {
        IReadOnlyList<Value> all = result.Circuit();
        if (all.Count > MaxValues)
            throw new ArgumentException(
                $"The circuit has {all.Count} values, and a drawing at most {MaxValues}: draw the circuit of one of "
                + "its values.", nameof(result));
        Dictionary<Value, CircuitPart> parts = [];
        foreach (Value value in all)
        {
            CircuitPart part = new(value, Parts.Count, gradients?[value]);
            if (part.Gate is not null)
                Connect(part, parts);
            parts.Add(value, part);
            Parts.Add(part);
        }
    }

    public CircuitPart Result => Parts[^1];

    public List<CircuitPart> Parts { get; } = [];

    public IEnumerable<CircuitPart> Of(CircuitPartKind kind) => Parts.Where(part => part.Kind == kind);

    /// <summary>The circuit with the gradients that are stored in its values; without gradients if all of them are 0,
    /// because <see cref="Value.Backward"/> has not run.</summary>
    public static CircuitGraph WithGradientsOfValues(Value result)
    {
        Dictionary<Value, double> gradients = GradientsOf(result);
        return new(result, gradients.Values.All(gradient => gradient == 0) ? null : gradients);
    }

    /// <summary>The circuit with the derivatives of this result. The gradients stored in the values are not
    /// changed.</summary>
    public static CircuitGraph WithGradientsOfResult(Value result)
    {
        Dictionary<Value, double> before = GradientsOf(result);
        try
        {
            result.Backward();
            return new(result, GradientsOf(result));
        }
        finally
        {
            foreach ((Value value, double gradient) in before)
                value.Gradient = gradient;
        }
    }

    private static Dictionary<Value, double> GradientsOf(Value result) =>
        result.Circuit().ToDictionary(value => value, value => value.Gradient);

    public string Title => Result.Gate is null ? $"The value {Result.InWords}"
        : Result.Name is { } name ? $"Circuit of {name} = {Result.Expression}" : $"Circuit of {Result.Expression}";

    public string InWords()
    {
        IEnumerable<string> parts = Parts.Where(part => part.Kind != CircuitPartKind.Constant).Select(part =>
            (part is { Gate: not null, Name: { } name } ? $"{name} = {part.Expression}" : part.InWords)
            + $" = {part.ValueText}{(part.Gradient is null ? "" : $", gradient {part.GradientText}")}");
        return $"{Title}. {string.Join("; ", parts)}.";
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
}
