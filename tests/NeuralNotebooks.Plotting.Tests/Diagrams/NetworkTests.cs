using System.Xml.Linq;
using static NeuralNotebooks.Plotting.Tests.Refusals;

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
        Assert.Contains("−2", svg.Value, StringComparison.Ordinal);
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
        Assert.Contains("upper −0.5; lower 0.25; ŷ 2", picture.AlternativeText, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_examples_a_unit_shows_the_mean_of_the_absolute_deltas()
    {
        Picture picture = Plot.Network([["x"], ["ŷ"]], deltas: [Matrix.Row(-3, 1)]);
        Assert.Contains("ŷ 2", picture.AlternativeText, StringComparison.Ordinal);
        Assert.Contains("mean of |δ| over 2 examples", picture.Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void Deltas_of_zero_fill_nothing() =>
        Assert.Equal(
            0, (double)Svg(Plot.Network([["x"], ["ŷ"]], deltas: [Matrix.Column(0)])).All("circle").Last().Attribute(
                "fill-opacity")!);

    [Fact]
    public void Deltas_that_do_not_fit_are_refused_with_their_shape()
    {
        Refused("1 matrices of δ", () => Plot.Network(_names, deltas: [Matrix.Column(1)]));
        Refused("δ of layer 1 is 2×1; for 1 units and 1 examples it must be 1×1",
            () => Plot.Network([["a"], ["b"]], deltas: [Matrix.Column(1, 2)]));
        Refused("δ of layer 2 is 1×2",
            () => Plot.Network([["a"], ["b"], ["c"]], deltas: [Matrix.Column(1), Matrix.Row(1, 2)]));
    }

    [Fact]
    public void Many_weights_carry_no_numbers() =>
        Assert.DoesNotContain(
            "7", Svg(Plot.Network([["a", "b", "c", "d"], ["e", "f", "g", "h"]], [Matrix.Filled(4, 4, 7.0)])).Value,
            StringComparison.Ordinal);

    [Fact]
    public void A_drawing_has_alternative_text() =>
        Assert.StartsWith(
            "A network: a, b < c; then upper, lower, third; then ŷ.", Plot.Network(_names).AlternativeText,
            StringComparison.Ordinal);

    [Fact]
    public void Coordinates_do_not_depend_on_the_locale()
    {
        string english = Plot.Network(_names).ToHtml();
        using IDisposable comma = DecimalComma.Begin();
        Assert.Equal(english, Plot.Network(_names).ToHtml());
    }

    [Fact]
    public void Mismatched_shapes_are_refused_with_both_shapes()
    {
        Assert.Throws<ArgumentException>(() => Plot.Network([["a"]]));
        Assert.Throws<ArgumentException>(() => Plot.Network([["a"], []]));
        Refused("2 matrices", () => Plot.Network([["a"], ["b"]], [Matrix.Column(1), Matrix.Column(1)]));
        Refused("is 1×2; from 1 to 2 units it must be 2×1",
            () => Plot.Network([["a"], ["b", "c"]], [Matrix.Row(1, 2)]));
        Assert.Throws<ArgumentException>(() => Plot.Network([["a"], ["b"]], [Matrix.Column(double.NaN)]));
    }

    private static XElement Svg(Picture picture) => new DrawnCircuit(picture).Svg;

    private static int Count(XElement svg, string name) => svg.All(name).Count();
}
