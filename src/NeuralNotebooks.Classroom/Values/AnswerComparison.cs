namespace NeuralNotebooks.Classroom;

/// <summary>Compares the answers of a student with those of the reference solution.</summary>
/// <remarks>
/// A number a equals the expected e where |a − e| ≤ max(tolerance · |e|, floor). The floor is an absolute tolerance for
/// numbers that would be 0 without rounding errors. Its default is 1e-12 · max(1, largest |e| of the whole value): a
/// sum of numbers of that size that cancel has a rounding error of a few units in the last place, far below the floor.
/// ±∞ equals only itself. NaN equals nothing.
/// </remarks>
public static class AnswerComparison
{
    private const double Tolerance = 1e-6, RelativeFloor = 1e-12;

    // For expected numbers of type float.
    private const double SingleTolerance = 1e-4, SingleRelativeFloor = 1e-6;

    /// <summary>Returns how an answer differs from the expected one, or null if they are equal.</summary>
    /// <param name="expected">The reference's answer.</param>
    /// <param name="actual">The student's answer.</param>
    /// <param name="probe">
    /// The probe, whose tolerance and floor apply if it sets them. The defaults are 1e-6 and 1e-12, or 1e-4 and 1e-6 if
    /// the expected number is a <see cref="float"/>.
    /// </param>
    public static Difference? Between(Answer expected, Answer actual, Probe? probe = null)
    {
        if (actual is NoAnswer none)
            return new(DifferenceKind.NoValue, none);
        var pairs = new Pairs();
        return (pairs.Add(expected, actual) ?? pairs.Compare(probe)) is { } kind ? new(kind) : null;
    }

    /// <summary>Whether two answers are the same: equal values, NaN in the same places, or the same
    /// exception.</summary>
    public static bool AreSame(Answer first, Answer second, Probe? probe = null)
    {
        if (first is NoAnswer || second is NoAnswer)
            return first is NoAnswer a && second is NoAnswer b && a.Reason == b.Reason && a.Detail == b.Detail;
        var pairs = new Pairs { IsNaNEqual = true };
        return (pairs.Add(first, second) ?? pairs.Compare(probe)) is null;
    }

    /// <summary>Whether an answer can serve as the expected one: it is a value that does not contain NaN.</summary>
    public static bool CanBeExpected(Answer answer) => Between(answer, answer) is null;

    /// <summary>The corresponding numbers of two answers.</summary>
    private sealed class Pairs
    {
        private readonly List<(double Expected, double Actual, bool IsSingle)> _numbers = [];
        private bool _hasOtherText;

        public bool IsNaNEqual { get; init; }

        /// <summary>Adds the values of two answers. Returns the kind of difference if their structures do not match,
        /// else null.</summary>
        public DifferenceKind? Add(Answer expected, Answer actual)
        {
            switch (expected, actual)
            {
                case (NumberAnswer e, NumberAnswer a):
                    _numbers.Add((e.Value, a.Value, e.IsSingle));
                    return null;
                case (TruthAnswer e, TruthAnswer a):
                    _hasOtherText |= e.Value != a.Value;
                    return null;
                case (TextAnswer e, TextAnswer a):
                    _hasOtherText |= e.Value != a.Value;
                    return null;
                case (MatrixAnswer e, MatrixAnswer a):
                    if ((e.Rows, e.Columns, e.Entries.Count) != (a.Rows, a.Columns, a.Entries.Count))
                        return DifferenceKind.Shape;
                    _numbers.AddRange(e.Entries.Zip(a.Entries, (x, y) => (x, y, e.IsSingle)));
                    return null;
                case (ListAnswer e, ListAnswer a):
                    return e.Items.Count == a.Items.Count ? AddAll(e.Items.Zip(a.Items)) : DifferenceKind.Shape;
                case (RecordAnswer e, RecordAnswer a):
                    return e.Members.Count == a.Members.Count && e.Members.Keys.All(a.Members.ContainsKey)
                        ? AddAll(e.Members.Select(member => (member.Value, a.Members[member.Key])))
                        : DifferenceKind.Type;
                case (NumberAnswer or ListAnswer or MatrixAnswer, NumberAnswer or ListAnswer or MatrixAnswer):
                    return DifferenceKind.Shape;
                default:
                    return DifferenceKind.Type;
            }
        }

        public DifferenceKind? Compare(Probe? probe)
        {
            double size = _numbers.Select(pair => Math.Abs(pair.Expected)).Where(double.IsFinite).Append(1).Max();
            bool AreEqual(double e, double a, bool isSingle, double factor = 1)
            {
                if (e == a || (IsNaNEqual && double.IsNaN(e) && double.IsNaN(a)))
                    return true;
                double tolerance = probe?.Tolerance ?? (isSingle ? SingleTolerance : Tolerance);
                double floor = probe?.Floor ?? (isSingle ? SingleRelativeFloor : RelativeFloor) * size;
                double allowed = Math.Max(tolerance * Math.Abs(e), floor * factor);
                return double.IsFinite(e) && double.IsFinite(a) && Math.Abs(a - e) <= allowed;
            }

            if (_numbers.All(pair => AreEqual(pair.Expected, pair.Actual, pair.IsSingle)))
                return _hasOtherText ? DifferenceKind.Value : null;
            if (_numbers.Any(pair => double.IsFinite(pair.Expected) && !double.IsFinite(pair.Actual)))
                return DifferenceKind.NotANumber;
            if (_hasOtherText)
                return DifferenceKind.Value;
            if (_numbers.All(pair => AreEqual(-pair.Expected, pair.Actual, pair.IsSingle)))
                return DifferenceKind.Sign;

            // Any number is a multiple of any other: a common factor is meaningful only for two or more numbers.
            (double expected, double actual, _) = _numbers
                .Where(pair => double.IsFinite(pair.Expected))
                .DefaultIfEmpty()
                .MaxBy(pair => Math.Abs(pair.Expected));
            double common = actual / expected;
            return double.IsFinite(common) && common != 0
                && _numbers.Count(pair => !AreEqual(0, pair.Expected, pair.IsSingle)) >= 2
                && _numbers.All(pair =>
                    AreEqual(common * pair.Expected, pair.Actual, pair.IsSingle, Math.Min(1, Math.Abs(common)))
                )
                ? DifferenceKind.Scale
                : DifferenceKind.Value;
        }

        private DifferenceKind? AddAll(IEnumerable<(Answer Expected, Answer Actual)> parts)
            => parts.Select(part => Add(part.Expected, part.Actual)).FirstOrDefault(kind => kind is not null);
    }
}
