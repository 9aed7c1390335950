namespace NeuralNotebooks.Course;

/// <summary>An assertion about a claim in the text of a notebook. If it holds, its sentence is shown as one line;
/// otherwise it throws, so that running a notebook tests its text.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource), PreferredMimeTypes = ["text/html", DisplayFacts.Type])]
public sealed class Claim : IHtml
{
    /// <summary>The default tolerance: a few hundred rounding errors of a <c>double</c>.</summary>
    public const double DefaultTolerance = 1e-12;

    private readonly IReadOnlyList<Line> _lines;

    private Claim(IReadOnlyList<Line> lines) => _lines = lines;

    private Claim(string line)
        : this([new(line, IsMistake: false)])
    {
    }

    /// <summary>The same claim, about the result of a known mistake. It holds, but is shown with a cross, so that a
    /// reader does not take its number for the right one.</summary>
    public Claim AsMistake() => new([.. _lines.Select(line => line with { IsMistake = true })]);

    /// <summary>Claims that a condition holds.</summary>
    /// <exception cref="ClaimException">It does not.</exception>
    public static Claim That(bool condition, Sentence what) =>
        condition ? new(what.ToString())
            : throw new ClaimException($"The notebook claims: {what}. That does not hold here.");

    /// <summary>Claims that a matrix has the given shape.</summary>
    /// <exception cref="ClaimException">It has another shape.</exception>
    public static Claim Shape(M matrix, int rows, int columns, Sentence what)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        string shape = TextOf.Shape(rows, columns);
        return (matrix.Rows, matrix.Columns) == (rows, columns)
            ? new($"{what}: {shape}")
            : throw new ClaimException($"{what}: the shape is {TextOf.Shape(matrix)}, claimed {shape}.");
    }

    /// <summary>Claims that a number is <paramref name="expected"/>, to the <see cref="DefaultTolerance"/>.</summary>
    /// <exception cref="ClaimException">It is not.</exception>
    public static Claim Close(double actual, double expected, Sentence what) =>
        Close(actual, expected, DefaultTolerance, what);

    /// <summary>Claims that |actual − expected| ≤ tolerance · max(1, |expected|).</summary>
    /// <exception cref="ClaimException">It is not.</exception>
    public static Claim Close(double actual, double expected, double tolerance, Sentence what) =>
        Judge([actual], [expected], Absolute(tolerance), what, _ => "");

    /// <summary>Claims that a matrix is <paramref name="expected"/>, to the <see cref="DefaultTolerance"/>.</summary>
    /// <exception cref="ClaimException">Its shape or an entry differs.</exception>
    public static Claim Close(M actual, M expected, Sentence what) => Close(actual, expected, DefaultTolerance, what);

    /// <summary>Claims that two matrices agree in shape, and in each entry within the tolerance.</summary>
    /// <exception cref="ClaimException">Their shape or an entry differs.</exception>
    public static Claim Close(M actual, M expected, double tolerance, Sentence what)
    {
        ArgumentNullException.ThrowIfNull(actual);
        ArgumentNullException.ThrowIfNull(expected);
        if (!Matrices.SameShape(actual, expected))
        {
            throw new ClaimException(
                $"{what}: the shape is {TextOf.Shape(actual)}, claimed {TextOf.Shape(expected)}.");
        }
        return Judge([.. Matrices.Entries(actual)], [.. Matrices.Entries(expected)], Absolute(tolerance), what,
            i => Invariant($" at [{i / expected.Columns}, {i % expected.Columns}]"));
    }

    /// <summary>Claims that a matrix has the given rows, <c>[[1, 2], [3, 4]]</c>, to the
    /// <see cref="DefaultTolerance"/>.</summary>
    /// <exception cref="ClaimException">Its shape or an entry differs.</exception>
    public static Claim Close(M actual, double[][] expected, Sentence what) =>
        Close(actual, expected, DefaultTolerance, what);

    /// <summary>Claims that a matrix has the given rows, <c>[[1, 2], [3, 4]]</c>.</summary>
    /// <exception cref="ClaimException">Its shape or an entry differs.</exception>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    public static Claim Close(M actual, double[][] expected, double tolerance, Sentence what) =>
        Close(actual, Matrices.OfRows(expected), tolerance, what);

    /// <summary>Claims that a sequence is <paramref name="expected"/>, to the <see cref="DefaultTolerance"/>.</summary>
    /// <exception cref="ClaimException">Its length or a number differs.</exception>
    public static Claim Close(IEnumerable<double> actual, IEnumerable<double> expected, Sentence what) =>
        Close(actual, expected, DefaultTolerance, what);

    /// <summary>Claims that two sequences agree in length, and number by number.</summary>
    /// <exception cref="ClaimException">Their length or a number differs.</exception>
    public static Claim Close(IEnumerable<double> actual, IEnumerable<double> expected, double tolerance,
        Sentence what) => InOrder(actual, expected, Absolute(tolerance), what);

    /// <summary>Claims that |actual − expected| ≤ part · |expected|: the same number of digits, however large or small
    /// the numbers are.</summary>
    /// <exception cref="ClaimException">It is not.</exception>
    public static Claim Within(double part, double actual, double expected, Sentence what) =>
        Judge([actual], [expected], Relative(part), what, _ => "");

    /// <summary>Claims that each number is within <paramref name="part"/> of the expected one: 0.02 is 2 %.</summary>
    /// <exception cref="ClaimException">Their length or a number differs.</exception>
    public static Claim Within(double part, IEnumerable<double> actual, IEnumerable<double> expected, Sentence what) =>
        InOrder(actual, expected, Relative(part), what);

    /// <summary>Several claims, shown one below the other.</summary>
    public static Claim All(params IEnumerable<Claim> claims) => new([.. claims.SelectMany(claim => claim._lines)]);

    JsonObject? IHtml.Facts => new() { ["claims"] = _lines.Count };

    /// <summary>One line for each claim, with a tick, or with a cross where it is about a mistake.</summary>
    public string ToHtml()
    {
        IEnumerable<string> lines = _lines.Select(line =>
        {
            (string color, string title) =
                line.IsMistake ? (Palette.Orange, " title=\"the number of a mistake\"") : (Palette.Green, "");
            return $"<div{title}><span aria-hidden=\"true\" style=\"color:{color};font-weight:700\">{line.Mark}</span> "
                + $"{InlineText.ToHtml(line.Text)}</div>";
        });
        return $"<div class=\"nn-claim\" style=\"{FigureHtml.Font};font-size:.93em;"
            + $"line-height:1.5;color:inherit;opacity:.85\">{string.Concat(lines)}</div>";
    }

    /// <summary>The lines as plain text.</summary>
    public override string ToString() => string.Join('\n', _lines.Select(line => $"{line.Mark} {line.Text}"));

    private static Func<double, double> Absolute(double tolerance) => expected => tolerance * Max(1, Abs(expected));

    private static Func<double, double> Relative(double part) => expected => part * Abs(expected);

    private static Claim InOrder(IEnumerable<double> actual, IEnumerable<double> expected, Func<double, double> allowed,
        Sentence what) => Judge([.. actual], [.. expected], allowed, what, i => Invariant($" at index {i}"));

    private static Claim Judge(double[] actual, double[] expected, Func<double, double> allowed, Sentence what,
        Func<int, string> place)
    {
        if (actual.Length != expected.Length)
            throw new ClaimException(Invariant($"{what}: {actual.Length} numbers, claimed {expected.Length}."));
        for (int i = 0; i < actual.Length; i++)
        {
            double difference = actual[i].Equals(expected[i]) ? 0 : Abs(actual[i] - expected[i]);
            if (!(difference == 0 || difference <= allowed(expected[i])))
            {
                throw new ClaimException(
                    $"{what}{place(i)}: {TextOf.Number(actual[i])}, claimed {TextOf.Number(expected[i])}"
                    + $" (difference {TextOf.Difference(difference)}, allowed "
                    + $"{TextOf.Difference(allowed(expected[i]))}).");
            }
        }
        return new(what.ToString());
    }

    private sealed record Line(string Text, bool IsMistake)
    {
        public char Mark => IsMistake ? '✗' : '✓';
    }
}
