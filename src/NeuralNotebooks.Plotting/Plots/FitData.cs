using System.Text.Json.Nodes;
using Plotly.NET;
using Plotly.NET.TraceObjects;
using Chart = Plotly.NET.CSharp.Chart;

namespace NeuralNotebooks.Plotting;

/// <summary>What a point of a loss surface means: data, and the curve that its two parameters draw through them.</summary>
/// <param name="X">The examples' feature.</param>
/// <param name="Y">What is to be predicted.</param>
/// <param name="Curve">The prediction for the parameters of the surface, in their order, and a feature: <c>(w, b, x) =&gt; w * x + b</c>.</param>
/// <param name="XName">What the feature is, with its unit.</param>
/// <param name="YName">What is predicted, with its unit.</param>
public sealed record FitData(IEnumerable<double> X, IEnumerable<double> Y, Func<double, double, double, double> Curve, string XName = "x", string YName = "y")
{
    // Fractions of the picture's width, and on a narrow page of its height.
    private const double LeftPart = 0.44, RightPart = 0.57, UpperPart = 0.58, LowerPart = 0.42;

    private const int CurvePoints = 60, NarrowHeight = 760;

    /// <summary>The panels for the steps of some paths, to be put beside their surface.</summary>
    internal Panel ToPanel()
    {
        double[] x = Checked.Numbers(X, "The data's x"), y = Checked.Numbers(Y, "The data's y");
        return x.Length == y.Length ? new(this, x, y)
            : throw new ArgumentException(FormattableString.Invariant($"The data have {x.Length} values of x and {y.Length} of y: a point needs both."));
    }

    /// <summary>The data beside a surface, the same in all frames.</summary>
    internal sealed class Panel(FitData data, double[] x, double[] y)
    {
        private readonly (double From, double To) _x = WithMargin(x, 0.05), _y = WithMargin(y, 0.12);
        private readonly JsonObject _points = OnSecondAxes(FigureData.Of(Chart.Point<double, double, string>(
            x, y.Distinct().Count() == 2 ? Plot.Stacked(x, y) : y, Name: "data", ShowLegend: false,
            Marker: Marker.init(Color: Color.fromString(Palette.Ink + "/0.35"), Size: 6))).Trace(0));

        /// <summary>Puts the data and the curve of each path at a step to the right of the surface, and on a narrow page below it.</summary>
        public FigureData Beside(FigureData figure, Trajectory[] lines, int step)
        {
            figure.Traces.Add(_points);
            double[] places = Plot.Range(_x.From, _x.To, CurvePoints);
            for (int k = 0; k < lines.Length; k++)
            {
                (double w, double b) = lines[k].At(step);
                figure.Traces.Add(OnSecondAxes(FigureData.Of(Chart.Line<double, double, string>(
                    places, places.Select(place => Height(data.Curve(w, b, place))).ToArray(), Name: Styling.Verbatim(lines[k].Name), ShowLegend: false,
                    LineColor: Palette.Of(k), LineWidth: 2.5, LineDash: Plot.Dash(k))).Trace(0)));
            }

            JsonObject wide = Axes(figure.Layout, (0, LeftPart), (0, 1), (RightPart, 1), (0, 1));
            JsonObject narrow = Axes(figure.Layout, (0, 1), (UpperPart, 1), (0, 1), (0, LowerPart));
            narrow["height"] = NarrowHeight;
            foreach ((string name, JsonNode? axis) in wide)
                figure.Layout[name] = axis!.DeepClone();
            return figure.WithNarrow(narrow);
        }

        // A line that explodes leaves the picture; farther away its direction no longer changes.
        private double Height(double value) =>
            double.IsFinite(value) ? Math.Round(Math.Clamp(value, _y.From - 100 * (_y.To - _y.From), _y.To + 100 * (_y.To - _y.From)), 4) : double.NaN;

        private JsonObject Axes(JsonObject layout, (double, double) surfaceX, (double, double) surfaceY, (double, double) fitX, (double, double) fitY) => new()
        {
            ["xaxis"] = Axis(layout["xaxis"], surfaceX, "y"),
            ["yaxis"] = Axis(layout["yaxis"], surfaceY, "x"),
            ["xaxis2"] = Axis(Titled(data.XName, _x), fitX, "y2"),
            ["yaxis2"] = Axis(Titled(data.YName, _y), fitY, "x2"),
        };

        private static JsonObject Axis(JsonNode? axis, (double From, double To) domain, string anchor)
        {
            JsonObject placed = axis!.DeepClone().AsObject();
            placed["domain"] = new JsonArray(domain.From, domain.To);
            placed["anchor"] = anchor;
            return placed;
        }

        private static JsonObject Titled(string title, (double From, double To) range) =>
            new() { ["title"] = new JsonObject { ["text"] = Styling.Verbatim(title) }, ["range"] = new JsonArray(range.From, range.To) };

        private static JsonObject OnSecondAxes(JsonObject trace)
        {
            trace["xaxis"] = "x2";
            trace["yaxis"] = "y2";
            return trace;
        }

        private static (double From, double To) WithMargin(double[] values, double part)
        {
            double low = values.Min(), high = values.Max(), margin = high > low ? part * (high - low) : 1;
            return (low - margin, high + margin);
        }
    }
}
