namespace NeuralNotebooks.Plotting;

internal enum CircuitPartKind
{
    /// <summary>A named value that is not the output of a gate.</summary>
    Input,

    /// <summary>A number without a name.</summary>
    Constant,

    Gate,
}

/// <summary>A part of a circuit as it is drawn: an input or a gate, and the wire that leaves it.</summary>
internal sealed class CircuitPart(Value value, int number, double? gradient)
{
    private const int MaxSummands = 3, MaxSumLength = 22;

    public CircuitPartKind Kind => Gate is not null ? CircuitPartKind.Gate
        : Name is not null ? CircuitPartKind.Input : CircuitPartKind.Constant;

    public int Number => number;

    public Value Value => value;

    public Gate? Gate => value.Gate;

    public string? Name => value.Name;

    /// <summary>The name that is written before the number on the wire; null for inputs and the result, whose names are
    /// written at the left and the right of the circuit.</summary>
    public string? NameOnWire => Kind == CircuitPartKind.Input || Uses.Count == 0 ? null : Name;

    public double? Gradient => gradient;

    public List<CircuitWire> Inputs { get; } = [];

    public List<CircuitWire> Uses { get; } = [];

    /// <summary>Whether gates that are not drawn use the value too, so that its gradient is more than the sum over the
    /// wires drawn.</summary>
    public bool UsedElsewhere
    {
        get
        {
            double[] shares = [.. Uses.Select(use => use.Contribution ?? 0), -Gradient ?? 0];
            return Math.Abs(shares.Sum()) > 1e-9 * shares.Max(Math.Abs);
        }
    }

    public string Symbol =>
        (Gate as FunctionGate)?.Exponent switch { 2 => "( )²", 3 => "( )³", _ => Gate?.Symbol ?? "" };

    public string Expression => value.Expression(NumberText.Html);

    /// <summary>What the part is called in a sentence: by its name, its number, or its formula.</summary>
    public string InWords => Name ?? (Gate is null ? ValueText : Expression);

    public string ValueText => NumberText.Html(value.Data);

    /// <summary>The gradient; where it came along several wires, as a sum: "2 + 3 = 5", or "Σ = 5" where that would be
    /// long.</summary>
    public string GradientText
    {
        get
        {
            if (Gradient is not { } total)
                return "";
            string sum = NumberText.Html(total);
            if (Uses.Count < 2 || UsedElsewhere)
                return sum;
            IEnumerable<string> terms = Uses.Select((use, place) => (place, use.Contribution!.Value) switch
            {
                (0, double first) => NumberText.Html(first),
                (_, < 0 and double term) => $" − {NumberText.Html(-term)}",
                (_, double term) => $" + {NumberText.Html(term)}",
            });
            string written = $"{string.Concat(terms)} = {sum}";
            return Uses.Count <= MaxSummands && written.Length <= MaxSumLength ? written : $"Σ = {sum}";
        }
    }
}

/// <summary>The wire from a value to one of the gates that use it.</summary>
internal sealed record CircuitWire(CircuitPart From, CircuitPart To, int Port, double Derivative)
{
    private const int MaxNameLength = 4;

    /// <summary>What this use of the value adds to its gradient: the gradient that arrives at the gate times the local
    /// derivative.</summary>
    public double? Contribution => To.Gradient * Derivative;

    /// <summary>Whether the contribution is written: it is one of several to something that may change.</summary>
    public bool IsOneOfSeveral => From.Kind != CircuitPartKind.Constant && (From.Uses.Count > 1 || From.UsedElsewhere);

    public string ContributionText => IsOneOfSeveral && Contribution is { } share ? NumberText.Html(share) : "";

    /// <summary>The factor for an arriving gradient, as a number and, where it is short, as a formula.</summary>
    public string DerivativeText => DerivativeLabel + NumberText.Html(Derivative);

    public string DerivativeLabel => Formula is { } formula ? $"· {formula} = " : "· ";

    /// <summary>The derivative as a short formula; null if there is none, or it would only repeat the number.</summary>
    public string? Formula =>
        To.Gate?.DerivativeFormula(Port, [.. To.Value.Parents.Select(Short)], Short(To.Value));

    private static string? Short(Value value) =>
        value.Name is { Length: > 0 and <= MaxNameLength } name ? name : null;
}
