namespace NeuralNotebooks.Course;

internal sealed record EntryDifference(int Row, int Column, double Actual, double Expected, bool IsNumber)
{
    /// <summary>Differences below this part of the largest expected entry, or of 1 if all are smaller, count as 0:
    /// terms that cancel leave a rounding error.</summary>
    public const double Rounding = 1e-12;

    /// <summary>The same for sums in single precision.</summary>
    public const double SinglePrecision = 1e-7;

    /// <summary>The same for derivatives by central differences.</summary>
    public const double Nudging = 1e-8;

    /// <summary>The allowed difference as a part of the expected entry: above the effect of another order of operations
    /// or of single precision, and far below that of a mistake.</summary>
    private const double Tolerance = 1e-6;

    /// <summary>The first difference, or null where the matrices agree. Both have the same shape.</summary>
    public static EntryDifference? First(M actual, M expected, double floor = Rounding) =>
        All(actual, expected, floor).FirstOrDefault();

    /// <summary>All differences, row by row.</summary>
    /// <param name="floor">The part of the largest expected entry, or of 1 if all are smaller, that counts as
    /// 0.</param>
    public static IEnumerable<EntryDifference> All(M actual, M expected, double floor)
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

    public static bool IsNone(M actual, M expected, double floor = Rounding) =>
        Matrices.SameShape(actual, expected) && First(actual, expected, floor) is null;

    public override string ToString()
    {
        string yours = TextOf.Number(Actual), expected = TextOf.Number(Expected);
        // Beside −0.528235, −0.5282 would look like the same number, rounded: zeros show that it is not.
        int places = expected.Length - expected.IndexOf('.') - 1;
        if (expected.Contains('.') && !$"{yours}{expected}".Contains('e')
            && Round(Actual, places) == Round(Expected, places))
            expected = expected.PadRight(yours.Length, '0');
        string both = $"yours {yours}, expected {expected}";
        return IsNumber ? both : Invariant($"[{Row}, {Column}]: ") + both;
    }
}
