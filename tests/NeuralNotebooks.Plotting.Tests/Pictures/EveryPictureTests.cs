using static NeuralNotebooks.Plotting.Tests.Samples;

namespace NeuralNotebooks.Plotting.Tests;

/// <summary>What pictures of all kinds have in common: words for those who do not see them, and no locale.</summary>
public class EveryPictureTests
{
    // The first picture of all carries plotly.js: it must not be one of those that are compared.
    static EveryPictureTests() => Plot.Lines([("first", [1.0, 2.0])]).ToHtml();

    private static readonly Dataset<double> _threeFeatures = new(
        Matrix.Of(new double[,] { { 0, 1 }, { 0, 1 }, { 2, 4 } }),
        Matrix.Row(0.0, 1),
        ["a", "b", "c"]
    );

    private static readonly Matrix<double> _column = Matrix.Column(2, -1), _row = Matrix.Row(3, 0.5, 1);

    private static readonly Dictionary<string, Func<Picture>> _pictures = new()
    {
        ["lines"] = () => Plot.Lines([("training", [2.0, 0.5]), ("validation", [3.0, 1.0])], x: "epoch", y: "loss"),
        ["a line with a gap"] = () => Plot.Lines([("loss", [2, double.NaN, 1])]),
        ["a line that turns"] = () => Plot.Lines([("loss", [2, 0.5, 4, 1])]),
        ["a line whose lowest point is written like its end"] = () => Plot.Lines([("loss", [2, 0.99999, 1])]),
        ["bands"] = () => Plot.Bands([("Adam", new double[][] { [4, 2, 1], [6, 2, 3], [5, 5, 2] })], y: "loss"),
        ["bars"] = () => Plot.Bars([("linear", 52), ("3 tanh", 100)], y: "accuracy (%)"),
        ["a strip"] = () => Plot.Strip([("a", [1.0, 3.0])], y: "accuracy"),
        ["a heat map"] = () => Plot.HeatMap(Matrix.Of(new[,] { { -1, 2, 0 }, { 0.5, -4, 1 } }), "W"),
        ["a heat map of positive entries"] = () => Plot.HeatMap(Matrix.Row(0, 2, 5)),
        ["points"] = () => Plot.Scatter(Corners),
        ["points of classes that are named by numbers"] = () => Plot.Scatter(SyntheticData.Xor()),
        ["decision regions"] = () => Plot.DecisionRegions(Xor(), Corners),
        ["decision regions with mistakes"] = () => Plot.DecisionRegions(Zero(2), Corners),
        ["decision regions of three features"] = () => Plot.DecisionRegions(Zero(3), _threeFeatures),
        ["a confusion matrix"] = () =>
            Plot.ConfusionMatrix(ConfusionMatrix.Of([0, 0, 1, 1], [0, 1, 1, 1], ["cat", "dog"])),
        ["the hidden space"] = () => Plot.HiddenSpace(Xor(), Corners),
        ["the hidden space in time"] = () => Plot.HiddenSpace([("start", Xor()), ("end", Xor())], Corners),
        ["a fit"] = () => Plot.Fit([0.0, 1], [1.0, 3], [("flat", _ => 2)], xName: "length", yName: "width"),
        ["a probability"] = () => Plot.Probability((a, b) => a + b is > 0.5 and < 1.5 ? 0.9 : 0.1, Corners),
        ["a probability that is wrong twice"] = () => Plot.Probability((_, _) => 0.9, Corners),
        ["a sweep of the rate"] = () =>
            Plot.RateSweep([
                ("Adam", [(0.1, [0.02, 0.04]), (1.0, [0.001, double.NaN]), (10.0, [double.NaN, double.NaN])]),
            ]),
        ["a sweep without a best rate"] = () =>
            Plot.RateSweep([("SGD", [(0.1, [double.NaN]), (1.0, [double.PositiveInfinity])])]),
        ["a roofline"] = () =>
            Plot.Roofline(100, [("memory", 10), ("cache", 50)], [("dot product", 0.25, 2.5), ("product", 85, 80)]),
        ["a path that leaves"] = () => Path((1, 0), (-1.5, 0), (10, 0), (-1e9, 0)),
        ["a path beside its data"] = () =>
            Plot.Trajectories(
                (w, b) => w * w + b * b,
                (-2, 2),
                (-2, 2),
                [("descent", [(1, 1), (0, 0)])],
                fit: new([0, 10], [1, 5], (w, b, x) => w * x + b, "length (cm)", "width (cm)")
            ),
        ["an equation"] = () =>
            Plot.Equation(("", "δ", _column), ("·", "aᵀ", _row), ("=", "∂L/∂W", _column * _row)),
        ["images"] = () => Plot.Images(Matrix.Zeros<double>(6, 2), 2, 3, ["4 & 9", "7"], title: "Misread"),
        ["a network"] = () => Plot.Network([["a", "b < c"], ["upper", "lower", "third"], ["ŷ"]]),
        ["a network with δ"] = () =>
            Plot.Network([["x"], ["upper", "lower"], ["ŷ"]], deltas: [Matrix.Column(-0.5, 0.25), Matrix.Column(2)]),
        ["a network with δ of two examples"] = () => Plot.Network([["x"], ["ŷ"]], deltas: [Matrix.Row(-3, 1)]),
        ["backpropagation"] = () => Plot.Backpropagation([["x₁", "x₂"], ["p", "q"], ["ŷ"]], Played()),
        ["a circuit"] = () => Circuit.Of(AfterBackward(TestCircuits.SumAndProduct())),
        ["a circuit before backward"] = () => Circuit.Of(TestCircuits.SumAndProduct()),
        ["a circuit with a hyphen and a minus"] = () => Circuit.Of((new Value(2, "pre-z") * -3).Named("L")),
        ["a slider of circuits"] = () => Circuit.Slider("b", [1, 3, 5, 9], TestCircuits.SigmoidUnit),
    };

    public static TheoryData<string> Pictures => [.. _pictures.Keys];

    [Theory]
    [MemberData(nameof(Pictures))]
    public void A_picture_is_described_in_words(string name)
    {
        Picture picture = _pictures[name]();

        ApprovedTexts.Check("Pictures/Words", name, $"{picture.AlternativeText}\n{picture.Caption}".TrimEnd() + "\n");
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void A_picture_is_the_same_in_every_locale(string name)
    {
        string english = _pictures[name]().ToHtml();

        using IDisposable comma = DecimalComma.Begin();

        Assert.Equal(english, _pictures[name]().ToHtml());
    }

    private static Picture Path(params (double X, double Y)[] points) =>
        Plot.Trajectories((x, y) => x * x + 2 * y * y, (-2, 2), (-2, 2), [("wild", points)]);

    private static Mlp<double> Played()
    {
        Mlp<double> network = Xor();
        network.Forward(Matrix.Column(1, 2));
        network.Backward(Matrix.Column(-2.0));
        return network;
    }

    private static Value AfterBackward(Value result)
    {
        result.Backward();
        return result;
    }
}
