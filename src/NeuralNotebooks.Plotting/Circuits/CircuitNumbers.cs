using System.Globalization;

namespace NeuralNotebooks.Plotting;

/// <summary>The numbers on the wires as text.</summary>
internal static class CircuitNumbers
{
    private const int MaxSummands = 3, MaxSumLength = 22;

    /// <summary>A number with four digits, in a large circuit with three.</summary>
    public static string Text(double number, CircuitPart part) => NumberText.Html(part.IsTerse && Math.Abs(number) < 100
        ? double.Parse(number.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : number);

    public static string Value(CircuitPart part) => part.Value is { } value ? Text(value.Data, part) : "";

    /// <summary>The gradient; where it came along several wires, as a sum: "2 + 3 = 5", or "Σ = 5" where that would be
    /// long.</summary>
    public static string Gradient(CircuitPart part)
    {
        if (part.Gradient is not { } total)
            return "";
        string sum = Text(total, part);
        if (part.Uses.Count < 2 || part.UsedElsewhere)
            return sum;
        if (part.Uses.Count > MaxSummands)
            return $"Σ = {sum}";
        string terms = "";
        foreach (CircuitWire use in part.Uses)
        {
            double term = use.Contribution!.Value;
            terms += terms.Length == 0 ? Text(term, part) : term < 0 ? $" − {Text(-term, part)}"
                : $" + {Text(term, part)}";
        }

        string written = $"{terms} = {sum}";
        return written.Length <= MaxSumLength ? written : $"Σ = {sum}";
    }

    /// <summary>What one of several uses of a value adds to its gradient; empty where it is the only one.</summary>
    public static string Contribution(CircuitWire wire) =>
        (wire.From.Uses.Count > 1 || wire.From.UsedElsewhere) && wire.Contribution is { } contribution
            ? Text(contribution, wire.To) : "";
}
