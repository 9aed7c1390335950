using static NeuralNotebooks.Plotting.Controls;
using static NeuralNotebooks.Plotting.Plot;
using static NeuralNotebooks.Plotting.Tests.Samples;
using M = NeuralNotebooks.Matrix<double>;

namespace NeuralNotebooks.Plotting.Tests;

/// <summary>Arguments of which no picture can be made. InvalidArguments.approved.txt has the messages of the
/// exceptions.</summary>
public class InvalidArgumentTests
{
    private static readonly M _column = Matrix.Column(2, -1), _row = Matrix.Row(3, 0.5, 1);

    private static readonly Mlp<double> _sigmoids =
        Mlp.Create<double>(2, [new(3, Activation.Sigmoid), new(1, Activation.Identity)]);

    private static readonly Matrix<float> _blank = Matrix.Zeros<float>(784, 1);

    private static readonly double[] _x = [1, 10, 100];

    private static readonly Dictionary<string, Func<object?>[]> _invalid = new()
    {
        ["bands"] =
        [
            () => Bands(Array.Empty<(string, IEnumerable<double[]>)>()),
            () => Bands([("a", Array.Empty<double[]>())]),
            () => Bands([("a", new double[][] { [1, 2], [3] })]),
            () => Bands([("a", new double[][] { [1], [double.NaN] })]),
            () => Bands([("a", new double[][] { [1, 0] })], logY: true),
        ],
        ["small multiples"] =
        [
            () => SmallMultiples([]),
            () => SmallMultiples([("one", [])]),
            () => SmallMultiples([("one", [new("a", [], [])])]),
            () => SmallMultiples([("one", [new("a", [double.NaN], [1])])]),
            () => SmallMultiples([("one", [new("a", [1], [double.NaN])])]),
            () => SmallMultiples([("one", [new("a", _x, [1])])]),
            () => SmallMultiples([("one", [new("a", _x, [1, double.NaN, -1])])], logY: true),
        ],
        ["strips"] = [() => Strip([("a", [])])],
        ["heat maps"] =
        [
            () => HeatMap(Matrix.Zeros<double>(0, 3)),
            () => HeatMap(_column, rows: ["only"]),
            () => HeatMaps(Array.Empty<(string, M, IReadOnlyList<string>?, IReadOnlyList<string>?)>()),
            () => HeatMaps(("W", Matrix.Column(1, double.PositiveInfinity), null, null)),
            () => HeatMaps(("a", _column, ["only"], ["x₁"])),
            () => HeatMaps(("a", _column, ["p", "q"], ["x₁", "x₂"])),
        ],
        ["points"] = [() => Scatter(Corners, 0, 2)],
        ["decision regions"] =
            [() => DecisionRegions(ThirdClass(), Corners), () => DecisionRegions([("x", Untrained(3, 1))], Corners)],
        ["hidden space"] = [() => HiddenSpace([("x", Untrained(2, 3, 1))], Corners)],
        ["fits"] =
        [
            () => Fit([0.0, 1], [1.0], []),
            () => Fit([0.0], [double.NaN], []),
            () => Fit([0.0], [1.0], [("nowhere", _ => double.NaN)]),
            () => Fit([0.0], [1.0], [("none", null!)]),
        ],
        ["probabilities"] =
        [
            () => Probability((_, _) => 1.5, Corners),
            () => Probability((_, _) => double.NaN, Corners),
            () => Probability((_, _) => 0.5, Iris.Load().SelectFeatures(0, 1)),
            () => Probability((_, _) => 0.5, Corners, 0, 2),
        ],
        ["sweeps of the rate"] =
        [
            () => RateSweep([]),
            () => RateSweep([("SGD", [])]),
            () => RateSweep([("SGD", [(1.0, [1.0]), (0.0, [1.0])])]),
            () => RateSweep([("SGD", [(0.1, [])])]),
            () => RateSweep([("SGD", [(0.1, [1.0, 0.0])])]),
        ],
        ["rooflines"] =
        [
            () => Roofline(100, [], [("a", 1, 1)]),
            () => Roofline(100, [("memory", 10)], []),
            () => Roofline(0, [("memory", 10)], [("a", 1, 1)]),
            () => Roofline(100, [("memory", -10)], [("a", 1, 1)]),
            () => Roofline(100, [("memory", 10)], [("a", 0, 1)]),
            () => Roofline(100, [("memory", 10)], [("a", 1, double.NaN)]),
        ],
        ["trajectories"] =
        [
            () => Paths((0, 1)),
            () => Paths((0, 1), ("a", [])),
            () => Paths((0, 1), ("a", [(double.NaN, 1)])),
            () => Paths((2, 1), ("a", [(0, 0)])),
            () => Trajectories((_, _) => -1, (0, 1), (0, 1), [("a", [(0, 0)])], new() { Logarithmic = true }),
            () => Trajectories(
                (w, b) => 1, (0, 1), (0, 1), [("a", [(0, 0)])], new() { Fit = new(_x, [1], (w, b, x) => b) }),
        ],
        ["equations"] =
        [
            () => Equation(),
            () => Equation(("σ", "Z", Matrix.Row(1.0)), ("=", "A", Matrix.Row(1.0))),
            () => Equation(("·", "Z", Matrix.Row(1.0))),
            () => Equation(("", "δ", _column), ("·", "aᵀ", _row), ("=", "∂L/∂W", 2 * _column * _row)),
            () => Equation(("", "δ", _column), ("·", "aᵀ", _row), ("=", "∂L/∂W", (_column * _row).T)),
            () => Equation(("", "δ", _column), ("·", "δ", _column)),
            () => Equation(("", "δ", _column), ("x", "δ", _column)),
            () => Equation(("", "long", Matrix.Ones<double>(1, 13))),
            () => Equation(("", "bad", Matrix.Row(double.NaN))),
        ],
        ["images"] =
        [
            () => Images(Matrix.Zeros<double>(6, 2), 2, 2),
            () => Images(Matrix.Zeros<double>(6, 2), 2, 3, ["one"]),
            () => WeightImages(Matrix.Row(double.NaN, 0), 1, 2),
        ],
        ["networks"] =
        [
            () => Network([["a"]]),
            () => Network([["a"], []]),
            () => Network([["a"], ["b"]], [Matrix.Column(1), Matrix.Column(1)]),
            () => Network([["a"], ["b", "c"]], [Matrix.Row(1, 2)]),
            () => Network([["a"], ["b"]], [Matrix.Column(double.NaN)]),
            () => Network([["a"], ["b"], ["c"]], deltas: [Matrix.Column(1)]),
            () => Network([["a"], ["b"]], deltas: [_column]),
            () => Network([["a"], ["b"], ["c"]], deltas: [Matrix.Column(1), Matrix.Row(1, 2)]),
        ],
        ["backpropagation"] =
        [
            () => Backpropagation([["x₁", "x₂"], ["ŷ"]], Played(examples: 1, 2, 2, 1)),
            () => Backpropagation([["x₁", "x₂"], ["ŷ"]], Played(examples: 3, 2, 1)),
            () => Backpropagation([["x"], [.. Enumerable.Repeat("u", 40)]], Played(examples: 1, 1, 40)),
        ],
        ["circuits"] =
        [
            () => Circuit.Of<Value>(null!), () => Circuit.Play<Value>(null!), () => Circuit.Of(TestCircuits.Chain(24)),
            () => Circuit.ByHand(TestCircuits.Chain(24)),
            () => Circuit.Of(Node.Chain(24)),
            () => Circuit.Of(new Node { Name = "L", Inputs = [new(), new()], Slopes = [1] }),
            () => Circuit.Of(new Node { Inputs = null! }),
            () => Circuit.Of(new Node { Inputs = [null!], Slopes = [1] }),
            () => Circuit.Of(new Node { Gate = "+", Inputs = [Node.OfItself], Slopes = [1] }),
            () => Circuit.Play(Node.Chain(2)),
        ],
        ["interactive figures"] =
        [
            () => Circuit.ByHand(Value.Of(new OwnGate(), new Value(2, "x"))),
            () => Circuit.ByHand(new Value(2) + 1),
            () => BatchByHand(Untrained(2, 3, 1), Matrix.Row(1.0, 2), Matrix.Row(1.0, 2), 0.1, []),
            () => BatchByHand(_sigmoids, Matrix.Row(1.0, 2), Matrix.Row(1.0, 2), 0.1, []),
            () => BatchByHand(_sigmoids, Matrix.Column(1.0, 2), Matrix.Row(1.0), 0.1, [["one"], ["P"], ["day"]]),
            () => BatchByHand(
                _sigmoids, Matrix.Column(1.0, 2), Matrix.Row(1.0), double.NaN, [["a", "b"], ["P", "Q", "R"], ["day"]]),
            () => DigitByHand(Digits(784, Activation.Relu), Matrix.Zeros<float>(10, 1)),
            () => DigitByHand(Digits(4, Activation.Relu), _blank),
            () => DigitByHand(Digits(784, Activation.Tanh), _blank),
            () => LineByHand([2, 2], [1, 3], ((0, 1), (0, 1)), 0.1),
            () => LineByHand([1, 2], [1], ((0, 1), (0, 1)), 0.1),
            () => LineByHand([1, 2], [1, 2], ((1, 0), (0, 1)), 0.1),
            () => DescentByHand((8, 0.5), 0.1),
            () => DescentByHand((0.5, 8), 0.3),
            () => MomentumByHand((25, 1), (-4, 1)),
            () => MomentumByHand((1, 25), (4, 0)),
            () => MomentumByHand((1, 25), (double.PositiveInfinity, 1)),
            () => ProductByHand(("W", Matrix.Row(1.0, 2)), ("X", Matrix.Ones<double>(2, 2)), "Z"),
            () => ProductByHand(("A", Matrix.Ones<double>(2, 3)), ("B", Matrix.Ones<double>(3, 4)), "Z", (2, 0)),
            () => ProductByHand(("A", Matrix.Ones<double>(2, 5)), ("B", Matrix.Ones<double>(5, 2)), "Z"),
        ],
        ["controls"] =
        [
            () => Slider("", 0, 1),
            () => Tick(null!),
            () => Slider("α", double.NaN, 1),
            () => Slider("α", 0, double.PositiveInfinity),
            () => Slider("α", -1.5e308, 1.5e308),
            () => Slider("α", 0, double.Epsilon),
            () => Slider("α", 1, 1 + 1e-15),
            () => Slider("α", 0, 1, step: double.Epsilon),
            () => Slider("α", 2, 2),
            () => Slider("α", 2, -1),
            () => Slider("α", 0, 1, start: 1.5),
            () => Slider("α", 0, 1, start: double.NaN),
            () => Slider("α", 0, 1, step: 0),
            () => Slider("α", 0, 1, step: 2),
            () => Pick<string>("rule"),
            () => Pick("rule", "Adam", "SGD", "Adam"),
            () => DrawDigit("d", Matrix.Zeros<float>(28, 28)),
            () => DrawDigit("d", Matrix.Column<float>([0, 0, 255, .. new float[781]])),
        ],
        ["pictures"] =
        [
            () => Picture.OfFrames(Array.Empty<(string, GenericChart)>()),
            () => Picture.OfSvg("<svg></svg>", " "),
            () => Picture.OfSvg("hello", "text"),
        ],
    };

