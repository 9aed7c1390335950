using System.Globalization;
using System.Text;
using NeuralNotebooks.Site;

namespace NeuralNotebooks.Classroom;

/// <summary>Expected against actual: numbers as bars or points, matrices as a heat map of the difference, everything
/// else side by side.</summary>
internal static class AnswerPicture
{
    /// <summary>Up to this many numbers are bars with their values; more are points.</summary>
    private const int MaxBars = 8;

    private const int MaxPoints = 200, MaxParts = 6;

    /// <summary>The width of every drawing, so that its labels are legible on a phone, too.</summary>
    public const double Width = 400;

    /// <summary>The content of a figure, without its caption.</summary>
    public static string Of(Answer expected, Answer actual)
    {
        (string Name, Answer Expected, Answer Actual)[] parts = [.. Parts("", expected, actual)];
        var html = new StringBuilder();
        foreach ((string name, Answer part, Answer other) in parts.Take(MaxParts))
        {
            if (name.Length > 0)
                html.Append(CultureInfo.InvariantCulture, $"<p>{PageText.Plain(name)}</p>\n");
            html.Append(Part(part, other));
        }

        if (parts.Length > MaxParts)
            html.Append(
                CultureInfo.InvariantCulture,
                $"<p>{PageText.Count(parts.Length - MaxParts, "more part")} not drawn.</p>\n"
            );
        return html.ToString();
    }

    private static string Part(Answer expected, Answer actual)
    {
        if (
            expected is MatrixAnswer matrix
            && actual is MatrixAnswer other
            && (matrix.Rows, matrix.Columns) == (other.Rows, other.Columns)
            && matrix.Entries.Count > 0
        )
            return DifferenceMap.Of(matrix, other);
        if (Numbers(expected) is { Count: > 0 } right && Numbers(actual) is { } yours && yours.Count == right.Count)
            return right.Count <= MaxBars
                ? Bars(right, yours)
                : Points([.. right.Take(MaxPoints)], [.. yours.Take(MaxPoints)], right.Count);
        return $"""
            <div class="both"><table><tr><td class="soft">expected</td><td class="words">{Text(
                expected
            )}</td></tr><tr><td class="soft">yours</td><td class="words">{Text(actual)}</td></tr></table></div>

            """;
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
                .SelectMany(
                    (item, i) =>
                        Parts(string.Create(CultureInfo.InvariantCulture, $"{name}[{i}]"), item.First, item.Second)
                ),
            _ => [(name, expected, actual)],
        };

    private static IReadOnlyList<double>? Numbers(Answer answer) =>
        answer switch
        {
            NumberAnswer number => [number.Value],
            ListAnswer list when list.Items.All(item => item is NumberAnswer) =>
            [
                .. list.Items.Cast<NumberAnswer>().Select(number => number.Value),
            ],
            _ => null,
        };

    private static string Text(Answer answer)
    {
        string text = Readable.Answer(answer);
        return PageText.Plain(answer is ListAnswer or MatrixAnswer ? $"{Readable.Form(answer)}: {text}" : text);
    }

    private static string Bars(IReadOnlyList<double> expected, IReadOnlyList<double> actual)
    {
        const double right = 62, row = 40, bar = 12;
        double left = expected.Count > 1 ? 84 : 56;
        (double low, double high) = Range(expected.Concat(actual), fromZero: true);
        double X(double value) => left + (Math.Clamp(value, low, high) - low) / (high - low) * (Width - left - right);
        double height = expected.Count * row - 8;
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"""<line class="axis" x1="{Readable.Place(X(0))}" x2="{Readable.Place(X(0))}" y1="0" y2="{Readable.Place(height)}"/>"""
        );
        for (int i = 0; i < expected.Count; i++)
        {
            double top = i * row + 2;
            if (expected.Count > 1)
                svg.Append(
                    CultureInfo.InvariantCulture,
                    $"""<text x="0" y="{Readable.Place(top + bar + 5)}">[{i}]</text>"""
                );
            Bar(expected[i], top, "pair");
            Bar(actual[i], top + bar + 4, "value");
        }

        return Drawing(height, svg, Sentence(expected, actual)) + Legend;

