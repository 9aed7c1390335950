using System.Globalization;
using System.Text.Json;
using static NeuralNotebooks.Plotting.Tests.Samples;
using M = NeuralNotebooks.Matrix<double>;

namespace NeuralNotebooks.Plotting.Tests;

/// <summary>Facts about the figures of plots, and where each is seen. Figures.approved.txt has the values.</summary>
public class FigureTests
{
    private static readonly M _w = Matrix.Of(new[,] { { -1, 2, 0 }, { 0.5, -4, 1 } }),
        _map = Matrix.Zeros<double>(2, 1),
        _wide = Matrix.Zeros<double>(2, 6);

    private static readonly double[] _x = [1, 10, 100];

    private static readonly double[][] _runs = [[4, 2, 1], [6, 2, 3], [5, 5, 2]];

    private static readonly (string, IEnumerable<(double, IEnumerable<double>)>) _adam = (
        "Adam",
        [
            (0.1, [0.02, 0.04]),
            (0.001, [1.0, 2.0]),
            (1.0, [0.001, double.NaN]),
            (10.0, [double.PositiveInfinity, double.NaN]),
        ]
    );

    /// <summary>Paths begin at the figure, or, after a name and a colon, at the trace of that name.</summary>
    private static readonly Dictionary<string, (Func<Picture> Plot, string[] Paths)> _facts = new()
    {
        ["A heat map is centred on zero and has its numbers in the cells"] = (
            () => Plot.HeatMap(_w, "W"),
            ["data[0].zmin", "data[0].zmax", "data[1].text", "layout.yaxis.autorange"]
        ),
        ["The colours of entries that are all positive begin at zero"] = (
            () => Plot.HeatMap(Matrix.Row(0, 2, 5)),
            ["data[0].zmin", "data[0].zmax"]
        ),
        ["A logarithmic heat map spreads the powers of ten and leaves zeros empty"] = (
            () => Plot.HeatMap(Matrix.Row(0, 0.001, 10), logarithmic: true),
            ["data[0].z[0]", "data[0].zmin", "data[0].zmax", "data[0].colorbar.ticktext"]
        ),
        ["Heat maps share one scale and one colour bar, and each has the colours of its numbers"] = (
            () => Plot.HeatMaps(("before", _w), ("after", 2.0 * _w)),
            [
                "data[0].zmax",
                "data[1].zmax",
                "data[0].showscale",
                "data[1].showscale",
                "data[1].xaxis",
                "data[2].textfont.color",
                "data[2].xaxis",
                "data[3].xaxis",
            ]
        ),
        ["Heat maps have names and do not repeat those of their neighbour"] = (
            () =>
                Plot.HeatMaps(
                    ("a", _map, ["upper", "lower"], ["x₁"]),
                    ("b", _map, ["upper", "lower"], ["x₂"]),
                    ("c", _map, ["p", "q"], ["x₃"])
                ),
            [
                "layout.yaxis.ticktext",
                "layout.yaxis2.ticktext",
                "layout.yaxis3.ticktext",
                "layout.xaxis.ticktext",
                "layout.xaxis2.ticktext",
                "layout.xaxis3.ticktext",
            ]
        ),
        ["Two wide heat maps stand side by side"] = (
            () => Plot.HeatMaps(("a", _wide), ("b", _wide)),
            ["layout.grid.rows"]
        ),
        ["Heat maps wider than a page wrap"] = (
            () => Plot.HeatMaps(("a", _wide), ("b", _wide), ("c", _wide), ("d", _wide)),
            ["layout.grid.rows", "layout.grid.columns"]
        ),
        ["A matrix of floats is drawn like one of doubles"] = (
            () => Plot.HeatMap(Matrix.Of(new[,] { { 0.25f } })),
            ["data[0].z"]
        ),
        ["A large matrix has no numbers in its cells"] = (
            () => Plot.HeatMap(Matrix.Zeros<float>(13, 2)),
            ["data[0].type", "data[1]"]
        ),
        ["Axes are logarithmic on request"] = (
            () => Plot.Lines([("ratio", new[] { 0.001, 0.1 }, new[] { 1.0, 2.0 })], x: "α", y: "ratio", logX: true),
            ["layout.xaxis.type", "layout.xaxis.title.text", "layout.yaxis.type"]
        ),
        ["A logarithmic axis has plain labels at powers of ten"] = Logarithmic(0.001, 1),
        ["It has powers where a label would be long"] = Logarithmic(1e-6, 1),
        ["It has 1, 2 and 5 in every decade where there are few"] = Logarithmic(0.3, 3),
        ["It has factors and powers where decades are few and labels long"] = Logarithmic(2e-5, 1e-4),
        ["It has a label for every third power where there are many"] = Logarithmic(1e-20, 1),
        ["A name with markup is shown as it is written"] = (
            () => Plot.Lines([("a <b>& c", [1.0, 2.0])]),
            ["data[0].name"]
        ),
        ["NaN is a gap in a line, and one line needs no legend"] = (
            () => Plot.Lines([("loss", [2, double.NaN, 1])]),
            ["data[0].y", "layout.showlegend"]
        ),
        ["Names stand at the ends of lines that end apart, and a narrow page has a legend"] = (
            () => Plot.Lines([("up", [0.0, 1]), ("down", [1.0, 0])]),
            [
                "layout.annotations[0].text",
                "layout.annotations[0].y",
                "layout.annotations[1].text",
                "layout.annotations[1].y",
                "layout.showlegend",
                "narrow.showlegend",
            ]
        ),
        ["Named lines end just before the edge on logarithmic axes too"] = (
            () => Plot.Lines([("up", [1.0, 100], [1.0, 2]), ("down", [1.0, 100], [2.0, 1])], logX: true),
            ["layout.xaxis.range"]
        ),
        ["Many lines have a legend"] = (
            () => Plot.Lines(Enumerable.Range(0, 6).Select(k => ($"{k}", (IEnumerable<double>)[0, k]))),
            ["layout.annotations"]
        ),
        ["Lines that end together have a legend"] = (
            () => Plot.Lines(Enumerable.Range(0, 5).Select(k => ($"{k}", (IEnumerable<double>)[k, 0]))),
            ["layout.annotations"]
        ),
        ["A line that ends early leaves the names to a legend"] = (
            () => Plot.Lines([("short", [0.0, 1]), ("long", [1.0, 1, 1, 1, 0])]),
            ["layout.annotations"]
        ),
        ["Names of lines that end close to each other are moved apart in their order"] = (
            () => Plot.Lines([("upper", [0.0, 0.51]), ("lower", [1.0, 0.49])]),
            ["layout.annotations[0].yshift", "layout.annotations[1].yshift"]
        ),
        ["Every panel has axes of its own that match the first"] = (
            () => Panels(4),
            [
                .. Each("data[{0}].xaxis", 1, 3),
                .. Each("layout.xaxis{0}.matches", 2, 3),
                "layout.yaxis3.matches",
                "layout.yaxis3.anchor",
            ]
        ),
        ["Labels of panels stand on the left and below only"] = (
            () => Panels(4),
            [
                "layout.xaxis.showticklabels",
                .. Each("layout.xaxis{0}.showticklabels", 2, 3),
                "layout.yaxis.showticklabels",
                .. Each("layout.yaxis{0}.showticklabels", 2, 3),
                "layout.xaxis.title",
                .. Each("layout.xaxis{0}.title.text", 2, 3),
            ]
        ),
        ["A panel with none below it has its labels: three above, two below"] = (
            () => Panels(5),
            Each("layout.xaxis{0}.showticklabels", 2, 2)
        ),
        ["A series has one legend entry and one style in all panels"] = (
            () => Plot.SmallMultiples([("one", [("a", _x, _x), ("b", _x, _x)]), ("two", [("b", _x, _x)])]),
            [
                .. Each("data[{0}].showlegend", 0, 3),
                .. Each("data[{0}].line.color", 0, 3),
                .. Each("data[{0}].line.dash", 0, 3),
            ]
        ),
        ["Logarithms hold for the axes of all panels"] = (
            () => Panels(2, log: true),
            ["layout.xaxis.type", "layout.xaxis2.type", "layout.yaxis.type", "layout.yaxis2.type"]
        ),
        ["The line of a band is the mean, and the band goes along the largest and back along the smallest"] = (
            () => Plot.Bands([("Adam", _runs)]),
            ["data[1].y", "data[0].y", "data[0].x", "data[0].fill"]
        ),
        ["Bands are behind all lines and are toggled with their own"] = (
            () => Plot.Bands([("a", _runs), ("b", _runs)]),
            [
                .. Each("data[{0}].showlegend", 0, 4),
                .. Each("data[{0}].legendgroup", 0, 4),
                "data[2].line.dash",
                "data[3].line.dash",
            ]
        ),
        ["The first value of a band is plotted at the given x"] = (
            () => Plot.Bands([("Adam", _runs)], first: 1),
            ["data[1].x"]
        ),
        ["Runs that share a single x have their mean there"] = (
            () => Plot.Bands([("a", [(new[] { 0.0, 1 }, new[] { 5.0, 7 }), (new[] { 1.0, 2 }, new[] { 9.0, 1 })])]),
            ["data[1].x", "data[1].y"]
        ),
        ["A scatter plot has one trace and one symbol for each class"] = (
            () => Plot.Scatter(Corners),
            ["data[0].name", "data[1].name", "data[0].marker.symbol", "data[1].marker.symbol"]
        ),
        ["A ring of points is round"] = (
            () => Plot.Scatter(SyntheticData.Rings(200, seed: 1)),
            ["layout.yaxis.scaleanchor"]
        ),
        ["Petals need no round picture"] = (() => Plot.Scatter(Iris.Load(), 2, 3), ["layout.yaxis.scaleanchor"]),
        ["Misclassified examples are ringed"] = (
            () => Plot.DecisionRegions(Zero(2), Corners),
            ["misclassified: x"]
        ),
        ["A confusion matrix counts, and its colours are parts of a row"] = (
            () => Plot.ConfusionMatrix(ConfusionMatrix.Of([0, 0, 1, 1], [0, 1, 1, 1], ["cat", "dog"])),
            ["data[0].text", "data[0].z"]
        ),
        ["A strip has a line at the mean"] = (() => Plot.Strip([("a", [1.0, 3.0])]), ["data[1].y"]),
        ["Points alone are a fit"] = (() => Plot.Fit([0.0, 1], [1.0, 3], []), ["data[0].name", "data[1]"]),
        ["Labels at one place are stacked away from the other label"] = (
            () => Plot.Fit([1.0, 1, 1, 2, 2], [0.0, 0, 0, 1, 1], []),
            ["points: y"]
        ),
        ["The axis of two labels has numbers from one to the other, and none where points are stacked"] = (
            () => Plot.Fit([1.0, 1, 1, 2, 2], [0.0, 0, 0, 1, 1], []),
            ["layout.yaxis.tickvals", "layout.yaxis.ticktext"]
        ),
        ["A boundary is a line from the lowest point to the highest"] = (
            () => Plot.Fit([0.0, 3], [1.0, 5], [], boundary: 1.6321),
            ["boundary 1.632: x", "boundary 1.632: y"]
        ),
        ["The best rate is ringed and named among those at which nothing diverged"] = (
            () => Plot.RateSweep([_adam]),
            ["best: x", "best: y", "layout.annotations[0].text"]
        ),
        ["Every run that converged is a point, and the mean has a gap where one diverged"] = (
            () => Plot.RateSweep([_adam]),
            ["one run: x", "mean: x", "mean: y", "diverged: x", "diverged: text"]
        ),
        ["A loss above the limit has diverged"] = (
            () => Plot.RateSweep([("SGD", [(0.1, [0.5]), (1.0, [1e30])])], limit: 100),
            ["diverged: x", "one run: x"]
        ),
        ["Where every rate diverges there is no best one"] = (
            () => Plot.RateSweep([("SGD", [(0.1, [double.NaN]), (1.0, [double.PositiveInfinity])])]),
            ["best: x"]
        ),
        ["Diverged runs are plotted above all others and inside the picture, whose axis has powers of ten"] = (
            () => Plot.RateSweep([_adam]),
            ["diverged: y", "layout.yaxis.range"]
        ),
        ["Four optimizers are two by two with one legend and rates on logarithmic axes"] = (
            () => Plot.RateSweep(new[] { "a", "b", "c", "d" }.Select(name => (name, _adam.Item2))),
            [
                "layout.xaxis4.type",
                "layout.xaxis.domain",
                "layout.xaxis3.domain",
                "layout.yaxis.domain",
                "layout.yaxis2.domain",
                .. Each("data[{0}].showlegend", 0, 16),
            ]
        ),
        ["A slope meets the roof where intensity times bandwidth is the peak, where the fastest begins it"] = (
            () => Roofline(("product", 85, 80)),
            ["memory: x", "memory: y", "cache: x", "cache: y", "peak: x", "peak: y"]
        ),
        ["Work is plotted at its intensity and speed, on logarithmic axes"] = (
            () => Roofline(("product", 85, 80)),
            ["product: x", "product: y", "layout.xaxis.type", "layout.yaxis.type"]
        ),
        ["A seventh piece of work does not look like the first"] = (
            () => Roofline([.. Enumerable.Range(1, 7).Select(k => ($"work {k}", 1.0, (double)k))]),
            ["work 1: marker.color", "work 7: marker.color", "work 1: marker.symbol", "work 7: marker.symbol"]
        ),
    };

