namespace NeuralNotebooks.Classroom;

/// <summary>A table of expected and actual values: the numbers and texts that differ, the largest differences
/// first.</summary>
internal static class DifferenceTable
{
    private const int MaxRows = 8;

    /// <param name="expected">The reference's answer.</param>
    /// <param name="actual">The student's answer.</param>
    /// <param name="probe">The probe, with its tolerance and floor.</param>
    public static Markup Of(Answer expected, Answer actual, Probe probe)
    {
        Entry[] differing =
        [
            .. new AnswerPair(expected, actual).Leaves().SelectMany(Entries)
                .Where(entry => AnswerComparison.Between(entry.Expected, entry.Actual, probe) is not null)
                .OrderByDescending(entry => entry.Difference),
        ];
        int more = differing.Length - MaxRows;
        Markup table = Markup.Table(
            Markup.Raw(
                """
                <th>Place, from 0</th><th class="number">Expected</th><th class="number">Yours</th>
                <th class="number">Difference</th>
                """
            ),
            differing.Take(MaxRows).Select(Row),
            "table differences"
        );
        return Markup.Of($"{table}{Markup.Paragraph(more > 0 ? Invariant($"… and {more} more.") : "")}");
    }

    private static Markup Row(Entry entry)
    {
        string difference = (entry.Expected, entry.Actual) is (NumberAnswer e, NumberAnswer a)
            && double.IsFinite(a.Value - e.Value)
                ? Readable.Number(a.Value - e.Value)
                : "";
        return Markup.Of(
            $"""
            <td>{entry.Place}</td><td class="number">{AnswerText.Short(entry.Expected)}</td>
            <td class="number">{AnswerText.Short(entry.Actual)}</td><td class="number">{difference}</td>
            """
        );
    }

    /// <summary>The rows for two corresponding parts: one for each entry of a matrix, else one.</summary>
    private static IEnumerable<Entry> Entries(AnswerPair pair) =>
        pair is { Mismatch: null, Expected: MatrixAnswer e, Actual: MatrixAnswer a }
            ? e.Entries.Zip(a.Entries).Select((entry, i) =>
                new Entry(
                    pair.PlaceOf(Invariant($"row {i % e.Rows}, column {i / e.Rows}")),
                    new NumberAnswer(entry.First, e.IsSingle),
                    new NumberAnswer(entry.Second, a.IsSingle)
                )
            )
            : [new(pair.Place, pair.Expected, pair.Actual)];

    /// <param name="Place">Where it is in the answers, such as "row 2, column 0"; empty for a single value.</param>
    /// <param name="Expected">The reference's number or text.</param>
    /// <param name="Actual">The student's number or text.</param>
    private sealed record Entry(string Place, Answer Expected, Answer Actual)
    {
        /// <summary>The absolute difference of two numbers as a key for sorting, in single precision, so that rounding
        /// errors do not affect the order. It is infinite if one of them is NaN, and 0 for other values.</summary>
        public float Difference =>
            (Expected, Actual) is not (NumberAnswer e, NumberAnswer a) ? 0
            : double.IsNaN(a.Value - e.Value) ? float.PositiveInfinity
            : (float)Math.Abs(a.Value - e.Value);
    }
}
