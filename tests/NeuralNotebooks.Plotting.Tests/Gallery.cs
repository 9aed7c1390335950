using static NeuralNotebooks.Plotting.Plot;
using static NeuralNotebooks.Plotting.Tests.Samples;
using Chart = Plotly.NET.CSharp.Chart;
using M = NeuralNotebooks.Matrix<double>;

namespace NeuralNotebooks.Plotting.Tests;

/// <summary>Pictures of all kinds by name. Words.approved.txt describes each of them; Figures.approved.txt and
/// Diagrams.approved.txt have facts about some, after the name and a colon.</summary>
internal static class Gallery
{
    private static readonly M _w = Matrix.Of(new[,] { { -1, 2, 0 }, { 0.5, -4, 1 } }),
        _map = Matrix.Zeros<double>(2, 1),
        _column = Matrix.Column(2, -1),
        _row = Matrix.Row(3, 0.5, 1),
        _outer = _column * _row,
        _mask = Matrix.Of(new double[,] { { 1, 0, 1 }, { 0, 1, 0 } });

    private static readonly double[] _x = [1, 10, 100];

    private static readonly double[][] _runs = [[4, 2, 1], [6, 2, 3], [5, 5, 2]];

    private static readonly Dataset<double> _threeFeatures = new(
        Matrix.Of(new double[,] { { 0, 1 }, { 0, 1 }, { 2, 4 } }), Matrix.Row(0.0, 1), ["a", "b", "c"]);

