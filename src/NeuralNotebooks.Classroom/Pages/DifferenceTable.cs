namespace NeuralNotebooks.Classroom;

/// <summary>A table of expected and actual values: the numbers and texts that differ, the largest differences
/// first.</summary>
internal static class DifferenceTable
{
    private const int MaxRows = 8;

    public static Markup Of(ProbeValue expected, ProbeValue actual, Probe probe)
    {
        Entry[] differing =
        [
            .. new ValuePair(expected, actual).Leaves().SelectMany(Entries)
                .Where(entry => ValueComparison.Between(entry.Expected, entry.Actual, probe) is not null)
                .OrderByDescending(entry => entry.Difference),
        ];
        int more = differing.Length - MaxRows;
        Markup table = Markup.Table(
            Markup.Raw(
                """
                <th>Place, from 0</th><th class="number">Expected</th><th class="number">Yours</th>
                <th class="number">Difference</th>
                """),
            differing.Take(MaxRows).Select(Row), "table differences");
        return Markup.Of($"{table}{Markup.Paragraph(more > 0 ? Invariant($"… and {more} more.") : "")}");
    }

    private static Markup Row(Entry entry)
    {
        string difference = (entry.Expected, entry.Actual) is (NumericValue e, NumericValue a)
            && a.Minus(e) is var by && double.IsFinite(by)
                ? ValueText.Number(by)
                : "";
        // Rounded to five digits, an answer that is not an integer could look like the expected one.
        ProbeValue actual = (entry.Expected, entry.Actual) is (IntegerValue, NumberValue { Exact: { } exact })
            ? new IntegerValue($"{exact}")
            : entry.Actual;
        return Markup.Of(
            $"""
            <td>{entry.Place}</td><td class="number">{ValueText.Short(entry.Expected)}</td>
            <td class="number">{ValueText.Short(actual)}</td><td class="number">{difference}</td>
            """);
    }

    /// <summary>The rows for two corresponding parts: one for each entry of a matrix, else one.</summary>
    private static IEnumerable<Entry> Entries(ValuePair pair) =>
        pair is { Mismatch: null, Expected: MatrixValue e, Actual: MatrixValue a }
            ? e.Entries.Zip(a.Entries).Select((entry, i) =>
                new Entry(
                    pair.PlaceOf(Invariant($"row {i % e.Rows}, column {i / e.Rows}")),
                    new NumberValue(entry.First, e.IsSingle), new NumberValue(entry.Second, a.IsSingle)))
            : [new(pair.Place, pair.Expected, pair.Actual)];

    /// <param name="Place">Where it is in the values, such as "row 2, column 0"; empty for a single value.</param>
    private sealed record Entry(string Place, ProbeValue Expected, ProbeValue Actual)
    {
        /// <summary>The absolute difference of two numbers as a key for sorting, in single precision, so that rounding
        /// errors do not affect the order. It is infinite if one of them is NaN, and 0 for other values.</summary>
        public float Difference =>
            (Expected, Actual) is not (NumericValue e, NumericValue a) ? 0
            : double.IsNaN(a.Minus(e)) ? float.PositiveInfinity : (float)Math.Abs(a.Minus(e));
    }
}
