namespace NeuralNotebooks.Course;

/// <summary>Numbers and shapes, formatted for sentences.</summary>
internal static class TextOf
{
    /// <summary>A number, the same in every locale, with a true minus sign and the sign for infinity.</summary>
    public static string Number(double value, Precision precision = Precision.Sentence) =>
        NumberText.Of(value, Format(value, precision));

    private static string Format(double value, Precision precision) => precision switch
    {
        Precision.Claim => Abs(value) is >= 1000 and < 1e7 ? "#,0" : "G4",
        Precision.Difference => value switch { >= 1 and < 1000 => "0", >= 0.001 and < 1 => "G1", _ => "0e-0" },
        _ => "G6",
    };

    public static string Count(int count, string one) => Invariant($"{count} {one}{(count == 1 ? "" : "s")}");

    public static string Shape(int rows, int columns) => Invariant($"{rows} × {columns}").Replace('-', '−');

    public static string Shape(M matrix) => Shape(matrix.Rows, matrix.Columns);
}
