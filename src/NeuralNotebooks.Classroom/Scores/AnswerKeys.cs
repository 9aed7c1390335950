namespace NeuralNotebooks.Classroom;

/// <summary>The keys of a student's wrong answer to a task. Students with the same key form a group of equal answers,
/// and the teacher refers to the group by the key.</summary>
internal static class AnswerKeys
{
    /// <summary>Numbers that differ by less count as equal to 0.</summary>
    private const double Rounding = 1e-9;

    /// <summary>The keys: that of the mistakes which explain the answer, if any do, and that of its values. None if no
    /// probe is lost.</summary>
    public static IReadOnlyList<string> Of(string assignment, JudgedTask task, TaskScore score)
    {
        if (score.Lost.Length == 0)
            return [];
        string values = Key(
            "Value", score.Lost.Select(i => $"{task.Probes[i].Probe.Name}\n{Text(
                task.Probes[i].Actual, HasIntegers(task.Probes[i].Expected))}"));
        return score.Mistakes.Count == 0
            ? [values]
            : [Key("Mistake", score.Mistakes.Order(StringComparer.Ordinal)), values];

        string Key(string what, IEnumerable<string> parts) =>
            HexHash.Short($"{assignment}\n{task.Name}\n{what}\n{string.Join('\n', parts)}");
    }

    /// <summary>Whether a teacher can accept the answer: every lost probe has a value.</summary>
    public static bool IsAcceptable(TaskScore score) =>
        score.Lost.Length > 0 && score.Differences.All(lost => lost?.Cause is null);

    /// <summary>A text that must not change with the words of the pages, since a key also stands in the teacher's
    /// table.</summary>
    /// <param name="isExact">Whether numbers are not rounded, since an integer is expected.</param>
    private static string Text(ProbeValue value, bool isExact) =>
        value switch
        {
            IntegerValue integer => integer.Digits,
            NumberValue { Exact: { } exact } when isExact => $"{exact}",
            NumberValue number => Rounded(number.Value),
            TruthValue truth => truth.Value ? "true" : "false",
            TextValue text => $"“{text.Value}”",
            MatrixValue matrix => Invariant($"a {matrix.Rows} × {matrix.Columns} matrix ")
                + string.Join(' ', matrix.Entries.Select(Rounded)),
            ListValue list => $"[{string.Join(", ", list.Items.Select(item => Text(item, isExact)))}]",
            RecordValue record => $"{{{string.Join(", ", record.Members
                .OrderBy(member => member.Key, StringComparer.Ordinal)
                .Select(member => $"{member.Key}={Text(member.Value, isExact)}"))}}}",
            MissingValue none => $"{none.Reason} {none.Detail}",
            _ => "",
        };

    private static bool HasIntegers(ProbeValue value) =>
        value switch
        {
            IntegerValue => true,
            ListValue list => list.Items.Any(HasIntegers),
            RecordValue record => record.Members.Values.Any(HasIntegers),
            _ => false,
        };

    /// <summary>Six significant digits; values close to 0 become 0.</summary>
    private static string Rounded(double value) =>
        Math.Abs(value) <= Rounding ? "0" : value.ToString("G6", CultureInfo.InvariantCulture);
}
