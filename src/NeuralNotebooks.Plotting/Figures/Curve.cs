namespace NeuralNotebooks.Plotting;

/// <summary>A named line through points.</summary>
/// <param name="Name">Its name.</param>
/// <param name="X">The points' x.</param>
/// <param name="Y">The points' y, as many; NaN is a gap.</param>
public sealed record Curve(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    private const int MaxPointsWithMarkers = 12;

    /// <summary>A copy, if the axes can show it.</summary>
    /// <param name="axes">The axes; a logarithmic one shows only positive numbers.</param>
    /// <param name="where">Added to the name in error messages.</param>
    /// <exception cref="ArgumentException">The curve is empty, contains only gaps, has different numbers of x and y
    /// values, or has a value that an axis cannot show.</exception>
    internal Curve CheckedOn(LineAxes axes, string where = "")
    {
        double[] x = Checked.Numbers(X, $"The horizontal axis of '{Name}'{where}"),
            y = Checked.Numbers(Y, $"The series '{Name}'{where}", positive: axes.LogY, gaps: true);
        return x.Length == y.Length ? this with { X = x, Y = y }
            : throw new ArgumentException(
                $"The series '{Name}'{where} has {x.Length} values on the horizontal axis and {y.Length} on the "
                + "vertical: the counts must match.");
    }

    internal FigurePart ToTrace(int number) =>
        Line(X.Zip(Y), Stroke(Palette.Of(number), dash: Palette.Dash(number)), Name).With(new()
        {
            ["mode"] = X.Count <= MaxPointsWithMarkers ? "lines+markers" : "lines",
            ["marker"] = Marker(symbol: Palette.Symbol(number)),
        });
}
