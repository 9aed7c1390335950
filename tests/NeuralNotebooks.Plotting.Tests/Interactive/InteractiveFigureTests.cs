using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using static System.FormattableString;

namespace NeuralNotebooks.Plotting.Tests;

/// <summary>Figures with handles. Figures.approved.txt has the texts of some of them at the start.</summary>
public class InteractiveFigureTests
{
    private static readonly Mlp<float> _digits =
        Mlp.Create<float>(784, [new(12, Activation.Relu), new(10, Activation.Identity)], seed: 3);

    private static readonly double[] _x = [1.4, 4.7, 6, 5.1, 1.3], _y = [0.2, 1.4, 2.5, 1.9, 0.3];

    private static readonly Dictionary<string, Func<Picture>> _figures = All().ToDictionary();

    public static TheoryData<string> Figures => [.. _figures.Keys];

    [Theory]
    [MemberData(nameof(Figures))]
    public void The_script_draws_what_the_library_does(string figure) =>
        new DrawnFigure(_figures[figure]()).AssertScriptAgrees();

    [Theory]
    [FactsOf("Interactive/Figures")]
    public void A_figure_has_its_texts(string figure)
    {
        Picture picture = _figures[figure]();
        IEnumerable<string> texts = new DrawnFigure(picture).Parts
            .Where(part => part.Value.Length > 0)
            .Select(part => $"{part.Attribute("data-nn-part")!.Value}: {part.Value}".TrimEnd() + "\n");

        ApprovedTexts.Check("Interactive/Figures", figure, $"{string.Concat(texts)}{picture.Caption}\n");
    }

