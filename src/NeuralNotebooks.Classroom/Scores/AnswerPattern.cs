namespace NeuralNotebooks.Classroom;

/// <summary>A description of a student's wrong answer to a task by the values of its probes. Students
/// with equal descriptions form a group of equal answers.</summary>
/// <param name="Relation">The relation between the values and the expected ones that is described.</param>
/// <param name="Key">A hash of the description, by which the teacher refers to it.</param>
internal sealed record AnswerPattern(Relation Relation, string Key)
{
    /// <summary>A difference of two numbers below this bound, relative to the largest expected number, counts as a
    /// rounding error.</summary>
    private const double Rounding = 1e-9;

    /// <summary>The most numbers of a value in which the expected numbers are searched at other positions.</summary>
    private const int MaxPlaces = 256;

    /// <summary>All descriptions of the values of a task's lost probes; empty if no probe is lost.</summary>
    public static IReadOnlyList<AnswerPattern> Of(string assignment, JudgedTask task, TaskScore score)
    {
        int[] lost = score.Lost;
        if (lost.Length == 0)
            return [];
        return
        [
            .. from relation in Enum.GetValues<Relation>()
            let parts = relation == Relation.Mistake
                ? [.. score.Mistakes.Order(StringComparer.Ordinal)]
                : lost.Select(i =>
                        Describe(relation, task.Probes[i], score.Differences[i]!) is { } text
                            ? $"{task.Probes[i].Probe.Name}\n{text}"
                            : null
                    )
                    .ToArray()
            where parts.Length > 0 && !parts.Contains(null)
            select new AnswerPattern(
                relation,
                HexHash.Short($"{assignment}\n{task.Name}\n{relation}\n{string.Join('\n', parts)}")
            ),
        ];
    }

    /// <summary>Whether a teacher can accept the answer: every lost probe has a value.</summary>
    public static bool IsAcceptable(TaskScore score) =>
        score.Lost.Length > 0 && score.Differences.All(lost => lost?.Cause is null);

    /// <summary>A hash of the expected values. It differs between variants of a task.</summary>
    public static string HashOfExpected(JudgedTask task) =>
        HexHash.Short(
            string.Join(
                '\n',
                task.Probes.Select(probe => Values(probe.Expected))
            )
        );

    /// <summary>The numbers of a value in order, those of matrices column by column; null if the value contains
    /// other values.</summary>
    private static List<double>? Numbers(ProbeValue value)
    {
        List<double> numbers = [];
        return Collect(value) ? numbers : null;

        bool Collect(ProbeValue part)
        {
            if (part is NumberValue number)
                numbers.Add(number.Value);
            else if (part is MatrixValue matrix)
                numbers.AddRange(matrix.Entries);
            return part is NumberValue or MatrixValue
                || part is ListValue list && list.Items.All(Collect)
                || part is RecordValue record
                    && record
                        .Members.OrderBy(member => member.Key, StringComparer.Ordinal)
                        .All(member => Collect(member.Value));
        }
    }

    private static string? Describe(Relation relation, JudgedProbe probe, Difference difference)
    {
        (_, ProbeValue expected, ProbeValue actual) = probe;
        if (actual is MissingValue none)
            return $"{none.Reason} {none.Detail}";
        if (relation == Relation.Kind)
            return $"{difference.Kind} "
                + $"{(difference.Kind is DifferenceKind.Shape or DifferenceKind.Type ? FormOf(actual) : "")}";
        if (relation == Relation.Value)
            return Values(actual);
        if (Numbers(expected) is not { } right || Numbers(actual) is not { } given)
            return null;
        double size = right.Where(double.IsFinite).Select(Math.Abs).Append(1).Max() * Rounding;
        return relation switch
        {
            Relation.Place => Places(right, given, size) is { } places ? $"{FormOf(actual)} {places}" : null,
            _ when FormOf(expected) != FormOf(actual) => null,
            Relation.Factor => string.Join(
                ' ',
                right.Zip(given, (e, a) => Math.Abs(e) <= size ? $"+{Rounded(a, size)}" : Rounded(a / e, Rounding))
            ),
            _ => string.Join(' ', right.Zip(given, (e, a) => Rounded(a - e, size))),
        };
    }

    /// <summary>For each number, its position among the expected numbers; null if one does not occur among
    /// them.</summary>
    private static string? Places(List<double> right, List<double> given, double size)
    {
        if (right.Count > MaxPlaces || given.Count > MaxPlaces || given.Count == 0)
            return null;
        string?[] places = [.. given.Select((a, at) => Place(a, at))];
        return places.Contains(null) ? null : string.Join(' ', places);

        string? Place(double a, int at)
        {
            if (Math.Abs(a) <= size)
                return "0";
            if (at < right.Count && Math.Abs(a - right[at]) <= size)
                return $"={at}";
            for (int i = 0; i < right.Count; i++)
                if (Math.Abs(Math.Abs(a) - Math.Abs(right[i])) <= size)
                    return Invariant($"{(Math.Sign(a) == Math.Sign(right[i]) ? "" : "-")}{i}");
            return null;
        }
    }

    private static string Values(ProbeValue value) =>
        value switch
        {
            NumberValue number => Rounded(number.Value, Rounding),
            TruthValue truth => truth.Value ? "true" : "false",
            TextValue text => $"“{text.Value}”",
            MatrixValue matrix =>
                $"{FormOf(matrix)} {string.Join(' ', matrix.Entries.Select(entry => Rounded(entry, Rounding)))}",
            ListValue list => $"[{string.Join(", ", list.Items.Select(Values))}]",
            RecordValue record => $"{{{string.Join(", ", Members(record, Values))}}}",
            _ => "none",
        };

    private static string FormOf(ProbeValue value) =>
        value switch
        {
            ListValue list => $"[{string.Join(' ', list.Items.Select(FormOf))}]",
            RecordValue record => $"{{{string.Join(' ', Members(record, FormOf))}}}",
            _ => Readable.Form(value),
        };

    private static IEnumerable<string> Members(RecordValue record, Func<ProbeValue, string> text) =>
        record
            .Members.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => $"{member.Key}={text(member.Value)}");

    /// <summary>Six significant digits; values close to 0 become 0.</summary>
    private static string Rounded(double value, double zero) =>
        Math.Abs(value) <= zero ? "0" : value.ToString("G6", CultureInfo.InvariantCulture);
}
