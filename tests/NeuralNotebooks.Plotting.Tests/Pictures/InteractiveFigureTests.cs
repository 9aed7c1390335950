using static System.FormattableString;
using static NeuralNotebooks.Plotting.Tests.TestCircuits;

namespace NeuralNotebooks.Plotting.Tests;

/// <summary>Figures that the reader moves. Their models are functions of the script, which run here in Node.js.
/// InteractiveFigures.approved.txt has the texts of the figures at the start.</summary>
public class InteractiveFigureTests
{
    // A page that has a canvas, for the map of Momentum.
    private const string Canvas = """
        globalThis.document = { createElement: () => ({
          getContext: () => ({ fillRect() {} }), toDataURL: () => 'data:,'
        }) };
        """;

    private static readonly Mlp<double> _sigmoids = new(
    [
        new(Matrix.Of(new[,] { { 1, -2 }, { 0.5, 1 }, { -1, 0 } }), Matrix.Column(0.5, -1, 0), Activation.Sigmoid),
        new(Matrix.Row(2.0, -1, 3), Matrix.Column(1.0), Activation.Identity),
    ]);

    private static readonly Matrix<double> _batch = Matrix.Of(new[,] { { 0.5, -1, 2 }, { 1, 0, -3 } });

    private static readonly double[] _x = [1.4, 4.7, 6, 5.1, 1.3], _y = [0.2, 1.4, 2.5, 1.9, 0.3];

    private static readonly Dictionary<string, Func<Picture>> _figures = new()
    {
        ["a circuit"] = () => Circuit.ByHand(SumAndProduct()),
        ["a line"] = () => Line(0, 0),
        ["Momentum"] = () => Plot.MomentumByHand((1, 25), (-4, 1)),
        ["a product"] = () => Plot.ProductByHand(
            ("δ", Matrix.Of(new[,] { { 1, -1.5, 1.5 }, { -0.75, 2, -1.5 } })),
            ("Xᵀ", Matrix.Of(new double[,] { { 0, 1, 1, 1 }, { 1, 0, 0, 0 }, { 2, 0, 2, 1 } })), "∂L/∂W", (0, 2)),
        ["a batch"] = () => Plot.BatchByHand(
            _sigmoids, _batch, Matrix.Row(0.5, 5, -4), rate: 0.1, [["rain", "sun"], ["P", "Q", "R"], ["1", "2", "3"]]),
    };

    [Theory]
    [FactsOf("Pictures/InteractiveFigures")]
    public void A_figure_has_its_texts(string figure)
    {
        Picture picture = _figures[figure]();
        string[] texts = Run(picture, """
            Object.entries(figure.look(figure.start).parts).filter(([, part]) => typeof part !== 'object')
              .map(([name, part]) => `${name}: ${typeof part === 'number' ? plainNumber(part) : part}`)
            """).Deserialize<string[]>()!;

        ApprovedTexts.Check(
            "Pictures/InteractiveFigures", figure,
            $"{string.Join('\n', texts)}\n{picture.AlternativeText}\n{picture.Caption}\n");
    }

    [Fact]
    public void The_shares_of_a_batch_add_up_to_the_gradient_of_the_library_and_ten_steps_are_its_steps()
    {
        JsonElement seen = Run(_figures["a batch"](), """
            (({ parts, go }) => ({ loss: [parts.loss, figure.look(go[10]).parts.loss],
              slopes: [0, 1, 2].flatMap(k => [0, 1].map(j => parts[`total${k}-${j}`])),
              after: data.circuit.parameters.map(k => go[10]['i' + k]) }))(figure.look(figure.start))
            """);

        HalfSquaredError<double> loss = new();
        Matrix<double> y = Matrix.Row(0.5, 5, -4), first = _sigmoids.Forward(_batch);
        Mlp<double> network = _sigmoids.Copy();
        GradientDescent<double> descent = new(0.1);
        _sigmoids.Backward(loss.Gradient(first, y));
        for (int step = 0; step < 10; step++)
        {
            network.Backward(loss.Gradient(network.Forward(_batch), y));
            descent.Step(network);
        }
        Dense<double> hidden = network.Layers[0], last = network.Layers[1];
        AssertClose([loss.Value(first, y), loss.Value(network.Forward(_batch), y)], seen.Numbers("loss"));
        AssertClose(ByRows(_sigmoids.Layers[0].WeightGradient), seen.Numbers("slopes"));
        AssertClose(
            [.. ByRows(hidden.Weights), .. hidden.Biases.AsSpan(), .. last.Weights.AsSpan(), last.Biases[0, 0]],
            seen.Numbers("after"));

        static IEnumerable<double> ByRows(Matrix<double> W) => W.T.AsSpan().ToArray();
    }

