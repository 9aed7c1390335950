namespace NeuralNotebooks.Plotting;

/// <summary>The label where a wire enters a gate: the factor for an arriving gradient, as a number and, where it is
/// short, as a formula.</summary>
internal static class LocalDerivative
{
    private const int MaxNameLength = 4;

    public static string Text(CircuitWire wire) => wire.Derivative is not { } derivative ? ""
        : !wire.To.IsTerse && Formula(wire) is { } formula
            ? $"· {formula} = {CircuitNumbers.Text(derivative, wire.To)}"
            : $"· {CircuitNumbers.Text(derivative, wire.To)}";

    /// <summary>The derivative in letters; null where the number says as much.</summary>
    public static string? Formula(CircuitWire wire)
    {
        Gate gate = wire.To.Gate!;
        IReadOnlyList<Value> inputs = wire.To.Value!.Parents;
        return gate switch
        {
            _ when gate == Gate.Product && inputs.Count == 2 => Short(inputs[1 - wire.Port]),
            _ when gate == Gate.Quotient && wire.Port == 0 => Short(inputs[1]) is { } divisor ? "1/" + divisor : null,
            _ when gate == Gate.Log => Short(inputs[0]) is { } input ? "1/" + input : null,
            _ when gate == Gate.Exp => Short(wire.To.Value),
            _ when gate == Gate.Sigmoid => "σ′",
            _ when gate == Gate.Tanh => "tanh′",
            _ when gate.Symbol == "^2" => Short(inputs[0]) is { } input ? "2" + input : null,
            _ => null,
        };
    }

    private static string? Short(Value value) => value.Name is { Length: > 0 and <= MaxNameLength } name ? name : null;
}