    public static readonly Dictionary<string, Func<Picture>> Pictures = new()
    {
        ["series of Plotly.NET"] = () => Picture.Of(Chart.Combine([
            Chart.Point<double, double, string>(_x, _x, Name: "points"),
            Chart.Line<double, double, string>(_x, _x, Name: "dotted", LineDash: StyleParam.DrawingStyle.Dot),
            Chart.Line<double, double, string>(_x, _x, Name: "plain"),
            Chart.Line<double, double, string>(_x, _x, Name: "red", LineColor: Color.fromString("crimson"))])),
        ["bars of Plotly.NET"] = () => Picture.Of(
            Chart.Column<double, string, string>([0.25, -1.23456], Keys: new[] { "a", "b" }).WithNumbers()),
        ["a point of Plotly.NET"] = () => Picture.Of(Chart.Point<double, double, string>([0.25], [1.5], Name: "work")),
        ["panels of Plotly.NET"] = () => Picture.Of(Chart.Grid(
            [Chart.Line<double, double, string>(_x, _x), Chart.Line<double, double, string>(_x, _x)],
            1, 2, SubPlotTitles: new[] { "loss", "accuracy" })),
        ["distributions of Plotly.NET"] = () => Picture.Of(Chart.Combine([
            Chart.Histogram<double, double, string>(X: _x, Name: "one"),
            Chart.Histogram<double, double, string>(X: _runs[0], Name: "two")])),
        ["groups of Plotly.NET"] = () => Picture.Of(Chart.BoxPlot<double, double, string>(
            Y: _x, Name: "group", BoxPoints: StyleParam.BoxPoints.All)),
        ["cells of Plotly.NET"] = () => Picture.Of(Chart.AnnotatedHeatmap<double, string, string, string>(
            [[-2.0, 4]], [["-2", "4"]], X: new[] { "1", "2" }, Y: new[] { "row" })),
        ["lines"] = () => Lines(("training", [2, 0.5]), ("validation", [3, 1])),
        ["a line with a gap"] = () => Lines(("loss", [2, double.NaN, 1])),
        ["a line that turns"] = () => Lines(("loss", [2, 0.5, 4, 1])),
        ["a line whose lowest point is written like its end"] = () => Lines(("loss", [2, 0.99999, 1])),
        ["a line over logarithms"] = () => Picture.Of(
            Chart.Line<double, double, string>([0.001, 0.1], [1.0, 2.0], Name: "ratio")
                .WithXAxisStyle("α").LogX().WithYAxisStyle("ratio")),
        ["sizes"] = () => Picture.Of(Chart.Line<int, double, string>([32, 64, 2048], [1.0, 2, 7]).LogX([32, 2048])),
        ["curves"] = () => Curves([new("a", _x, _x), new("b", _x, [1, double.NaN, 3])], y: "loss"),
        ["four panels"] = () => Panels(4),
        ["five panels"] = () => Panels(5),
        ["seven panels"] = () => Panels(7),
        ["panels with a series in common"] = () =>
            SmallMultiples([("one", [new("a", _x, _x), new("b", _x, _x)]), ("two", [new("b", _x, _x)])]),
        ["panels with their own vertical scales"] = () =>
            SmallMultiples([("one", [new("a", _x, _x)]), ("two", [new("a", _x, _x)])], ownScales: true),
        ["panels with logarithmic axes"] = () => Panels(2, log: true),
        ["bands"] = () => Bands([("Adam", _runs)], y: "loss"),
        ["a name with markup"] = () => Bands([("a <b>& c", _runs)]),
        ["bands of two series that begin at 1"] = () => Bands([("a", _runs), ("b", _runs)], first: 1),
        ["a strip"] = () => Strip([("a", [1.0, 3.0])], y: "accuracy"),
        ["a heat map"] = () => HeatMap(_w, "W"),
        ["a heat map of positive entries"] = () => HeatMap(Matrix.Row(0, 2, 5)),
        ["a heat map with names of its axes"] = () => HeatMap(Matrix.Filled(13, 13, 0.25),
            axes: ("row of pixels", "column of pixels")),
        ["a large heat map of floats"] = () => HeatMap(Matrix.Filled(13, 2, 0.25f)),
        ["heat maps"] = () => HeatMaps(("before", _w, null, null), ("after", 2.0 * _w, null, null)),
        ["heat maps with names"] = () =>
            HeatMaps(
                ("a", _map, ["upper", "lower"], ["x₁"]),
                ("b", _map, ["upper", "lower"], ["x₂"]),
                ("c", _map, ["p", "q"], ["x₃"])),
        ["points"] = () => Scatter(Corners),
        ["points of classes that are named by numbers"] = () => Scatter(SyntheticData.Xor()),
        ["a ring of points"] = () => Scatter(SyntheticData.Rings(200, seed: 1)),
        ["petals"] = () => Scatter(Iris.Load(), 2, 3),
        ["decision regions"] = () => DecisionRegions(Xor(), Corners),
        ["decision regions with mistakes"] = () => DecisionRegions(Zero(2), Corners),
        ["decision regions of three features"] = () => DecisionRegions(Zero(3), _threeFeatures),
        // Class 1 where the third feature is above 2.9 and below 3.1.
        ["decision regions around a mean"] = () =>
            DecisionRegions(
                new Mlp<double>([
                    new(Matrix.Of(new[,] { { 0, 0, 1.0 }, { 0, 0, -1 } }), Matrix.Column(-3.0, 3), Activation.Relu),
                    new(Matrix.Row(-1.0, -1), Matrix.Column(0.1), Activation.Identity),
                ]),
                _threeFeatures),
        ["decision regions in time"] = () => DecisionRegions([("before", Zero(2)), ("after", Xor())], Corners),
        ["the hidden space in time"] = () => HiddenSpace([("start", Xor()), ("end", Xor())], Corners),
        ["a probability with a border"] = () => Probability((a, _) => Math.Clamp(a, 0, 1), Corners,
            borders: [("a = b", (a, b) => a - b)]),
        ["a probability"] = () => Probability((a, b) => a + b is > 0.5 and < 1.5 ? 0.9 : 0.1, Corners),
        ["a probability that grows to the right"] = () => Probability((a, _) => Math.Clamp(a, 0, 1), Corners),
        ["a probability that is wrong twice"] = () => Probability((_, _) => 0.9, Corners),
        ["a probability of two of three classes"] = () =>
            Probability((_, _) => 0.9, Iris.Load().SelectFeatures(2, 3).Select(50, 100)),
        ["a path that leaves"] = () => Path((-2, 2), (1, 0), (-1.5, 0), (10, 0), (-1e9, 0)),
        ["a path in a wide picture"] = () => Path((0, 2), (1, 1), (0, 0)),
        ["a path in a picture almost too wide"] = () => Path((0, 1.7), (1, 1), (0, 0)),
        ["a path in a strip"] = () => Path((0, 1.5), (1, 1), (0, 0)),
        ["a path over steps with a logarithm"] = () =>
            Trajectories(
                (x, _) => Math.Floor(Math.Abs(x)), (-2, 2), (-1, 1), [("a", [(1, 0), (0, 0)])],
                new() { Logarithmic = true }),
        ["a path to a minimum"] = () => Trajectories(
            (x, y) => x * x + y * y, (-2, 2), (-2, 2), [("a", [(1, 1), (0, 0)])], new() { Minimum = (0, 0) }),
        ["an equation"] = () => Equation(("", "δ", _column), ("·", "aᵀ", _row), ("=", "∂L/∂W", _outer)),
        ["an equation of many signs"] = () =>
            Equation(
                ("", "δ", _column),
                ("·", "aᵀ", _row),
                ("⊙", "g′", _mask),
                ("+", "M", _mask),
                ("−", "M", _mask),
                ("=", "all", _outer.Hadamard(_mask))),
        ["an equation that adds"] = () => Equation(("", "a", _row), ("+", "b", 3 * _row), ("=", "c", 4 * _row)),
        ["an equation that begins with σ"] = () =>
            Equation(("σ", "Z", Matrix.Row(-Math.Log(3), 0, Math.Log(3))), ("=", "A", Matrix.Row(0.25, 0.5, 0.75))),
        ["an equation that begins with relu"] = () =>
            Equation(("relu", "z", Matrix.Row(-1, 2)), ("=", "h", Matrix.Row(0, 2))),
        ["an equation that begins with tanh"] = () =>
            Equation(("tanh", "z", Matrix.Row(0.5)), ("=", "h", Matrix.Row(0.46211715726))),
        ["matrices beside each other"] = () => Equation(("", "column", _column), (",", "row", _row)),
        ["images"] = () => Images(Matrix.Zeros<double>(6, 2), 2, 3, ["4 & 9", "7"], title: "Misread"),
        ["a network"] = () => Network([["a", "b < c"], ["upper", "lower", "third"], ["ŷ"]]),
        ["a network with weights"] = () => Network([["x"], ["upper", "lower"]], [Matrix.Column(-2, 1)]),
        ["a network with many weights"] = () =>
            Network([["a", "b", "c", "d"], ["e", "f", "g", "h"]], [Matrix.Filled(4, 4, 7.0)]),
        ["backpropagation"] = () =>
            Backpropagation(
                [["x₁", "x₂"], ["p", "q"], ["ŷ"]],
                Played(
                    Matrix.Column(1, 2),
                    Matrix.Column(-2.0),
                    new(Matrix.Of(new double[,] { { 1, 1 }, { 1, -1 } }), Matrix.Column(-0.5, 0), Activation.Relu),
                    new(Matrix.Row(3, 2), Matrix.Column(0.0), Activation.Identity))),
        // σ(0) = ½ with slope ¼; 3 · 1 and −1 · 2 arrive along the two paths.
        ["backpropagation along two paths"] = () =>
            Backpropagation(
                [["x"], ["h"], ["a", "b"]],
                Played(
                    Matrix.Column(1.0),
                    Matrix.Column(1, 2),
                    new(Matrix.Column(0.0), Matrix.Column(0.0), Activation.Sigmoid),
                    new(Matrix.Column(3, -1), Matrix.Column(0, 0), Activation.Identity))),
        ["a circuit"] = () =>
        {
            Value result = TestCircuits.SumAndProduct();
            result.Backward();
            return Circuit.Of(result);
        },
        ["a circuit before backward"] = () => Circuit.Of(TestCircuits.SumAndProduct()),
        ["a circuit with a hyphen and a minus"] = () => Circuit.Of((new Value(2, "pre-z") * -3).Named("L")),
        ["a circuit that is played"] = () => Circuit.Play(TestCircuits.SumAndProduct()),
    };

    public static TheoryData<string> Names => [.. Pictures.Keys];

    public static Picture Of(string fact) => Pictures[fact.Split(": ")[0]]();

    private static Picture Lines(params (string Name, double[] Y)[] lines) =>
        Picture.Of(Chart.Combine(lines.Select(line => Chart.Line<int, double, string>(
            Enumerable.Range(0, line.Y.Length), line.Y, Name: line.Name))));

    private static Picture Panels(int count, bool log = false) =>
        SmallMultiples(
            from k in Enumerable.Range(0, count) select ($"panel {k}", Enumerable.Repeat(new Curve("a", _x, _x), 1)),
            "step", "loss", logY: log);

    private static Picture Path((double, double) y, params (double X, double Y)[] points) =>
        Trajectories((x, y) => x * x + 2 * y * y, (-2, 2), y, [("wild", points)]);

    private static Mlp<double> Played(M input, M gradient, params Dense<double>[] layers)
    {
        Mlp<double> network = new(layers);
        network.Forward(input);
        network.Backward(gradient);
        return network;
    }
}
