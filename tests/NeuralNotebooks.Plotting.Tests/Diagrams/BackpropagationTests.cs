using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NeuralNotebooks.Plotting.Tests;

public partial class BackpropagationTests
{
    private static readonly string[][] _names = [["x₁", "x₂"], ["p", "q"], ["ŷ"]];

    [Fact]
    public void Units_compute_one_after_another_and_their_deltas_come_back_in_the_opposite_order_of_the_layers() =>
        Assert.Equal(
        [
            "Inputs: x₁ = 1, x₂ = 2.",
            "Forward, unit p: z = 1 · 1 + 1 · 2 + (−0.5) = 2.5, and relu(2.5) = 2.5.",
            "Forward, unit q: z = 1 · 1 + (−1) · 2 = −1, and relu(−1) = 0.",
            "Forward, unit ŷ: 3 · 2.5 + 2 · 0 = 7.5.",
            "Backward begins at the output: δ of ŷ is −2.",
            "Backward, unit p: 3 · (−2) = −6 arrives from ŷ; times relu′(2.5) = 1 that is δ = −6.",
            "Backward, unit q: 2 · (−2) = −4 arrives from ŷ; times relu′(−1) = 0 that is δ = 0.",
        ], Sentence().Matches(Plot.Backpropagation(_names, Played()).ToHtml()).Select(
            match => System.Net.WebUtility.HtmlDecode(match.Groups[1].Value)));

    [Fact]
    public void A_unit_of_several_paths_sums_over_them_and_a_sigmoid_multiplies_by_its_slope()
    {
        // σ(0) = ½ with slope ¼; 3 · 1 and −1 · 2 arrive along the two paths.
        Mlp<double> network = new(
        [
            new(Matrix.Column(0.0), Matrix.Column(0.0), Activation.Sigmoid),
            new(Matrix.Column(3, -1), Matrix.Column(0, 0), Activation.Identity),
        ]);
        network.Forward(Matrix.Column(1.0));
        network.Backward(Matrix.Column(1, 2));
        string html =
            System.Net.WebUtility.HtmlDecode(Plot.Backpropagation([["x"], ["h"], ["a", "b"]], network).ToHtml());
        html.ShouldContain("3 · 1 + (−1) · 2 = 1 arrives from a and b; times σ′(0) = 0.25 that is δ = 0.25.");
    }

    [Fact]
    public void Without_scripts_every_number_is_visible()
    {
        XElement svg = Svg(Plot.Backpropagation(_names, Played()));
        Assert.DoesNotContain(
            svg.Descendants().Where(element => element.Attribute("data-nn-at") is not null),
            element => element.Attribute("visibility") is not null);
        Assert.Equal([" = 1", " = 2", " = 2.5", " = 0", " = 7.5"], Of(svg, "nn-v"));
        Assert.Equal(["−6", "0", "−2"], Of(svg, "nn-g"));
    }

    [Fact]
    public void A_value_appears_when_its_unit_computes_and_a_delta_when_it_has_come_back()
    {
        XElement svg = Svg(Plot.Backpropagation(_names, Played()));
        Assert.Equal(
            [null, null, "1", "2", "3"], Elements(svg, "nn-v").Select(value => (string?)value.Attribute("data-nn-at")));
        Assert.Equal(["5", "6", "4"], Elements(svg, "nn-g").Select(delta => (string?)delta.Attribute("data-nn-at")));
    }

    [Fact]
    public void An_arrow_is_highlighted_when_its_unit_computes_and_when_the_unit_before_it_gathers_its_delta()
    {
        XElement[] arrows =
            [.. Svg(Plot.Backpropagation(_names, Played())).All("line").Select(line => line.Parent!)];
        Assert.Equal(["1", "1", "2", "2", "3", "3"], arrows.Select(arrow => (string?)arrow.Attribute("data-nn-fires")));
        // Features have no δ, so the first four are not highlighted again within the seven steps.
        Assert.Equal(
            ["7", "7", "7", "7", "5", "6"], arrows.Select(arrow => (string?)arrow.Attribute("data-nn-returns")));
    }

    [Fact]
    public void Where_no_script_runs_an_animation_hides_each_number_until_its_step()
    {
        XElement delta = Elements(Svg(Plot.Backpropagation(_names, Played())), "nn-g")[0];
        XElement set = Assert.Single(delta.Elements(), element => element.Name.LocalName == "set");
        Assert.Equal(("hidden", "7.5s"), ((string?)set.Attribute("to"), (string?)set.Attribute("dur")));
    }

    [Fact]
    public void A_network_that_has_not_been_backward_cannot_be_played() =>
        Assert.Throws<InvalidOperationException>(() => Plot.Backpropagation(_names, Played().Copy()));

    private static Mlp<double> Played()
    {
        Mlp<double> network = new(
        [
            new(Matrix.Of(new double[,] { { 1, 1 }, { 1, -1 } }), Matrix.Column(-0.5, 0), Activation.Relu),
            new(Matrix.Row(3, 2), Matrix.Column(0.0), Activation.Identity),
        ]);
        network.Forward(Matrix.Column(1, 2));
        network.Backward(Matrix.Column(-2.0));
        return network;
    }

    private static XElement Svg(Picture picture) => new DrawnCircuit(picture).Svg;

    private static XElement[] Elements(XElement svg, string kind) =>
        [.. svg.Descendants().Where(element => (string?)element.Attribute("class") == kind)];

    private static IEnumerable<string> Of(XElement svg, string kind) =>
        Elements(svg, kind).Select(element => element.Value);

    [GeneratedRegex("<li>(.*?)</li>")]
    private static partial Regex Sentence();
}
