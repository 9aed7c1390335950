namespace NeuralNotebooks.Classroom;

/// <summary>Expected against actual: numbers as bars or points, matrices as a heat map of the difference, everything
/// else side by side.</summary>
internal static class AnswerPicture
{
    /// <summary>Up to this many numbers are bars with their values; more are points.</summary>
    private const int MaxBars = 8;

    private const int MaxPoints = 200, MaxParts = 6;

    private static readonly Markup _legend = Svg.Legend(Svg.Key("pair", "expected"), Svg.Key("value", "yours"));

    /// <summary>The content of a figure, without its caption.</summary>
    public static Markup Of(Answer expected, Answer actual)
    {
        (string Name, Answer Expected, Answer Actual)[] parts = [.. Parts("", expected, actual)];
        IEnumerable<Markup> shown = parts
            .Take(MaxParts)
            .Select(part => Markup.Of($"{Markup.Paragraph(part.Name)}{Part(part.Expected, part.Actual)}"));
        int rest = parts.Length - MaxParts;
        return Markup.Of(
            $"{shown}{Markup.Paragraph(rest > 0 ? $"{Readable.Count(rest, "more part")} not drawn." : "")}"
        );
    }

    /// <summary>Generous about rounding: whether the answer is wrong was decided before, with the probe's own
    /// tolerance.</summary>
    public static double Allowed(IReadOnlyList<double> expected)
        => 1e-12 * expected.Where(double.IsFinite).Select(Math.Abs).Append(1).Max();

    public static bool IsSame(double expected, double actual, double allowed)
        => expected.Equals(actual) || (double.IsFinite(expected)
            && Math.Abs(expected - actual) <= Math.Max(allowed, 1e-6 * Math.Abs(expected)));

    /// <summary>The indices of the numbers that differ.</summary>
    public static int[] Different(IReadOnlyList<double> expected, IReadOnlyList<double> actual)
    {
        double allowed = Allowed(expected);
        return [.. Enumerable.Range(0, expected.Count).Where(i => !IsSame(expected[i], actual[i], allowed))];
    }

    private static Markup Part(Answer expected, Answer actual)
    {
        if (
            expected is MatrixAnswer { Entries.Count: > 0 } matrix
            && actual is MatrixAnswer other
            && (matrix.Rows, matrix.Columns) == (other.Rows, other.Columns)
        )
            return DifferenceMap.Of(matrix, other);
        if (Numbers(expected) is { Length: > 0 } right && Numbers(actual) is { } yours && yours.Length == right.Length)
            return right.Length <= MaxBars ? Bars(right, yours) : Points(right, yours);
        return Markup.Of(
            $"""
            <div class="both"><table>
            <tr><td class="soft">expected</td><td class="words">{Words(expected)}</td></tr>
            <tr><td class="soft">yours</td><td class="words">{Words(actual)}</td></tr>
            </table></div>

            """
        );
    }

    /// <summary>The members of records and the items of lists other than plain numbers, by name; a single unnamed part
    /// for everything else.</summary>
    private static IEnumerable<(string Name, Answer Expected, Answer Actual)> Parts(
        string name,
        Answer expected,
        Answer actual
    ) =>
        (expected, actual) switch
        {
            (RecordAnswer e, RecordAnswer a) when e.Members.Keys.All(a.Members.ContainsKey) => e.Members.SelectMany(
                member =>
                    Parts(name.Length == 0 ? member.Key : $"{name}.{member.Key}", member.Value, a.Members[member.Key])
            ),
            (ListAnswer e, ListAnswer a) when e.Items.Count == a.Items.Count && Numbers(e) is null => e
                .Items.Zip(a.Items)
                .SelectMany((item, i) => Parts(name + Index(i), item.First, item.Second)),
            _ => [(name, expected, actual)],
        };

    private static double[]? Numbers(Answer answer) =>
        answer switch
        {
            NumberAnswer number => [number.Value],
            ListAnswer list when list.Items.All(item => item is NumberAnswer) =>
            [
                .. list.Items.Cast<NumberAnswer>().Select(number => number.Value),
            ],
            _ => null,
        };

    private static string Words(Answer answer) =>
        (answer is ListAnswer or MatrixAnswer ? $"{Readable.Form(answer)}: " : "") + AnswerText.Short(answer);

    private static string Index(int i) => Invariant($"[{i}]");

