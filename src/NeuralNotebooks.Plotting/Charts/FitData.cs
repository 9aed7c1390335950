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

    /// <summary>The chart of the data, for a place beside the loss surface.</summary>
    internal Panel ToPanel() => new(this, Checked.Points(X, Y, "The data's"));

    /// <summary>The data beside a surface, the same in all frames.</summary>
    internal sealed class Panel
    {
        private readonly FitData _data;
        private readonly double[] _labels, _stacked;
        private readonly Interval _x, _y;
        private readonly FigurePart _points;

        public Panel(FitData data, (double[] X, double[] Y) given)
        {
            (_data, _labels, _stacked) = (data, given.Y, StackedLabels.Of(given.X, given.Y));
            (_x, _y) = (Checked.Around(given.X, 0.05), Checked.Around(_stacked, 0.05));
            _points = Points(
                given.X.Zip(_stacked), Marker(Palette.Faint(Palette.Ink, 0.35), 6), "data", showLegend: false)
                .OnPanel(1);
        }

        /// <summary>Puts the data and the curve of each path at a step beside the surface.</summary>
        public Figure Beside(Figure figure, Trajectory[] lines, int step)
        {
            double[] places = Intervals.EvenlySpaced(_x.From, _x.To, CurvePoints);
            IEnumerable<FigurePart> curves = lines.Select((line, k) =>
            {
                (double w, double b) = line.At(step);
                IEnumerable<Point> curve = places.Select(place => (place, Height(_data.Curve(w, b, place))));
                return Line(curve, Stroke(Palette.Of(k), 2.5, Palette.Dash(k)), line.Name, showLegend: false)
                    .OnPanel(1);
            });
            figure.Layout.SetGrid(1, 2, (0.23, 0.3), []);
            FigurePart y = Axis.Of(_data.YName, _y);
            StackedLabels.SetTicks(y, _labels, _stacked);
            figure.Layout.SetAxes(1, Axis.Of(_data.XName, _x), y);
            return figure with { Traces = [.. figure.Traces, _points, .. curves] };
        }

        // Clamped, since the curve of a diverging path can have huge values. 100 heights outside the picture are
        // enough: farther away the visible part of the curve looks the same.
        private double Height(double value) =>
            double.IsFinite(value)
                ? Math.Round(_y.Widened(100).Clamp(value), 4)
                : double.NaN;
    }
}
