namespace NeuralNotebooks.Plotting;

/// <summary>The numbers on the wires as text.</summary>
internal static class CircuitNumbers
{
    private const int MostSummands = 3;

    public static string Value(CircuitPart part) => part.Value is { } value ? NumberText.Html(value.Data) : "";

    /// <summary>The gradient; where it came along two or three wires, as a sum: "2 + 3 = 5".</summary>
    public static string Gradient(CircuitPart part)
    {
        if (part.Gradient is not { } total)
            return "";
        string sum = NumberText.Html(total);
        if (part.Uses.Count is < 2 or > MostSummands || part.UsedElsewhere)
            return sum;
        string terms = "";
        foreach (CircuitWire use in part.Uses)
        {
            double term = use.Contribution!.Value;
            terms += terms.Length == 0 ? NumberText.Html(term) : term < 0 ? $" − {NumberText.Html(-term)}" : $" + {NumberText.Html(term)}";
        }

        return $"{terms} = {sum}";
    }

    /// <summary>What one of several uses of a value adds to its gradient; empty where it is the only one.</summary>
    public static string Contribution(CircuitWire wire) =>
        (wire.From.Uses.Count > 1 || wire.From.UsedElsewhere) && wire.Contribution is { } contribution ? NumberText.Html(contribution) : "";
}