    private static Markup Bars(double[] expected, double[] actual)
    {
        const double right = 62, row = 40, bar = 12;
        double left = expected.Length > 1 ? 84 : 56, height = expected.Length * row - 8;
        (double low, double high) = Range(expected.Concat(actual), fromZero: true);
        double scale = (Svg.Width - left - right) / (high - low);
        double X(double value) => left + (Math.Clamp(value, low, high) - low) * scale;
        IEnumerable<Markup> bars = expected.Select(
            (value, i) =>
            {
                double top = i * row + 2;
                Markup index = expected.Length == 1 ? default : Svg.Label(0, top + bar + 5, Index(i), "start");
                Markup yours = Bar(actual[i], top + bar + 4, "value", "strong");
                return Markup.Of($"{index}{Bar(value, top, "pair", "")}{yours}");
            }
        );
        Markup content = Markup.Of($"{Svg.Line("axis", X(0), 0, X(0), height)}{bars}");
        return Markup.Of($"{Svg.Drawing(height, content, Sentence(expected, actual))}{_legend}");

        Markup Bar(double value, double y, string style, string textStyle)
        {
            double zero = X(0), end = double.IsNaN(value) ? zero : X(value), side = end < zero ? -1 : 1;
            Markup rectangle = Svg.Rectangle(style, Math.Min(zero, end), y, Math.Abs(end - zero), bar);
            string anchor = side < 0 ? "end" : "start";
            Markup label = Svg.Label(end + 7 * side, y + bar - 2.5, Readable.Number(value), anchor, textStyle);
            return Markup.Of($"{(end == zero ? default : rectangle)}{label}");
        }
    }

    private static Markup Points(double[] allExpected, double[] allActual)
    {
        const double height = 170, left = 44, bottom = 22, top = 8;
        double[] expected = [.. allExpected.Take(MaxPoints)], actual = [.. allActual.Take(MaxPoints)];
        int last = expected.Length - 1;
        (double low, double high) = Range(expected.Concat(actual), fromZero: false);
        double X(int i) => left + 10 + i * (Svg.Width - left - 20) / Math.Max(1, last);
        double Y(double value) => top + (high - Math.Clamp(value, low, high)) / (high - low) * (height - top - bottom);
        double allowed = Allowed(expected), radius = last >= 60 ? 1.5 : last >= 20 ? 2.5 : 4;
        IEnumerable<Markup> ticks = Ticks(low, high).SelectMany(tick => (Markup[])
            [
                Svg.Line("grid", left, Y(tick), Svg.Width, Y(tick)),
                Svg.Label(left - 8, Y(tick) + 4, Readable.Number(tick), "end"),
            ]);
        IEnumerable<Markup> ends = ((int[])[0, last]).Select(i => Svg.Label(X(i), height - 4, Index(i)));
        IEnumerable<Markup> points = Enumerable.Range(0, expected.Length).SelectMany(Point);
        string more = allExpected.Length > MaxPoints
            ? Invariant($"The first {MaxPoints} of {allExpected.Length} numbers.")
            : "";
        Markup drawing = Svg.Drawing(height, Markup.Of($"{ticks}{ends}{points}"), Sentence(expected, actual));
        return Markup.Of($"{drawing}{_legend}{Markup.Paragraph(more)}");

        IEnumerable<Markup> Point(int i)
        {
            (double e, double a) = (expected[i], actual[i]);
            if (!IsSame(e, a, allowed) && double.IsFinite(a) && double.IsFinite(e))
                yield return Svg.Line("off", X(i), Y(e), X(i), Y(a));
            yield return double.IsFinite(a)
                ? Svg.Circle("value", X(i), Y(a), radius)
                : Svg.Label(X(i), top + 4, Readable.Number(a), style: "strong");
            if (double.IsFinite(e))
                yield return Svg.Circle("pair", X(i), Y(e), radius + 1.2);
        }
    }

    /// <summary>What the picture shows, in words.</summary>
    private static string Sentence(double[] expected, double[] actual)
    {
        string Values(int i) => $"expected {Readable.Number(expected[i])}, yours {Readable.Number(actual[i])}";
        if (expected.Length == 1)
            return $"E{Values(0)[1..]}.";
        int[] different = Different(expected, actual);
        if (different.Length == 0)
            return Invariant($"Expected and yours are equal in all {expected.Length} numbers.");
        string named = string.Join("; ", different.Take(MaxBars).Select(i => $"{Index(i)} {Values(i)}"));
        string end = different.Length > MaxBars ? "; and more." : ".";
        return Invariant($"{different.Length} of {expected.Length} numbers differ: {named}{end}");
    }

    private static (double Low, double High) Range(IEnumerable<double> values, bool fromZero)
    {
        double[] finite = [.. values.Where(value => Math.Abs(value) < 1e300), .. fromZero ? (double[])[0] : []];
        double low = finite.DefaultIfEmpty(0).Min(), high = finite.DefaultIfEmpty(0).Max();
        if (high - low > 0)
            return fromZero ? (low, high) : (low - 0.04 * (high - low), high + 0.04 * (high - low));
        return fromZero ? (0, 1) : (low - 1, high + 1);
    }

    /// <summary>Three to six round numbers in a range.</summary>
    private static IEnumerable<double> Ticks(double low, double high)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10((high - low) / 3)));
        double step = (high - low) / power >= 12.5 ? 5 * power : (high - low) / power >= 5 ? 2 * power : power;
        for (double tick = Math.Ceiling(low / step); tick * step <= high; tick++)
            yield return tick * step;
    }
}
