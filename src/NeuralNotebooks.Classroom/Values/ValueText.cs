namespace NeuralNotebooks.Classroom;

internal static class ValueText
{
    private const int MaxLength = 400, MaxShortItems = 8, MaxShortText = 60, MaxShortDepth = 4;

    /// <summary>A number with at most five significant digits and a typographic minus sign.</summary>
    public static string Number(double value) => NumberText.Of(value, "G5");

    public static string Of(ProbeValue value)
    {
        string text = Write(value, isShort: false);
        return text.Length > MaxLength ? text[..MaxLength] + " …" : text;
    }

    /// <summary>The text for a page. Of a long text, list or matrix only the beginning is shown.</summary>
    internal static string Short(ProbeValue value) => Write(value, isShort: true);

    /// <summary>The text for a page that only the teacher sees: if there is no value, it gives the reason and its
    /// detail.</summary>
    internal static string ShortOrReason(ProbeValue value) =>
        value is not MissingValue none
            ? Short(value)
            : DifferenceWords.Of(none.Reason).Label + (none.Detail is { Length: > 0 } detail ? $": {detail}" : "")
                + (none.Line is { } line ? Invariant($", line {line}") : "");

    private static string Write(ProbeValue value, bool isShort, int depth = 0)
    {
        return value switch
        {
            NumberValue number => Number(number.Value),
            IntegerValue { Digits: var digits } =>
                !isShort || digits.Length <= MaxShortText ? Minus(digits) : Minus(digits[..MaxShortText]) + "…",
            TruthValue truth => truth.Value ? "true" : "false",
            TextValue { Value: var text } => !isShort ? $"\"{text}\""
                : text.Length <= MaxShortText ? $"“{text}”" : $"“{text[..MaxShortText]}…”",
            MissingValue none => isShort ? "no value"
                : NoValueSentence.Of(none)
                    + (none.Detail is { } detail ? $" ({detail})" : ""),
            _ when isShort && depth == MaxShortDepth => "…",
            ListValue list => $"[{Items(list.Items, Inner)}]",
            RecordValue record => $"{{ {Items(record.Members, member => $"{member.Key} = {Inner(member.Value)}")} }}",
            MatrixValue { Rows: 1 or 0 } matrix when isShort => $"[{Items(matrix.Entries, Number)}]",
            MatrixValue { Entries.Count: > 3 * MaxShortItems } matrix when isShort =>
                Invariant($"a {matrix.Rows} × {matrix.Columns} matrix that begins [") + $"{Row(matrix, 0)}; …]",
            MatrixValue matrix => (isShort ? "" : Invariant($"{matrix.Rows}×{matrix.Columns} ")) + $"[{Rows(matrix)}]",
            _ => value.ToString(),
        };

        string Inner(ProbeValue part) => Write(part, isShort, depth + 1);

        // Pages show a typographic minus sign.
        string Minus(string digits) => isShort ? digits.Replace('-', '−') : digits;

        string Number(double value) =>
            isShort ? ValueText.Number(value) : (value + 0.0).ToString("G7", CultureInfo.InvariantCulture);

        string Rows(MatrixValue matrix) =>
            string.Join("; ", Enumerable.Range(0, Math.Min(matrix.Rows, MaxLength)).Select(row => Row(matrix, row)));

        string Row(MatrixValue matrix, int row) =>
            Items(
                [.. Enumerable.Range(0, matrix.Columns).Select(column => matrix.Entries[column * matrix.Rows + row])],
                Number);

        string Items<T>(IReadOnlyCollection<T> items, Func<T, string> text) =>
            string.Join(", ", items.Take(isShort ? MaxShortItems : MaxLength).Select(text))
            + (isShort && items.Count > MaxShortItems ? Invariant($", … ({items.Count})") : "");
    }
}