    public static TheoryData<string> Facts => [.. _facts.Keys];

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_figure_holds(string fact)
    {
        Page page = Page.Of(_facts[fact].Plot());

        ApprovedTexts.Check(
            "Plots/Figures",
            fact,
            string.Concat(_facts[fact].Paths.Select(path => $"{path} is {Written(At(page, path.Split(": ")))}\n"))
        );
    }

    private static string[] Each(string path, int first, int count) =>
        [.. Enumerable.Range(first, count).Select(k => string.Format(CultureInfo.InvariantCulture, path, k))];

    private static (Func<Picture>, string[]) Logarithmic(double from, double to) =>
        (
            () => Plot.Lines([("a", new double[] { 0, 1 }, new[] { from, to })], logY: true),
            ["layout.yaxis.ticktext", "layout.yaxis.tickvals"]
        );

    private static Picture Panels(int count, bool log = false) =>
        Plot.SmallMultiples(
            Enumerable
                .Range(0, count)
                .Select(k =>
                    ($"panel {k}", (IEnumerable<(string, IEnumerable<double>, IEnumerable<double>)>)[("a", _x, _x)])
                ),
            "step",
            "loss",
            logX: log,
            logY: log
        );

    private static Picture Roofline(params (string, double, double)[] work) =>
        Plot.Roofline(100, [("memory", 10), ("cache", 50)], work);

    /// <summary>The part of the figure, or nothing where there is none.</summary>
    private static JsonElement At(Page page, string[] path)
    {
        try
        {
            return path.Length == 2 ? page.Trace(path[0]).At(path[1]) : page.Frame(0).At(path[0]);
        }
        catch (Exception none)
            when (none is KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            return default;
        }
    }

    private static string Written(JsonElement part) =>
        part.ValueKind switch
        {
            JsonValueKind.Undefined => "not there",
            JsonValueKind.Number => part.GetDouble().ToString("G9", CultureInfo.InvariantCulture),
            JsonValueKind.Array => $"[{string.Join(", ", part.EnumerateArray().Select(Written))}]",
            _ => part.ToString(),
        };
}