    /// <summary>The script has a table of its own, since pages without C# compute, too.</summary>
    [Fact]
    public void The_script_has_the_gates_of_the_library_with_the_same_values_and_derivatives()
    {
        double[] numbers = [-800, -1.5, 0, 0.25, 3, double.NaN], exponents = [0, 2, -0.5];
        IEnumerable<(Gate Gate, double Exponent)> gates = typeof(Gate).GetProperties(
            BindingFlags.Static | BindingFlags.Public).Select(gate => ((Gate)gate.GetValue(null)!, 0.0));
        var cases = gates.Concat(exponents.Select(n => (Gate: Gate.Power(n), Exponent: n)))
            .SelectMany(gate => numbers.SelectMany(a => numbers.Select(b => (gate.Gate, gate.Exponent,
                X: gate.Gate.Name switch
                {
                    "sum" or "product" or "max" or "min" => new[] { a, b, 0.25 },
                    "difference" or "quotient" => [a, b],
                    _ => [a],
                })))).ToArray();
        IEnumerable<string> calls = cases.Select(one => Invariant(
            $"['{one.Gate.Name}', [{string.Join(", ", one.X.Select(x => Invariant($"{x:R}")))}], {one.Exponent}]"));

        string[] seen = Run(Line(0, 0), $$"""
            [{{string.Join(",\n", calls)}}].flatMap(([name, x, n]) => {
              const [f, slope] = gates[name], z = f(x, n);
              return [z, ...x.map((_, i) => slope(x, z, i, n))].map(String);
            })
            """).Deserialize<string[]>()!;

        AssertClose(cases.SelectMany(one =>
        {
            double z = one.Gate.Forward(one.X);
            double[] slopes = new double[one.X.Length];
            one.Gate.Derivatives(one.X, z, slopes);
            return slopes.Prepend(z);
        }), [.. seen.Select(text => double.Parse(text, CultureInfo.InvariantCulture))]);
    }

    [Fact]
    public void A_line_has_the_loss_of_the_library_and_takes_its_steps_of_gradient_descent()
    {
        JsonElement seen = Run(Line(0.3, -0.2), """
            (({ parts, go }) => ({ at: [parts.loss, parts.dw, parts.db], ten: [go[10].w, go[10].b] }))(
              figure.look(figure.start))
            """);

        Mlp<double> unit = new([new(Matrix.Row(0.3), Matrix.Column(-0.2), Activation.Identity)]);
        Matrix<double> x = Matrix.Row(_x), y = Matrix.Row(_y);
        HalfSquaredError<double> loss = new();
        GradientDescent<double> optimizer = new(0.1);
        double[] first = [loss.Value(unit.Forward(x), y), 0, 0];
        for (int step = 0; step < 10; step++)
        {
            unit.Backward(loss.Gradient(unit.Forward(x), y));
            if (step == 0)
                (first[1], first[2]) = (unit.Layers[0].WeightGradient[0, 0], unit.Layers[0].BiasGradient[0, 0]);
            optimizer.Step(unit);
        }
        AssertClose(first, seen.Numbers("at"));
        AssertClose([unit.Layers[0].Weights[0, 0], unit.Layers[0].Biases[0, 0]], seen.Numbers("ten"));
    }

