namespace NeuralNotebooks.Plotting;

/// <summary>What is drawn at the beginning of a wire.</summary>
internal enum CircuitPartKind
{
    /// <summary>A value that no gate has made, with a name.</summary>
    Input,

    /// <summary>A number without a name.</summary>
    Constant,

    /// <summary>A gate with its inputs.</summary>
    Gate,

    /// <summary>A value whose own circuit is not drawn.</summary>
    Folded,

    /// <summary>Several inputs of one wide gate together.</summary>
    Bundle,
}

/// <summary>A value of a circuit with what is drawn of it: an input, or a gate and the wire that leaves it.</summary>
internal sealed class CircuitPart(CircuitPartKind kind, Value? value)
{
    public CircuitPartKind Kind { get; } = kind;

    /// <summary>The value on the wire that leaves the part; null for a bundle, which has several.</summary>
    public Value? Value { get; } = value;

    public Gate? Gate => Kind == CircuitPartKind.Gate ? Value!.Gate : null;

    public string? Name => Value?.Name;

    /// <summary>Whether the part is in a large circuit, where texts are short.</summary>
    public bool IsTerse { get; init; }

    /// <summary>The number of gates that a folded part stands for, or of inputs that a bundle does.</summary>
    public int Hidden { get; init; }

    /// <summary>∂L/∂(value); null where no gradient has flowed back.</summary>
    public double? Gradient { get; set; }

    /// <summary>The wires into the gate, in the order of its inputs.</summary>
    public List<CircuitWire> Inputs { get; } = [];

    /// <summary>The wires that lead from the part to gates.</summary>
    public List<CircuitWire> Uses { get; } = [];

    /// <summary>Whether gates that are not drawn use the value too, so that its gradient is more than the sum over the
    /// wires drawn.</summary>
    public bool UsedElsewhere { get; set; }

    /// <summary>What is written in a gate or a box.</summary>
    public string Symbol => Kind switch
    {
        CircuitPartKind.Gate => Gate!.Symbol is "^2" or "^3" ? "( )" + (Gate.Symbol == "^2" ? "²" : "³") : Gate.Symbol,
        CircuitPartKind.Folded => Invariant($"… {Hidden} gate{(Hidden == 1 ? "" : "s")}"),
        CircuitPartKind.Bundle => Invariant($"… {Hidden} more"),
        _ => "",
    };

    /// <summary>What the part is called in a sentence: by its name, its number, or its formula.</summary>
    public string InWords => Kind == CircuitPartKind.Bundle ? Invariant($"{Hidden} more inputs")
        : Name ?? (Kind == CircuitPartKind.Constant ? NumberText.Html(Value!.Data) : CircuitText.Expression(Value!));
}

/// <summary>The wire from a value to one of the gates that use it.</summary>
/// <param name="From">The value.</param>
/// <param name="To">The gate.</param>
/// <param name="Port">The place among the wires that are drawn into the gate.</param>
/// <param name="Derivative">∂(output of the gate)/∂(this input); null for a bundle whose inputs have different
/// ones.</param>
internal sealed record CircuitWire(CircuitPart From, CircuitPart To, int Port, double? Derivative)
{
    /// <summary>What this use of the value adds to its gradient: the gradient that arrives at the gate times the local
    /// derivative.</summary>
    public double? Contribution => To.Gradient * Derivative;
}
