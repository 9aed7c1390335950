using System.Text.RegularExpressions;

namespace NeuralNotebooks.Plotting;

/// <summary>How a value was computed, in words for a drawing.</summary>
internal static partial class CircuitText
{
    /// <summary>How a value was computed, with true minus signs before its numbers.</summary>
    public static string Expression(Value value) => MinusOfNumber().Replace(value.Expression(), "−");

    [GeneratedRegex(@"(?<!\w)-(?=[\d∞])")]
    private static partial Regex MinusOfNumber();
}
