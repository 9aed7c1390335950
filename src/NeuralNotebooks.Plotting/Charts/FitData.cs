namespace NeuralNotebooks.Plotting;

/// <summary>Data, and a model of them with two parameters: each point of its loss surface is one curve through the
/// data.</summary>
/// <param name="X">The examples' feature.</param>
/// <param name="Y">What is to be predicted. The mean at each x is drawn, which is a share if it is 0 or 1.</param>
/// <param name="Curve">The prediction for the parameters of the surface, in their order, and a feature: <c>(w, b, x)
/// =&gt; w * x + b</c>.</param>
/// <param name="XName">What the feature is, with its unit.</param>
/// <param name="YName">What is predicted, with its unit.</param>
public sealed record FitData(
    IEnumerable<double> X, IEnumerable<double> Y, Func<double, double, double, double> Curve, string XName = "x",
    string YName = "y")
{
    private const int CurvePoints = 60;

    /// <summary>A function that puts the data, which are the same in all frames, beside a surface, with the curve of
    /// each path at a step.</summary>
    internal Func<Figure, Trajectory[], int, Figure> Beside()
    {
        (double[] x, double[] y) = Checked.Points(X, Y, "The data's");
        Point[] means = [.. x.Zip(y).GroupBy(point => point.First, point => point.Second)
            .Select(same => (same.Key, same.Average()))];
        Interval across = Intervals.Around(x, 0.05);
        double[] places = Intervals.EvenlySpaced(across.From, across.To, CurvePoints);
        FigurePart points = Points(
            means, Marker(Palette.Faint(Palette.Ink, 0.35), 6), "data", showLegend: false).OnPanel(1);
        FigurePart up = Axis.Of(YName, Intervals.Around(means.Select(mean => mean.Y), 0.05));
        return (figure, lines, step) =>
        {
            figure.Layout.SetGrid(1, 2, (0.23, 0.3), []);
            figure.Layout.SetAxes(1, Axis.Of(XName, across), up);
            IEnumerable<FigurePart> curves = lines.Select((line, k) => Line(
                places.Select(x => (x, SignificantDigits.Round(Curve(line.At(step).X, line.At(step).Y, x), 5))),
                Stroke(Palette.Of(k), 2.5, Palette.Dash(k)), showLegend: false).OnPanel(1));
            return figure with { Traces = [.. figure.Traces, points, .. curves] };
        };
    }
}
