namespace NeuralNotebooks.Plotting;

/// <summary>A named line that has been checked against its axes. NaN on the vertical axis is a gap.</summary>
internal sealed class LineSeries
{
    private const int MaxPointsWithMarkers = 12;

    /// <param name="name">Its name.</param>
    /// <param name="x">Its x values.</param>
    /// <param name="y">Its y values; NaN is a gap.</param>
    /// <param name="axes">The axes; a logarithmic one shows only positive numbers.</param>
    /// <param name="where">Added to the name in error messages.</param>
    /// <exception cref="ArgumentException">The series is empty, contains only gaps, has different numbers of x and y
    /// values, or has a value that an axis cannot show.</exception>
    public LineSeries(string name, IEnumerable<double> x, IEnumerable<double> y, LineAxes axes, string where = "")
    {
        Name = name;
        X = Checked.Numbers(x, $"The horizontal axis of '{name}'{where}", positive: axes.LogX);
        Y = Checked.Numbers(y, $"The series '{name}'{where}", axes.LogY, gaps: true);
        if (X.Length != Y.Length)
            throw new ArgumentException(
                $"The series '{name}'{where} has {X.Length} values on the horizontal axis and {Y.Length} on the "
                + $"vertical: the counts must match.", nameof(y));
    }

    public string Name { get; }

    public double[] X { get; }

    public double[] Y { get; }

    public FigurePart ToTrace(int number) =>
        Line(X.Zip(Y), Stroke(Palette.Of(number), dash: Palette.Dash(number)), Name, showLegend: true).With(new()
        {
            ["mode"] = X.Length <= MaxPointsWithMarkers ? "lines+markers" : "lines",
            ["marker"] = Marker(symbol: Palette.Symbol(number)),
        });
}
