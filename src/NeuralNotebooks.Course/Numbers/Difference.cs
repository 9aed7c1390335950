using System.Globalization;

namespace NeuralNotebooks.Course;

/// <summary>The first entry, row by row, in which a matrix differs from the expected one.</summary>
internal sealed record Difference(int Row, int Column, double Actual, double Expected, bool IsNumber)
{
    /// <summary>
    /// Relative to the largest expected entry: tolerant of another order of operations, of single precision and of
    /// numerical derivatives, and far below what a mistake does.
    /// </summary>
    public const double Tolerance = 1e-6;

    /// <summary>The first difference, or null where the matrices agree. Both have the same shape.</summary>
    public static Difference? First(Matrix<double> actual, Matrix<double> expected)
    {
        double allowed = Allowed(expected);
        for (int row = 0; row < expected.Rows; row++)
        {
            for (int column = 0; column < expected.Columns; column++)
            {
                double yours = actual[row, column], right = expected[row, column];
                if (!IsSame(yours, right, allowed))
                {
                    return new(row, column, yours, right, IsNumber: expected.Rows * expected.Columns == 1);
                }
            }
        }

        return null;
    }

    /// <summary>True where the shapes are equal and no entry differs.</summary>
    public static bool IsNone(Matrix<double> actual, Matrix<double> expected) =>
        actual.Rows == expected.Rows && actual.Columns == expected.Columns && First(actual, expected) is null;

    /// <summary>How far an entry may be off.</summary>
    public static double Allowed(Matrix<double> expected) => Tolerance * Matrices.Entries(expected).Where(double.IsFinite).Select(Math.Abs).Append(1).Max();

    /// <summary>Whether two entries are equal, or differ by no more than that.</summary>
    public static bool IsSame(double yours, double right, double allowed) => yours.Equals(right) || Math.Abs(yours - right) <= allowed;

    public override string ToString()
    {
        string both = $"yours {Readable.Number(Actual)}, expected {Readable.Number(Expected)}";
        return IsNumber ? both : string.Create(CultureInfo.InvariantCulture, $"[{Row}, {Column}]: ") + both;
    }
}
