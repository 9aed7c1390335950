using System.Globalization;

namespace NeuralNotebooks.Course;

/// <summary>
/// A notebook's own assertion, below the text that claims it. Where it holds it shows one line; where it does not it throws,
/// so that running a notebook tests what the notebook says.
/// </summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class Claim : IHtml
{
    /// <summary>The tolerance where none is given: a few hundred roundings of a <c>double</c>.</summary>
    public const double DefaultTolerance = 1e-12;

    private Claim(IReadOnlyList<string> lines) => Lines = lines;

    /// <summary>One line for each thing that was claimed.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>Claims that a condition holds.</summary>
    /// <exception cref="ClaimException">It does not.</exception>
    public static Claim That(bool condition, string what) =>
        condition ? new([what]) : throw new ClaimException($"The notebook claims: {what}. That does not hold here.");

    /// <summary>Claims that a matrix has the given shape.</summary>
    /// <exception cref="ClaimException">It has another.</exception>
    public static Claim Shape(Matrix<double> matrix, int rows, int columns, string what)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        string shape = Readable.Shape(rows, columns);
        return (matrix.Rows, matrix.Columns) == (rows, columns)
            ? new([$"{what}: {shape}"])
            : throw new ClaimException($"{what}: the shape is {Readable.Shape(matrix)}, claimed is {shape}.");
    }

    /// <summary>Claims that a number is <paramref name="expected"/>, to the <see cref="DefaultTolerance"/>.</summary>
    /// <exception cref="ClaimException">It is not.</exception>
    public static Claim Close(double actual, double expected, string what) => Close(actual, expected, DefaultTolerance, what);

    /// <summary>Claims that |actual − expected| ≤ tolerance · max(1, |expected|).</summary>
    /// <exception cref="ClaimException">It is not.</exception>
    public static Claim Close(double actual, double expected, double tolerance, string what) =>
        Close([actual], [expected], tolerance, what, _ => "");

    /// <summary>Claims that a matrix is <paramref name="expected"/>, to the <see cref="DefaultTolerance"/>.</summary>
    /// <exception cref="ClaimException">Its shape or an entry is another.</exception>
    public static Claim Close(Matrix<double> actual, Matrix<double> expected, string what) => Close(actual, expected, DefaultTolerance, what);

    /// <summary>Claims that two matrices agree in shape, and entry by entry as numbers do.</summary>
    /// <exception cref="ClaimException">Their shape or an entry differs.</exception>
    public static Claim Close(Matrix<double> actual, Matrix<double> expected, double tolerance, string what)
    {
        ArgumentNullException.ThrowIfNull(actual);
        ArgumentNullException.ThrowIfNull(expected);
        if ((actual.Rows, actual.Columns) != (expected.Rows, expected.Columns))
        {
            throw new ClaimException($"{what}: the shape is {Readable.Shape(actual)}, claimed is {Readable.Shape(expected)}.");
        }

        return Close([.. Matrices.Entries(actual)], [.. Matrices.Entries(expected)], tolerance, what, i => string.Create(
            CultureInfo.InvariantCulture, $" at [{i / expected.Columns}, {i % expected.Columns}]"));
    }

    /// <summary>Claims that a matrix has the rows as written, to the <see cref="DefaultTolerance"/>.</summary>
    /// <exception cref="ClaimException">Its shape or an entry is another.</exception>
    public static Claim Close(Matrix<double> actual, double[,] expected, string what) => Close(actual, Matrix.Of(expected), what);

    /// <summary>Claims that a matrix has the rows as written.</summary>
    /// <exception cref="ClaimException">Its shape or an entry is another.</exception>
    public static Claim Close(Matrix<double> actual, double[,] expected, double tolerance, string what) =>
        Close(actual, Matrix.Of(expected), tolerance, what);

    /// <summary>Claims that a matrix has the rows as written, <c>[[1, 2], [3, 4]]</c>, to the <see cref="DefaultTolerance"/>.</summary>
    /// <exception cref="ClaimException">Its shape or an entry is another.</exception>
    public static Claim Close(Matrix<double> actual, double[][] expected, string what) => Close(actual, expected, DefaultTolerance, what);

    /// <summary>Claims that a matrix has the rows as written, <c>[[1, 2], [3, 4]]</c>.</summary>
    /// <exception cref="ClaimException">Its shape or an entry is another.</exception>
    /// <exception cref="ArgumentException">The rows are not of one length.</exception>
    public static Claim Close(Matrix<double> actual, double[][] expected, double tolerance, string what) =>
        Close(actual, Matrices.OfRows(expected), tolerance, what);

    /// <summary>Claims that a sequence is <paramref name="expected"/>, to the <see cref="DefaultTolerance"/>.</summary>
    /// <exception cref="ClaimException">Its length or a number is another.</exception>
    public static Claim Close(IEnumerable<double> actual, IEnumerable<double> expected, string what) =>
        Close(actual, expected, DefaultTolerance, what);

    /// <summary>Claims that two sequences agree in length, and number by number.</summary>
    /// <exception cref="ClaimException">Their length or a number differs.</exception>
    public static Claim Close(IEnumerable<double> actual, IEnumerable<double> expected, double tolerance, string what) =>
        Close(actual.ToArray(), expected.ToArray(), tolerance, what, i => string.Create(CultureInfo.InvariantCulture, $" at place {i + 1}"));

    /// <summary>Several claims, shown one below the other.</summary>
    public static Claim All(params IEnumerable<Claim> claims) => new([.. claims.SelectMany(claim => claim.Lines)]);

    /// <summary>One line a claim, with a tick.</summary>
    public string ToHtml()
    {
        IEnumerable<string> lines = Lines.Select(line =>
            $"<div><span aria-hidden=\"true\" style=\"color:#009e73;font-weight:700\">✓</span> {InlineText.ToHtml(line)}</div>");
        return "<div class=\"nn-claim\" data-claim=\"holds\" style=\"font-family:system-ui,'DejaVu Sans',sans-serif;font-size:.88rem;"
            + $"line-height:1.5;color:inherit;opacity:.85\">{string.Concat(lines)}</div>";
    }

    /// <summary>The lines as plain text.</summary>
    public override string ToString() => string.Join('\n', Lines.Select(line => "✓ " + line));

    private static Claim Close(double[] actual, double[] expected, double tolerance, string what, Func<int, string> place)
    {
        if (actual.Length != expected.Length)
        {
            throw new ClaimException(string.Create(
                CultureInfo.InvariantCulture, $"{what}: {actual.Length} numbers, claimed are {expected.Length}."));
        }

        double largest = 0;
        for (int i = 0; i < actual.Length; i++)
        {
            double difference = actual[i].Equals(expected[i]) ? 0 : Math.Abs(actual[i] - expected[i]);
            bool close = difference == 0 || difference <= tolerance * Math.Max(1, Math.Abs(expected[i]));
            if (!close)
            {
                throw new ClaimException(
                    $"{what}{place(i)}: {Readable.Number(actual[i])}, claimed is {Readable.Number(expected[i])}"
                    + $" (difference {Readable.Magnitude(difference)}, allowed {Readable.Magnitude(tolerance)}).");
            }

            largest = Math.Max(largest, difference);
        }

        string label = actual.Length == 1 ? "difference" : "largest difference";
        return new([largest == 0 ? $"{what}: equal" : $"{what}: {label} {Readable.Magnitude(largest)}"]);
    }
}