    public static TheoryData<string> Pictures => [.. _invalid.Keys];

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Arguments_that_cannot_be_drawn_throw_an_exception_with_the_reason(string picture) =>
        ApprovedTexts.Check(
            "Plots/InvalidArguments",
            picture,
            string.Concat(_invalid[picture].Select(plot => Assert.ThrowsAny<ArgumentException>(plot).Message + "\n")));

    private static Picture Paths(
        (double, double) x,
        params (string Name, IEnumerable<(double X, double Y)> Points)[] paths
    ) => Trajectories((x, y) => x * x + y * y, x, (0, 1), paths);

    private static Mlp<float> Digits(int inputs, Activation activation) =>
        Mlp.Create<float>(inputs, [new(3, activation), new(10, Activation.Identity)], seed: 1);

    private static Mlp<double> ThirdClass() =>
        new([new(Matrix.Zeros<double>(3, 2), Matrix.Column(0.0, 0, 1), Activation.Identity)]);

    private static Mlp<double> Untrained(int inputs, params int[] units) =>
        Mlp.Create<double>(inputs, [.. units.Select(count => new Layer(count, Activation.Tanh))], seed: 1);

    private static Mlp<double> Played(int examples, int inputs, params int[] units)
    {
        Mlp<double> network = Untrained(inputs, units);
        network.Forward(Matrix.Ones<double>(inputs, examples));
        network.Backward(Matrix.Ones<double>(units[^1], examples));
        return network;
    }

    private sealed class OwnGate : Gate
    {
        public override string Name => "square";

        public override string Symbol => Name;

        public override double Forward(ReadOnlySpan<double> x) => x[0] * x[0];

        public override void Derivatives(ReadOnlySpan<double> x, double z, Span<double> dx) => dx[0] = 2 * x[0];
    }
}
