namespace NeuralNotebooks.Plotting;

/// <summary>Data, and a model of them with two parameters: each point of its loss surface is one curve through the
/// data.</summary>
/// <param name="X">The examples' feature.</param>
/// <param name="Y">What is to be predicted.</param>
/// <param name="Curve">The prediction for the parameters of the surface, in their order, and a feature: <c>(w, b, x)
/// =&gt; w * x + b</c>.</param>
/// <param name="XName">What the feature is, with its unit.</param>
/// <param name="YName">What is predicted, with its unit.</param>
public sealed record FitData(
    IEnumerable<double> X, IEnumerable<double> Y, Func<double, double, double, double> Curve, string XName = "x",
    string YName = "y")
{
    private const int CurvePoints = 60;

    /// <summary>The mean of y at each x, which is a share if y is 0 or 1.</summary>
    /// <param name="x">The examples' feature, 1 × m.</param>
    /// <param name="y">What is to be predicted, 1 × m.</param>
    /// <param name="curve">The prediction for the parameters of the surface and a feature.</param>
    /// <param name="xName">What the feature is, with its unit.</param>
    /// <param name="yName">What is predicted, with its unit.</param>
    public static FitData OfMeans(
        Matrix<double> x, Matrix<double> y, Func<double, double, double, double> curve, string xName = "x",
        string yName = "y")
    {
        (double[] X, double[] Y) given = Checked.Points(x.AsSpan().ToArray(), y.AsSpan().ToArray(), "The data's");
        IGrouping<double, double>[] groups =
            [.. given.X.Zip(given.Y).GroupBy(point => point.First, point => point.Second)];
        return new(groups.Select(group => group.Key), groups.Select(Enumerable.Average), curve, xName, yName);
    }

    /// <summary>A function that puts the data, which are the same in all frames, beside a surface, with the curve of
    /// each path at a step.</summary>
    internal Func<Figure, Trajectory[], int, Figure> Beside()
    {
        (double[] x, double[] labels) = Checked.Points(X, Y, "The data's");
        double[] stacked = StackedLabels.Of(x, labels);
        Interval across = Checked.Around(x, 0.05);
        double[] places = Intervals.EvenlySpaced(across.From, across.To, CurvePoints);
        FigurePart points = Points(
            x.Zip(stacked), Marker(Palette.Faint(Palette.Ink, 0.35), 6), "data", showLegend: false).OnPanel(1);
        FigurePart up = Axis.Of(YName, Checked.Around(stacked, 0.05));
        StackedLabels.SetTicks(up, labels, stacked);
        return (figure, lines, step) =>
        {
            figure.Layout.SetGrid(1, 2, (0.23, 0.3), []);
            figure.Layout.SetAxes(1, Axis.Of(XName, across), up);
            IEnumerable<FigurePart> curves = lines.Select((line, k) => Line(
                places.Select(place => (place, Math.Round(Curve(line.At(step).X, line.At(step).Y, place), 4))),
                Stroke(Palette.Of(k), 2.5, Palette.Dash(k)), showLegend: false).OnPanel(1));
            return figure with { Traces = [.. figure.Traces, points, .. curves] };
        };
    }
}
