namespace NeuralNotebooks.Course;

/// <summary>The first entry, row by row, in which a matrix differs from the expected one.</summary>
internal sealed record Difference(int Row, int Column, double Actual, double Expected, bool IsNumber)
{
    /// <summary>
    /// A part of the largest expected entry that counts as 0: what rounding leaves of terms that cancel.
    /// </summary>
    public const double Rounding = 1e-12;

    /// <summary>The same where the sum was made in single precision.</summary>
    public const double SinglePrecision = 1e-7;

    /// <summary>What a derivative found by nudging is off by.</summary>
    public const double Nudging = 1e-8;

    /// <summary>
    /// A part of the expected entry: tolerant of another order of operations and of single precision, and far below
    /// what a mistake does.
    /// </summary>
    private const double Tolerance = 1e-6;

    /// <summary>The first difference, or null where the matrices agree. Both have the same shape.</summary>
    public static Difference? First(M actual, M expected, double floor = Rounding) =>
        All(actual, expected, floor).FirstOrDefault();

    /// <summary>All of them, row by row.</summary>
    /// <param name="actual">What was computed.</param>
    /// <param name="expected">What is right.</param>
    /// <param name="floor">The part of the largest expected entry that counts as 0.</param>
    public static IEnumerable<Difference> All(M actual, M expected, double floor)
    {
        double[] yours = Matrices.Entries(actual), right = Matrices.Entries(expected);
        double zero = floor * right.Where(double.IsFinite).Select(Abs).Append(1).Max();
        for (int i = 0; i < right.Length; i++)
        {
            double allowed = double.IsFinite(right[i]) ? Tolerance * Abs(right[i]) + zero : 0;
            if (!yours[i].Equals(right[i]) && !(Abs(yours[i] - right[i]) <= allowed))
            {
                (int row, int column) = DivRem(i, expected.Columns);
                yield return new(row, column, yours[i], right[i], IsNumber: right.Length == 1);
            }
        }
    }

    /// <summary>True where the shapes are equal and no entry differs.</summary>
    public static bool IsNone(M actual, M expected, double floor = Rounding) =>
        Matrices.SameShape(actual, expected) && First(actual, expected, floor) is null;

    public override string ToString()
    {
        string both = $"yours {Readable.Number(Actual)}, expected {Readable.Number(Expected)}";
        return IsNumber ? both : Invariant($"[{Row}, {Column}]: ") + both;
    }
}
