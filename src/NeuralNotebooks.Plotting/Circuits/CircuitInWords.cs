namespace NeuralNotebooks.Plotting;

/// <summary>A circuit in words, as alternative text.</summary>
internal static class CircuitInWords
{
    private const int MaxNumbers = 40;

    public static string Title(CircuitGraph circuit) =>
        circuit.Result.Gate is null ? $"The value {circuit.Parts[^1].InWords}"
        : circuit.Result.Name is { } name ? $"Circuit of {name} = {CircuitText.Expression(circuit.Result)}"
            : $"Circuit of {CircuitText.Expression(circuit.Result)}";

    public static string Of(CircuitGraph circuit)
    {
        string text = $"{Title(circuit)}.";
        text += List("Inputs", circuit.Parts.Where(part => part.Kind == CircuitPartKind.Input), Equation);
        text += List(
            "Folded", circuit.Parts.Where(part => part.Kind == CircuitPartKind.Folded),
            part => $"{Equation(part)} ({part.Symbol})");
        text += List("Gates", circuit.Parts.Where(part => part.Kind == CircuitPartKind.Gate), Formula);
        text += circuit.HasGradients
            ? List("Gradients",
                circuit.Parts.Where(
                    part => part.Kind is CircuitPartKind.Input or CircuitPartKind.Gate or CircuitPartKind.Folded)
                    .Reverse(), part => $"{part.InWords} {CircuitNumbers.Gradient(part)}")
            : " There are no gradients yet.";
        return text + Condensed(circuit);
    }

    /// <summary>A sentence on how much is drawn, if part of the circuit is folded.</summary>
    public static string Condensed(CircuitGraph circuit) => !circuit.IsCondensed ? ""
        : Invariant($" Condensed: of {circuit.Gates} gates, the "
            + $"{circuit.Parts.Count(part => part.Kind == CircuitPartKind.Gate)} "
            + $"nearest to the result are drawn; a dashed box stands for what is left out.");

    private static string Equation(CircuitPart part) => $"{part.InWords} = {CircuitNumbers.Value(part)}";

    private static string Formula(CircuitPart part) =>
        part.Name is { } name ? $"{name} = {CircuitText.Expression(part.Value!)} = {CircuitNumbers.Value(part)}"
            : Equation(part);

    private static string List(string heading, IEnumerable<CircuitPart> parts, Func<CircuitPart, string> say)
    {
        string[] all = [.. parts.Select(say)];
        return all.Length == 0 ? "" : all.Length <= MaxNumbers ? $" {heading}: {string.Join("; ", all)}."
            : Invariant($" {heading}: {string.Join("; ", all.Take(MaxNumbers))}; and {all.Length - MaxNumbers} more.");
    }
}