        void Bar(double value, double y, string style)
        {
            double zero = X(0), end = double.IsNaN(value) ? zero : X(value);
            double at = end >= zero ? end + 7 : end - 7;
            if (end != zero)
                svg.Append(
                    CultureInfo.InvariantCulture,
                    $"""<rect class="{style}" x="{Readable.Place(Math.Min(zero, end))}" y="{Readable.Place(y)}" width="{Readable.Place(Math.Abs(end - zero))}" height="{bar}" rx="1.5"/>"""
                );
            svg.Append(
                CultureInfo.InvariantCulture,
                $"""<text class="{(style == "value" ? "strong" : "")}" x="{Readable.Place(at)}" y="{Readable.Place(y + bar - 2.5)}"{(end < zero ? " text-anchor=\"end\"" : "")}>{Readable.Number(value)}</text>"""
            );
        }
    }

    private static string Points(IReadOnlyList<double> expected, IReadOnlyList<double> actual, int count)
    {
        const double height = 170, left = 44, bottom = 22, top = 8;
        (double low, double high) = Range(expected.Concat(actual), fromZero: false);
        double X(int i) => left + 10 + i * (Width - left - 20) / Math.Max(1, expected.Count - 1);
        double Y(double value) => top + (high - Math.Clamp(value, low, high)) / (high - low) * (height - top - bottom);
        double allowed = Allowed(expected), radius = expected.Count > 60 ? 1.5 : expected.Count > 20 ? 2.5 : 4;
        var svg = new StringBuilder();
        foreach (double tick in Ticks(low, high))
            svg.Append(
                CultureInfo.InvariantCulture,
                $"""<line class="grid" x1="{left}" x2="{Width}" y1="{Readable.Place(Y(tick))}" y2="{Readable.Place(Y(tick))}"/><text x="{left - 8}" y="{Readable.Place(Y(tick) + 4)}" text-anchor="end">{Readable.Number(tick)}</text>"""
            );
        foreach (int i in Enumerable.Range(0, expected.Count).Where(i => i == 0 || i == expected.Count - 1))
            svg.Append(
                CultureInfo.InvariantCulture,
                $"""<text x="{Readable.Place(X(i))}" y="{height - 4}" text-anchor="middle">[{i}]</text>"""
            );
        for (int i = 0; i < expected.Count; i++)
        {
            string x = Readable.Place(X(i));
            bool differs = !IsSame(expected[i], actual[i], allowed);
            if (differs && double.IsFinite(actual[i]) && double.IsFinite(expected[i]))
                svg.Append(
                    CultureInfo.InvariantCulture,
                    $"""<line class="off" x1="{x}" x2="{x}" y1="{Readable.Place(Y(expected[i]))}" y2="{Readable.Place(Y(actual[i]))}"/>"""
                );
            if (double.IsFinite(actual[i]))
                svg.Append(
                    CultureInfo.InvariantCulture,
                    $"""<circle class="value" cx="{x}" cy="{Readable.Place(Y(actual[i]))}" r="{Readable.Place(radius)}"/>"""
                );
            else
                svg.Append(
                    CultureInfo.InvariantCulture,
                    $"""<text class="strong" x="{x}" y="{Readable.Place(top + 4)}" text-anchor="middle">{Readable.Number(actual[i])}</text>"""
                );
            if (double.IsFinite(expected[i]))
                svg.Append(
                    CultureInfo.InvariantCulture,
                    $"""<circle class="pair" cx="{x}" cy="{Readable.Place(Y(expected[i]))}" r="{Readable.Place(radius + 1.2)}"/>"""
                );
        }

        string more =
            count > expected.Count
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"<p>The first {expected.Count} of {count} numbers.</p>\n"
                )
                : "";
        return Drawing(height, svg, Sentence(expected, actual)) + Legend + more;
    }

    private const string Legend = """
        <ul class="legend"><li><svg viewBox="0 0 14 14" aria-hidden="true"><rect class="pair" x="1" y="1" width="12" height="12" rx="1.5"/></svg> expected</li><li><svg viewBox="0 0 14 14" aria-hidden="true"><rect class="value" x="1" y="1" width="12" height="12" rx="1.5"/></svg> yours</li></ul>

        """;

    /// <summary>A drawing as wide as its figure.</summary>
    public static string Drawing(double height, StringBuilder content, string alternativeText) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <svg viewBox="0 0 {Width} {Readable.Place(height)}" role="img" aria-label="{Html.Escape(
                alternativeText
            )}">{content}</svg>

            """);

    /// <summary>What the picture shows, in words.</summary>
    private static string Sentence(IReadOnlyList<double> expected, IReadOnlyList<double> actual)
    {
        double allowed = Allowed(expected);
        int[] different = [.. Enumerable.Range(0, expected.Count).Where(i => !IsSame(expected[i], actual[i], allowed))];
        if (expected.Count == 1)
            return $"Expected {Readable.Number(expected[0])}, yours {Readable.Number(actual[0])}.";
        if (different.Length == 0)
            return string.Create(
                CultureInfo.InvariantCulture,
                $"Expected and yours are equal in all {expected.Count} numbers."
            );
        int named = Math.Min(different.Length, MaxBars);
        return string.Create(CultureInfo.InvariantCulture, $"{different.Length} of {expected.Count} numbers differ: ")
            + string.Join(
                "; ",
                different
                    .Take(named)
                    .Select(i =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"[{i}] expected {Readable.Number(expected[i])}, yours {Readable.Number(actual[i])}"
                        )
                    )
            )
            + (different.Length > named ? "; and more." : ".");
    }

    /// <summary>Generous about rounding: whether the answer is wrong was decided before, with the probe's own
    /// tolerance.</summary>
    public static double Allowed(IReadOnlyList<double> expected)
        => 1e-12 * expected.Where(double.IsFinite).Select(Math.Abs).Append(1).Max();

    public static bool IsSame(double expected, double actual, double allowed)
        => expected.Equals(actual) || (double.IsFinite(expected)
            && Math.Abs(expected - actual) <= Math.Max(allowed, 1e-6 * Math.Abs(expected)));

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
