namespace NeuralNotebooks;

internal static partial class NumberText
{
    /// <summary>About four significant digits, for plain text: "-0.25", "1.235e-7".</summary>
    public static string Plain(double number)
    {
        double size = Math.Abs(number);
        if (!double.IsFinite(number))
            return double.IsNaN(number) ? "NaN" : number > 0 ? "∞" : "-∞";
        if (size == Math.Floor(size) && size < 1e9)
            return (number == 0 ? 0 : number).ToString("0", CultureInfo.InvariantCulture);   // no "-0"
        if (size is < 1e-4 or >= 1e9)
            return number.ToString("0.###e-0", CultureInfo.InvariantCulture);

        int decimals = Math.Max(0, 3 - (int)Math.Floor(Math.Log10(size)));
        return number.ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture);
    }

    /// <summary>For HTML: the same with a true minus sign, U+2212.</summary>
    public static string Html(double number) => Plain(number).Replace('-', '−');

    /// <summary>In a format such as "G6", with a true minus sign, ∞, and exponents as in 2.06e−7.</summary>
    public static string Of(double number, string format) => number switch
    {
        double.PositiveInfinity => "∞",
        double.NegativeInfinity => "−∞",
        0 => "0",
        _ => Exponent().Replace(
            number.ToString(format, CultureInfo.InvariantCulture).Replace('E', 'e').Replace('-', '−'), "e$1"),
    };

    // "e−05" becomes "e−5", and "e+17" "e17".
    [GeneratedRegex(@"e\+?(−?)0?")]
    private static partial Regex Exponent();
}