    [Fact]
    public void At_the_best_line_the_slopes_are_zero()
    {
        double mx = _x.Average(), my = _y.Average();
        double w = _x.Zip(_y, (x, y) => (x - mx) * (y - my)).Sum() / _x.Sum(x => (x - mx) * (x - mx));
        DrawnFigure first = new(Line(0, 0)), best = new(Line(w, my - w * mx));

        Assert.True(Number(best) < Number(first));
        Assert.All(["dw", "db"], slope => Assert.Matches("^(0|−?[0-9.]+e−1[0-9])$", best.Text(slope)));

        static double Number(DrawnFigure figure) => double.Parse(figure.Text("loss"), CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Of_many_points_of_a_line_fifteen_have_squares()
    {
        Assert.Equal(5, Squares(Line(0, 0)));
        Assert.Equal(15, Squares(ManyPoints()));

        static int Squares(Picture picture) => new DrawnFigure(picture).Parts
            .Single(part => part.Attribute("data-nn-part")!.Value == "squares")
            .Attribute("d")!.Value.Count(letter => letter == 'M');
    }

    [Fact]
    public void Without_scripts_the_drawing_has_no_control_that_does_nothing()
    {
        IEnumerable<XElement> elements = new DrawnFigure(Line(0, 0)).Markup.Descendants();
        Assert.DoesNotContain(elements, element => element.Attribute("tabindex") is not null);
        XElement controls = elements.Single(element => element.Attribute("data-nn-controls") is not null);
        ((string?)controls.Attribute("style")).ShouldContain("display:none");
    }

    [Fact]
    public void What_the_buttons_of_figures_do_is_listed()
    {
        string listed = Repository.Read("docs/page.md").Split('\n').Single(line => line.Contains("`data-nn-go`"));
        IEnumerable<string> used = _figures.Values.Append(() => Gallery.Of("a circuit that is played"))
            .SelectMany(figure => Regex.Matches(figure().ToHtml(), " data-nn-go=\"([a-z]+)\""))
            .Select(button => button.Groups[1].Value)
            .Distinct();

        Assert.NotEmpty(used);
        Assert.All(used, go => Assert.Matches($@"\b{go}\b", listed));
    }

    [Theory]
    [Cases(
        0.0769, 0, 1,
        0.2, 0.5, 25,
        0.03, 0.2, 1,
        0.3, 0.6, 25
    )]
    public void The_convergence_factor_is_that_of_the_library_s_steps(double alpha, double beta, double curvature)
    {
        const int Steps = 400;
        Momentum<double> momentum = new(alpha, beta);
        double[] w = [1];
        double largest = 0;
        // A path that oscillates passes through zero: its size is the largest value in the last few steps.
        for (int step = 0; step < Steps; step++)
        {
            momentum.Step(w, [curvature * w[0]]);
            if (step >= Steps - 8)
                largest = Math.Max(largest, Math.Abs(w[0]));
        }

        Assert.Equal(Ravine.Factor((alpha, beta), curvature), Math.Pow(largest, 1.0 / Steps), 0.02);
    }

    [Fact]
    public void Rounded_to_bytes_a_network_gives_nearly_the_same_probabilities()
    {
        Matrix<float> image = Image(4);
        Matrix<float> exact = Softmax.Of(_digits.Forward(image)),
            rounded = Softmax.Of(new CompactNetwork(_digits).Network.Forward(image));
        Assert.True(exact.IsCloseTo(rounded, 0.02f));
    }

    [Fact]
    public void The_ten_probabilities_add_up_to_100_percent()
    {
        DrawnFigure drawn = new(Plot.DigitByHand(_digits, Image(5)));
        double sum = Enumerable.Range(0, 10).Sum(digit =>
            double.Parse(drawn.Text($"percent{digit}")[..^2], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(100, sum, 0.6);
    }

    [Fact]
    public void Twice_the_weights_make_delta_of_ReLU_units_twice_as_large_with_each_layer()
    {
        DeepDeltas deep = new(layers: 6, units: 8, examples: 4, seed: 1);
        double[] once = deep.Sizes(Activation.Relu, 1), twice = deep.Sizes(Activation.Relu, 2);
        Assert.All(once.Index(), layer =>
            Assert.Equal((5 - layer.Index) * Math.Log10(2), twice[layer.Index] - layer.Item, 9));
    }

    private static IEnumerable<(string Name, Func<Picture> Make)> All()
    {
        foreach ((double x, double y, double z) in new[] { (3, -1, 5), (-9.9, 4.3, -7.1), (0, 0, 0), (2, -2, 0.3) })
            yield return (Invariant($"circuit at {x}, {y}, {z}"),
                () => Circuit.ByHand(((In(x, "x") + In(y, "y")).Named("s") * In(z, "z")).Named("L")));
        // Every gate that the script knows, and values that are used several times.
        foreach ((double x, double y) in new[] { (0.7, -1.3), (-2, 2), (1.5, 0.4) })
            yield return (Invariant($"gates at {x}, {y}"),
                () => Circuit.ByHand(Gates(In(x, "a"), In(y, "b")).Named("L")));
        // Numbers are written as the library writes them.
        foreach (double x in new[] { 12345.6, -0.00012345, 3.2e-7, 1.5e12, 1e9, -1000.5 })
            yield return (Invariant($"the number {x}"), () => Circuit.ByHand(In(x, "x") * 1));
        foreach ((double w, double b) in new[] { (0, 0), (0.5, -1), (-0.095, 0.35), (0.75, -0.55) })
            yield return (Invariant($"line at {w}, {b}"), () => Line(w, b));
        yield return ("a line through many points", ManyPoints);
        yield return ("a flat line", () => Plot.LineByHand([0, 1], [1, 3], ((-1, 3), (-1, 3)), 0.5));
        foreach (
            (double alpha, double beta) in new[]
                { (0.0769, 0), (0.2, 4 / 9.0), (0.2, 0.44), (0.3, 0.7), (0.005, 0.8), (0.5, 0.3) })
            yield return (Invariant($"Momentum at {alpha:0.####}, {beta:0.####}"),
                () => Plot.MomentumByHand((1, 25), (-4, 1), (alpha, beta)));
        foreach ((int row, int column) in new[] { (0, 0), (0, 2), (1, 3) })
            yield return (Invariant($"product at {row}, {column}"), () => Plot.ProductByHand(
                ("δ", Matrix.Of(new[,] { { 1, -1.5, 1.5 }, { -0.75, 2, -1.5 } })),
                ("Xᵀ", Matrix.Of(new double[,] { { 0, 1, 1, 1 }, { 1, 0, 0, 0 }, { 2, 0, 2, 1 } })),
                "∂L/∂W", (row, column)));
        foreach (
            (Activation activation, double scale) in new[]
            {
                (Activation.Sigmoid, 1),
                (Activation.Sigmoid, 3.95),
                (Activation.Tanh, 1.5),
                (Activation.Relu, 1.4),
                (Activation.Relu, 0.5),
            })
            yield return (Invariant($"δ of {activation} at {scale}"),
                () => Plot.DeltasByHand(6, 5, 3, 2, activation, scale));
        foreach (int seed in new[] { 1, 2, 3 })
            yield return (Invariant($"digit {seed}"), () => Plot.DigitByHand(_digits, Image(seed)));
    }

    private static Value Gates(Value a, Value b)
    {
        Value c = Value.Tanh(a - b).Named("c");
        return Value.Relu(a * b + c) - Value.Max(a, -b, 0.25) * Value.Sigmoid(c) + a * c * b;
    }

    private static Value In(double data, string name) => new(data, name);

    private static Picture Line(double w, double b) =>
        Plot.LineByHand(_x, _y, ((-0.1, 0.75), (-0.55, 0.35)), 0.1, (w, b), ("length (cm)", "width (cm)"));

    private static Picture ManyPoints() => Plot.LineByHand(
        Enumerable.Range(0, 150).Select(i => i / 30.0), Enumerable.Range(0, 150).Select(i => Math.Sin(i)),
        ((-1, 1), (-1, 1)), 0.05, (0.3, -0.2));

    private static Matrix<float> Image(int seed) =>
        Matrix.Normal<float>(784, 1, seed).Map(pixel => MathF.Round(Math.Clamp(pixel, 0, 1), 3));
}
