using System.Globalization;
using System.Text.RegularExpressions;

namespace NeuralNotebooks.Course;

/// <summary>Numbers and shapes, formatted for sentences.</summary>
internal static partial class Readable
{
    /// <summary>For verdicts and sentences: six significant digits, −0.75, 2.06e−07.</summary>
    public static string Number(double value) => Written(value, "G6");

    /// <summary>For a claim: four significant digits, and every digit of a whole number below ten million: 0.8047,
    /// 203,540, 7e−8.</summary>
    public static string Rounded(double value)
    {
        string text = Written(value, Abs(value) is >= 1000 and < 1e7 ? "#,0" : "G4");
        return Exponent().Replace(text, "e$1");
    }

    /// <summary>For a difference: one significant digit or the nearest integer, 12, 0.3, 3e−16.</summary>
    public static string Magnitude(double value) =>
        Written(value, value switch { >= 1 and < 1000 => "0", >= 0.001 and < 1 => "G1", _ => "0e-0" });

    /// <summary>A number in a format, the same in every locale, with a true minus sign and the sign for
    /// infinity.</summary>
    private static string Written(double value, string format) => value switch
    {
        double.PositiveInfinity => "∞",
        double.NegativeInfinity => "−∞",
        0 => "0",
        _ => value.ToString(format, CultureInfo.InvariantCulture).Replace('E', 'e').Replace('-', '−'),
    };

    // "e−05" becomes "e−5", and "e+17" "e17".
    [GeneratedRegex(@"e\+?(−?)0?")]
    private static partial Regex Exponent();

    /// <summary>1 example, 2 examples.</summary>
    public static string Count(int count, string one) =>
        Invariant($"{count} {one}{(count == 1 ? "" : "s")}");

    /// <summary>rows × columns.</summary>
    public static string Shape(int rows, int columns) =>
        Invariant($"{rows} × {columns}").Replace('-', '−');

    /// <inheritdoc cref="Shape(int, int)"/>
    public static string Shape(M matrix) => Shape(matrix.Rows, matrix.Columns);
}
