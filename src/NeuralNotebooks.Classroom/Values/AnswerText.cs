namespace NeuralNotebooks.Classroom;

/// <summary>Formats an answer as text.</summary>
internal static class AnswerText
{
    private const int MaxLength = 400, MaxShortItems = 8, MaxShortText = 60, MaxShortDepth = 4;

    /// <summary>The text for the teacher, truncated if it is long.</summary>
    public static string Of(Answer answer)
    {
        string text = Write(answer, isShort: false);
        return text.Length > MaxLength ? text[..MaxLength] + " …" : text;
    }

    /// <summary>The text for a page. Of a long text, list or matrix only the beginning is shown.</summary>
    internal static string Short(Answer answer) => Write(answer, isShort: true);

    /// <summary>The text for a page that only the teacher sees: if there is no value, it gives the reason and its
    /// detail.</summary>
    internal static string ShortOrReason(Answer answer) =>
        answer is not NoAnswer none
            ? Short(answer)
            : DifferenceWords.Of(none.Reason).Label
                + (none.Detail is { Length: > 0 } detail ? $": {detail}" : "")
                + (none.Line is { } line ? Invariant($", line {line}") : "");

    private static string Write(Answer answer, bool isShort, int depth = 0)
    {
        return answer switch
        {
            NumberAnswer number => Number(number.Value),
            TruthAnswer truth => truth.Value ? "true" : "false",
            TextAnswer { Value: var text } => !isShort ? $"\"{text}\""
                : text.Length <= MaxShortText ? $"“{text}”"
                : $"“{text[..MaxShortText]}…”",
            NoAnswer none => isShort ? "no value"
                : new Difference(DifferenceKind.NoValue, none).Sentence
                    + (none.Detail is { } detail ? $" ({detail})" : ""),
            _ when isShort && depth == MaxShortDepth => "…",
            ListAnswer list => $"[{Items(list.Items, Inner)}]",
            RecordAnswer record => $"{{ {Items(record.Members, member => $"{member.Key} = {Inner(member.Value)}")} }}",
            MatrixAnswer { Rows: 1 or 0 } matrix when isShort => $"[{Items(matrix.Entries, Number)}]",
            MatrixAnswer { Entries.Count: > 3 * MaxShortItems } matrix when isShort =>
                $"{Readable.Form(matrix)} that begins [{Row(matrix, 0)}; …]",
            MatrixAnswer matrix => (isShort ? "" : Invariant($"{matrix.Rows}×{matrix.Columns} ")) + $"[{Rows(matrix)}]",
            _ => answer.ToString(),
        };

        string Inner(Answer part) => Write(part, isShort, depth + 1);

        string Number(double value) =>
            isShort ? Readable.Number(value) : (value + 0.0).ToString("G7", CultureInfo.InvariantCulture);

        string Rows(MatrixAnswer matrix) =>
            string.Join("; ", Enumerable.Range(0, Math.Min(matrix.Rows, MaxLength)).Select(row => Row(matrix, row)));

        string Row(MatrixAnswer matrix, int row) =>
            Items(
                [.. Enumerable.Range(0, matrix.Columns).Select(column => matrix.Entries[column * matrix.Rows + row])],
                Number
            );

        string Items<T>(IReadOnlyCollection<T> items, Func<T, string> text) =>
            string.Join(", ", items.Take(isShort ? MaxShortItems : MaxLength).Select(text))
            + (isShort && items.Count > MaxShortItems ? Invariant($", … ({items.Count})") : "");
    }
}
