namespace NeuralNotebooks.Course;

internal static class TextOf
{
    /// <summary>A number with six significant digits, the same in every locale, with a true minus sign and the sign for
    /// infinity: −0.75 or 2.06e−7.</summary>
    public static string Number(double value) => NumberText.Of(value, "G6");

    /// <summary>A difference, of which only the size matters: 12, 0.3 or 3e−16.</summary>
    public static string Difference(double value) =>
        NumberText.Of(value, value switch { >= 1 and < 1000 => "0", >= 0.001 and < 1 => "G1", _ => "0e-0" });

    public static string Count(int count, string one) => Invariant($"{count} {one}{(count == 1 ? "" : "s")}");

    /// <summary>A, B and C.</summary>
    public static string List(string[] names) =>
        names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";

    public static string Shape(int rows, int columns) => Invariant($"{rows} × {columns}").Replace('-', '−');

    public static string Shape(M matrix) => Shape(matrix.Rows, matrix.Columns);
}
