namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    private const int CurvePoints = 200;

    /// <summary>Measured points and the lines or curves fitted to them: <c>Plot.Fit(x, y, [("ŷ = wx + b", x =&gt; w * x
    /// + b)])</c>.</summary>
    /// <param name="x">The points' x.</param>
    /// <param name="y">The points' y.</param>
    /// <param name="curves">Named functions, drawn a little beyond the points on both sides, with a gap where one is
    /// not finite.</param>
    /// <param name="xName">Label of the horizontal axis, with its unit.</param>
    /// <param name="yName">Label of the vertical axis, with its unit.</param>
    /// <param name="boundary">The x at which a rule changes its answer, marked by a dotted line; null for no
    /// line.</param>
    /// <exception cref="ArgumentException">There are no points, one is not finite, there are more values on one axis
    /// than on the other, or a curve is finite nowhere.</exception>
    public static Picture Fit(
        IEnumerable<double> x, IEnumerable<double> y, IEnumerable<(string Name, Func<double, double> Curve)> curves,
        string xName = "x", string yName = "y", double? boundary = null)
    {
        (double[] places, double[] values) = Checked.Points(x, y, "The points'");
        (string Name, Func<double, double> Curve)[] all = [.. curves ?? []];
        Interval shown = Intervals.Around(places, 0.05);
        double[] line = Intervals.EvenlySpaced(shown.From, shown.To, CurvePoints);

        LineAxes axes = new(xName, yName, LogY: false);
        List<FigurePart> traces = [];
        for (int k = 0; k < all.Length; k++)
        {
            (string name, Func<double, double> curve) = all[k];
            if (curve is null)
                throw new ArgumentException($"The curve '{name}' is null.", nameof(curves));
            double[] heights = [.. line.Select(curve).Select(height => double.IsFinite(height) ? height : double.NaN)];
            traces.Add(new Curve(name, line, heights).CheckedOn(axes).ToTrace(k + 1));
        }
        if (boundary is { } place)
        {
            traces.Add(Line(
                [(place, values.Min()), (place, values.Max())], Stroke(Palette.Ink, 1.5, "dot"),
                $"boundary {NumberText.Html(Math.Round(place, 3))}", showLegend: true));
        }
        FigurePart marker = Marker(
            Palette.Of(0), MarkerSize(places.Length), opacity: 0.6, line: Stroke(Palette.Ground, 1));
        traces.Add(Points(places.Zip(values), marker, "examples", showLegend: true));
        return Picture.Of(new Figure(traces, new() { ["xaxis"] = Axis.Of(xName), ["yaxis"] = Axis.Of(yName) }));
    }
}
