using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NeuralNotebooks.Plotting.Tests;

/// <summary>What equations and diagrams of networks draw: Diagrams.approved.txt has the parts and, where they are
/// played, the steps.</summary>
public partial class DiagramTests
{
    private static readonly string[] _attributes =
    [
        "fill",
        "fill-opacity",
        "stroke",
        "stroke-width",
        "visibility",
        "data-nn-at",
        "data-nn-fires",
        "data-nn-returns",
        "to",
        "dur",
    ];

    private static readonly Matrix<double> _column = Matrix.Column(2, -1),
        _row = Matrix.Row(3, 0.5, 1),
        _outer = _column * _row,
        _mask = Matrix.Of(new double[,] { { 1, 0, 1 }, { 0, 1, 0 } });

    private static readonly Dictionary<string, Func<Picture>> _diagrams = new()
    {
        ["Every entry of an equation is a cell with its number, coloured by sign and size"] = () =>
            Plot.Equation(("", "δ", _column), ("·", "aᵀ", _row), ("=", "∂L/∂W", _outer)),
        ["Signs of an equation are applied from left to right"] = () =>
            Plot.Equation(
                ("", "δ", _column),
                ("·", "aᵀ", _row),
                ("⊙", "g′", _mask),
                ("+", "M", _mask),
                ("−", "M", _mask),
                ("=", "all", _outer.Hadamard(_mask))
            ),
        ["An equation may begin with σ of its first matrix"] = () =>
            Plot.Equation(
                ("σ", "Z", Matrix.Row(-Math.Log(3), 0, Math.Log(3))),
                ("=", "A", Matrix.Row(0.25, 0.5, 0.75))
            ),
        ["An equation may begin with relu"] = () =>
            Plot.Equation(("relu", "z", Matrix.Row(-1, 2)), ("=", "h", Matrix.Row(0, 2))),
        ["An equation may begin with tanh"] = () =>
            Plot.Equation(("tanh", "z", Matrix.Row(0.5)), ("=", "h", Matrix.Row(0.46211715726))),
        ["Each unit is a circle and each weight an arrow"] = () =>
            Plot.Network([["a", "b < c"], ["upper", "lower", "third"], ["ŷ"]]),
        ["Weights show their sign as colour, their size as thickness, and their number"] = () =>
            Plot.Network([["x"], ["upper", "lower"]], [Matrix.Column(-2, 1)]),
        ["Deltas fill their units by sign and size and stand below them"] = () =>
            Plot.Network([["x"], ["upper", "lower"], ["ŷ"]], deltas: [Matrix.Column(-0.5, 0.25), Matrix.Column(2)]),
        ["Deltas of zero fill nothing"] = () => Plot.Network([["x"], ["ŷ"]], deltas: [Matrix.Column(0)]),
        ["Many weights carry no numbers"] = () =>
            Plot.Network([["a", "b", "c", "d"], ["e", "f", "g", "h"]], [Matrix.Filled(4, 4, 7.0)]),
        ["Units compute one after another, and δ comes back in the opposite order of the layers"] = () =>
            Plot.Backpropagation(
                [["x₁", "x₂"], ["p", "q"], ["ŷ"]],
                Played(
                    Matrix.Column(1, 2),
                    Matrix.Column(-2.0),
                    new(Matrix.Of(new double[,] { { 1, 1 }, { 1, -1 } }), Matrix.Column(-0.5, 0), Activation.Relu),
                    new(Matrix.Row(3, 2), Matrix.Column(0.0), Activation.Identity)
                )
            ),
        // σ(0) = ½ with slope ¼; 3 · 1 and −1 · 2 arrive along the two paths.
        ["A unit of several paths sums over them, and a sigmoid multiplies by its slope"] = () =>
            Plot.Backpropagation(
                [["x"], ["h"], ["a", "b"]],
                Played(
                    Matrix.Column(1.0),
                    Matrix.Column(1, 2),
                    new(Matrix.Column(0.0), Matrix.Column(0.0), Activation.Sigmoid),
                    new(Matrix.Column(3, -1), Matrix.Column(0, 0), Activation.Identity)
                )
            ),
    };

    public static TheoryData<string> Diagrams => [.. _diagrams.Keys];

    [Theory]
    [MemberData(nameof(Diagrams))]
    public void A_diagram_draws(string fact)
    {
        Picture picture = _diagrams[fact]();
        IEnumerable<string> parts = new DrawnCircuit(picture).Svg.Descendants()
            .Where(part => part.Name.LocalName is "circle" or "line" or "rect" or "text" or "g" or "set")
            .Select(Described).Where(part => part != "g"),
            steps = Sentence().Matches(picture.ToHtml()).Select(match =>
                System.Net.WebUtility.HtmlDecode(match.Groups[1].Value));

        ApprovedTexts.Check("Diagrams/Diagrams", fact, string.Join('\n', parts.Concat(steps)) + "\n");
    }

    [Fact]
    public void A_network_that_has_not_been_backward_cannot_be_played() =>
        Assert.Throws<InvalidOperationException>(() => Plot.Backpropagation([["x₁", "x₂"], ["ŷ"]], Samples.Zero(2)));

    private static string Described(XElement part)
    {
        IEnumerable<string> attributes = _attributes
            .Where(name => part.Attribute(name) is not null)
            .Select(name => $" {name}={part.Attribute(name)!.Value}");
        string text = part.Name.LocalName == "text" ? $" \"{part.Value}\"" : "";
        return part.Name.LocalName + text + string.Concat(attributes);
    }

    private static Mlp<double> Played(Matrix<double> input, Matrix<double> gradient, params Dense<double>[] layers)
    {
        Mlp<double> network = new(layers);
        network.Forward(input);
        network.Backward(gradient);
        return network;
    }

    [GeneratedRegex("<li>(.*?)</li>")]
    private static partial Regex Sentence();
}
