namespace NeuralNotebooks.Classroom;

/// <remarks>If the expected number is of an integer type, only the same number equals it, unless the probe sets a
/// tolerance or a floor. Another number a equals the expected e where |a − e| ≤ tolerance · |e| + floor. The floor is
/// an absolute tolerance for numbers that would be 0 without rounding errors. Its default is 1e-9 · max(1, largest |e|
/// of the whole value). ±∞ equals only itself. NaN equals nothing.</remarks>
internal static class ValueComparison
{
    /// <param name="probe">The probe, whose tolerance and floor apply if it sets them. The defaults are 1e-6 and 1e-9,
    /// or 1e-4 and 1e-5 if the expected number is a <see cref="float"/>.</param>
    public static Difference? Between(ProbeValue expected, ProbeValue actual, Probe? probe = null)
    {
        if (actual is MissingValue none)
            return new(DifferenceKind.NoValue, none);
        return Compare(expected, actual, probe, isNaNEqual: false) is { } kind ? new(kind) : null;
    }

    /// <summary>Whether two values are the same: equal values, NaN in the same places, or the same
    /// exception.</summary>
    public static bool AreSame(ProbeValue first, ProbeValue second, Probe? probe = null)
    {
        if (first is MissingValue || second is MissingValue)
            return first is MissingValue a && second is MissingValue b && a.Reason == b.Reason && a.Detail == b.Detail;
        return Compare(first, second, probe, isNaNEqual: true) is null;
    }

    /// <summary>Whether a value can serve as the expected one: it is a value that does not contain NaN.</summary>
    public static bool CanBeExpected(ProbeValue value) => Between(value, value) is null;

    private static DifferenceKind? Compare(ProbeValue expected, ProbeValue actual, Probe? probe, bool isNaNEqual)
    {
        IReadOnlyList<ValuePair> parts = new ValuePair(expected, actual).Leaves();
        if (parts.Select(part => part.Mismatch).FirstOrDefault(kind => kind is not null) is { } structure)
            return structure;
        NumberPair[] numbers = [.. parts.SelectMany(NumbersOf)];
        bool hasOtherText = parts.Any(part => part.Expected is TextValue or TruthValue && part.Expected != part.Actual);
        double size = numbers.Select(pair => Math.Abs(pair.Expected)).Where(double.IsFinite).Append(1).Max();
        NumberTolerance tolerance = new(probe, size, isNaNEqual);
        if (numbers.All(pair => tolerance.Allows(pair)))
            return hasOtherText ? DifferenceKind.Value : null;
        if (numbers.Any(pair => double.IsFinite(pair.Expected) && !double.IsFinite(pair.Actual)))
            return DifferenceKind.NotANumber;
        if (hasOtherText)
            return DifferenceKind.Value;
        if (numbers.All(pair => tolerance.Allows(pair.WithExpectedTimes(-1))))
            return DifferenceKind.Sign;
        return HaveCommonFactor(numbers, tolerance) ? DifferenceKind.Scale : DifferenceKind.Value;
    }

    private static IEnumerable<NumberPair> NumbersOf(ValuePair part) =>
        (part.Expected, part.Actual) switch
        {
            (NumericValue e, NumericValue a) => [NumberPair.Of(e, a)],
            (MatrixValue e, MatrixValue a) =>
                e.Entries.Zip(a.Entries, (expected, actual) => new NumberPair(
                    expected, actual, e.IsSingle ? NumberType.Single : NumberType.Double)),
            _ => [],
        };

    /// <summary>Whether a quotient of two numbers may be called a factor: it is not 1, up to rounding. Otherwise
    /// an integer that is one too large would seem to be the right number times a factor.</summary>
    public static bool IsFactor(double quotient) =>
        double.IsFinite(quotient) && quotient != 0 && Math.Abs(quotient - 1) > 1e-3;

    /// <summary>Whether all actual numbers are the expected ones times the same factor. This is meaningful only for two
    /// or more numbers, since any number is a multiple of any other.</summary>
    private static bool HaveCommonFactor(IReadOnlyList<NumberPair> numbers, NumberTolerance tolerance)
    {
        NumberPair largest = numbers.Where(pair => double.IsFinite(pair.Expected)).DefaultIfEmpty()
            .MaxBy(pair => Math.Abs(pair.Expected));
        double factor = largest.Actual / largest.Expected, floorFactor = Math.Min(1, Math.Abs(factor));
        return IsFactor(factor) && numbers.Count(pair => !tolerance.IsZero(pair)) >= 2
            && numbers.All(pair => tolerance.Allows(pair.WithExpectedTimes(factor), floorFactor));
    }
}
