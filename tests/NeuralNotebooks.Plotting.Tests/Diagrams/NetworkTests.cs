using System.Xml.Linq;

namespace NeuralNotebooks.Plotting.Tests;

public class NetworkTests
{
    private static readonly string[][] _names = [["a", "b < c"], ["upper", "lower", "third"], ["ŷ"]];

    [Fact]
    public void Each_unit_is_a_circle_and_each_weight_an_arrow()
    {
        XElement svg = Svg(Plot.Network(_names));
        Assert.Equal(6, Count(svg, "circle"));
        Assert.Equal(2 * 3 + 3 * 1, Count(svg, "line"));
        Assert.Equal(
            ["a", "b < c", "upper", "lower", "third", "ŷ"],
            svg.All("text").Select(e => e.Value));
    }

    [Fact]
    public void Weights_show_their_sign_as_colour_their_size_as_thickness_and_their_number()
    {
        XElement svg = Svg(Plot.Network([["x"], ["upper", "lower"]], [Matrix.Column(-2, 1)]));
        XElement[] lines = [.. svg.All("line")];
        Assert.NotEqual((string?)lines[0].Attribute("stroke"), (string?)lines[1].Attribute("stroke"));
        Assert.True((double)lines[0].Attribute("stroke-width")! > (double)lines[1].Attribute("stroke-width")!);
        svg.Value.ShouldContain("−2");
    }

    [Fact]
    public void Deltas_fill_their_units_by_sign_and_size_and_stand_below_them()
    {
        Picture picture =
            Plot.Network([["x"], ["upper", "lower"], ["ŷ"]], deltas: [Matrix.Column(-0.5, 0.25), Matrix.Column(2)]);
        XElement[] circles = [.. Svg(picture).All("circle")];
        Assert.Equal(
            ["currentColor", "#0072b2", "#d55e00", "#d55e00"],
            circles.Select(circle => (string?)circle.Attribute("fill")));
        Assert.Equal([0.05, 0.25, 0.125, 1], circles.Select(circle => (double)circle.Attribute("fill-opacity")!));
        Assert.Equal(
            ["x", "upper", "−0.5", "lower", "0.25", "ŷ", "2"],
            Svg(picture).All("text").Select(e => e.Value));
    }

    [Fact]
    public void Deltas_of_zero_fill_nothing() =>
        Assert.Equal(
            0, (double)Svg(Plot.Network([["x"], ["ŷ"]], deltas: [Matrix.Column(0)])).All("circle").Last().Attribute(
                "fill-opacity")!);

    [Fact]
    public void Many_weights_carry_no_numbers() =>
        Svg(Plot.Network([["a", "b", "c", "d"], ["e", "f", "g", "h"]], [Matrix.Filled(4, 4, 7.0)]))
            .Value.ShouldNotContain(
            "7");

    private static XElement Svg(Picture picture) => new DrawnCircuit(picture).Svg;

    private static int Count(XElement svg, string name) => svg.All(name).Count();
}
