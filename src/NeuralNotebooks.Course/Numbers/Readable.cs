using System.Globalization;

namespace NeuralNotebooks.Course;

/// <summary>Numbers and shapes, formatted for sentences.</summary>
internal static class Readable
{
    /// <summary>Six significant digits, with a real minus sign: −0.75, 2.06e−07, NaN.</summary>
    public static string Number(double value) => value switch
    {
        double.PositiveInfinity => "∞",
        double.NegativeInfinity => "−∞",
        0 => "0",
        _ => value.ToString("G6", CultureInfo.InvariantCulture).Replace("E", "e", StringComparison.Ordinal).Replace('-',
            '−'),
    };

    /// <summary>A difference to one significant digit or the nearest integer: 12, 0.3, 3e−16.</summary>
    public static string Magnitude(double value)
    {
        string format = value switch { 0 or (>= 1 and < 1000) => "0", >= 0.001 and < 1 => "G1", _ => "0e-0" };
        return value.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');
    }

    /// <summary>1 example, 2 examples.</summary>
    public static string Count(int count, string one) =>
        Invariant($"{count} {one}{(count == 1 ? "" : "s")}");

    /// <summary>rows × columns.</summary>
    public static string Shape(int rows, int columns) =>
        Invariant($"{rows} × {columns}").Replace('-', '−');

    /// <inheritdoc cref="Shape(int, int)"/>
    public static string Shape(M matrix) => Shape(matrix.Rows, matrix.Columns);
}