    [Theory]
    [Cases(0.0769, 0, 1, 0.2, 0.5, 25, 0.03, 0.2, 1, 0.3, 0.6, 25)]
    public void The_path_and_the_convergence_factor_of_Momentum_are_those_of_the_library_s_steps(
        double alpha, double beta, double curvature)
    {
        const int Steps = 400;
        Momentum<double> momentum = new(alpha, beta);
        double[] w = [1];
        List<double> path = [1];
        for (int step = 0; step < Steps; step++)
        {
            momentum.Step(w, [curvature * w[0]]);
            path.Add(w[0]);
        }
        JsonElement computed = Run(_figures["Momentum"](), Invariant($$"""
            { factor: [stepFactor({{alpha}}, {{beta}}, {{curvature}})], path: momentumPath(
              { curvatures: [{{curvature}}, 1], from: [1, 0] }, {{alpha}}, {{beta}}).map(point => point[0]) }
            """));

        // A path that oscillates passes through zero: its size is the largest value in the last few steps.
        double largest = path.TakeLast(8).Max(Math.Abs);
        Assert.Equal(computed.Numbers("factor")[0], Math.Pow(largest, 1.0 / Steps), 0.02);
        AssertClose(path[..40], computed.Numbers("path")[..40]);
    }

    /// <summary>As in MNIST, from any place and of any size.</summary>
    [Theory]
    [InlineData(0, 0, 10, 5)]
    [InlineData(0, 3, 24, 12)]
    [InlineData(8, 4, 20, 10)]
    public void A_drawing_is_scaled_to_20_pixels_and_its_centre_of_mass_is_moved_to_the_middle(
        int left, int top, int height, int width)
    {
        double[] made = Run(_figures["a line"](), Invariant($$"""
            [...centredInk(Uint8Array.from({ length: 784 }, (_, i) => i % 28 >= {{left}} && i % 28 < {{left + width}}
              && i >= {{28 * top}} && i < {{28 * (top + height)}} ? 255 : 0))]
            """)).Deserialize<double[]>()!;

        double Centre(Func<int, int> place) => made.Select((ink, i) => ink * place(i)).Sum() / made.Sum();
        Assert.Equal((13.5, 13.5), (Math.Round(Centre(i => i % 28), 2), Math.Round(Centre(i => i / 28), 2)));
        Assert.Equal(20, Enumerable.Range(0, 28).Sum(y => made[28 * y + 14]) / 255, 1.0);
        Assert.Equal(10, made[(28 * 14)..(28 * 15)].Sum() / 255, 1.0);
    }

    [Fact]
    public void The_script_writes_numbers_as_the_library_does()
    {
        double[] sizes = [12345.6, 54321, 1.23456e-4, 3.2e-7, 9.9996e-5, 1.235e25, 1e9, 999999999.5, 1000.4, 1.0005, 0];
        string list = string.Join(", ", sizes.Select(size => Invariant($"{size:R}")));
        JsonElement seen = Run(
            _figures["a line"](), $"[{list}, -1.2346e-7, -1000.4, -0, NaN, -Infinity].map(plainNumber)");
        string[] written = [.. sizes.Select(SvgText.Factor), "−1.235e−7", "−1000", "0", "NaN", "−∞"];
        Assert.Equal(written, seen.Deserialize<string[]>()!);
    }

    [Fact]
    public void Until_the_script_draws_a_figure_its_place_has_the_sentence_and_no_button_is_seen()
    {
        string html = Line(0, 0).ToHtml();
        html.ShouldContain(">Left: contours of the loss over w and b", "data-nn-controls=\"\" style=\"display:none");
        html.ShouldNotContain("<svg", "tabindex");
    }

    /// <summary>The JSON of an expression of "figure", which the script has made from "data".</summary>
    private static JsonElement Run(Picture picture, string expression) =>
        JsonDocument.Parse(PlotlyPage.RunScript($$"""
            {{Canvas}}
            {{PlotlyPage.Functions}}
            const { model, colours, data } = {{Page.Of(picture).Drawing.GetRawText()}};
            const figure = figureMakers[model](data, colours);
            console.log(JSON.stringify({{expression}}));
            """)).RootElement;

    private static void AssertClose(IEnumerable<double> expected, double[] actual) => Assert.All(
        expected.Zip(actual, (one, other) => (one, other)), pair =>
            Assert.True(pair.one.Equals(pair.other)
                || Math.Abs(pair.one - pair.other) <= 1e-9 * Math.Max(1, Math.Abs(pair.one)), $"{pair}"));

    private static Picture Line(double w, double b) =>
        Plot.LineByHand(_x, _y, ((-0.1, 0.75), (-0.55, 0.35)), 0.1, (w, b), ("length (cm)", "width (cm)"));
}
