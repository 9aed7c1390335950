namespace NeuralNotebooks.Plotting;

/// <summary>A circuit in words, as alternative text.</summary>
internal static class CircuitInWords
{
    private const int MaxNumbers = 40;

    public static string Title(CircuitGraph circuit) =>
        circuit.Result.Gate is null ? $"The value {circuit.Result.InWords}"
        : circuit.Result.Name is { } name ? $"Circuit of {name} = {circuit.Result.Expression}"
        : $"Circuit of {circuit.Result.Expression}";

    public static string Of(CircuitGraph circuit)
    {
        string text = $"{Title(circuit)}.";
        text += List("Inputs", circuit.Of(CircuitPartKind.Input), Equation);
        text += List(
            "Folded", circuit.Of(CircuitPartKind.Folded), part => $"{Equation(part)} ({part.Symbol})");
        text += List("Gates", circuit.Of(CircuitPartKind.Gate), Formula);
        text += circuit.HasGradients
            ? List("Gradients",
                circuit.Of(CircuitPartKind.Input, CircuitPartKind.Gate, CircuitPartKind.Folded).Reverse(),
                part => $"{part.InWords} {part.GradientText}")
            : " There are no gradients yet.";
        return text + Condensed(circuit);
    }

    /// <summary>A sentence on how much is drawn, if part of the circuit is folded.</summary>
    public static string Condensed(CircuitGraph circuit) => !circuit.IsCondensed ? ""
        : $" Condensed: of {circuit.Gates} gates, the {circuit.Of(CircuitPartKind.Gate).Count()} "
            + "nearest to the result are drawn; a dashed box stands for what is left out.";

    private static string Equation(CircuitPart part) => $"{part.InWords} = {part.ValueText}";

    private static string Formula(CircuitPart part) =>
        part.Name is { } name ? $"{name} = {part.Expression} = {part.ValueText}"
            : Equation(part);

    private static string List(string heading, IEnumerable<CircuitPart> parts, Func<CircuitPart, string> say)
    {
        string[] all = [.. parts.Select(say)];
        return all.Length == 0 ? "" : all.Length <= MaxNumbers ? $" {heading}: {string.Join("; ", all)}."
            : $" {heading}: {string.Join("; ", all.Take(MaxNumbers))}; and {all.Length - MaxNumbers} more.";
    }
}
