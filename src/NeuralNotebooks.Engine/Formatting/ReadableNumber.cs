namespace NeuralNotebooks.Engine;

/// <summary>Formats numbers for people, the same in every locale.</summary>
/// <remarks>The assembly with the checks, which does not reference this one, compiles this file, too.</remarks>
internal static partial class ReadableNumber
{
    /// <summary>A number in a format such as "G6", with a typographic minus, ∞, and exponents as in 2.06e−7.</summary>
    public static string Of(double value, string format) => value switch
    {
        double.PositiveInfinity => "∞",
        double.NegativeInfinity => "−∞",
        0 => "0",
        _ => Exponent().Replace(
            value.ToString(format, CultureInfo.InvariantCulture).Replace('E', 'e').Replace('-', '−'), "e$1"),
    };

    // "e−05" becomes "e−5", and "e+17" "e17".
    [GeneratedRegex(@"e\+?(−?)0?")]
    private static partial Regex Exponent();

    /// <summary>1 example, 2 examples.</summary>
    public static string Count(int count, string one) =>
        FormattableString.Invariant($"{count} {one}{(count == 1 ? "" : "s")}");
}
