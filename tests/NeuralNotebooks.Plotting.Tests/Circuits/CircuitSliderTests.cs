using System.Text.Json;

namespace NeuralNotebooks.Plotting.Tests;

public class CircuitSliderTests
{
    [Fact]
    public void Every_frame_has_a_text_for_every_number_that_changes_and_the_first_stands_in_the_page()
    {
        Picture picture = Circuit.Slider("b", [1, 3, 5, 9], TestCircuits.SigmoidUnit);
        (string Shown, string[] Texts)[] marked =
            [.. new DrawnCircuit(picture).Svg.Descendants()
            .Where(element => element.Attribute("data-nn-number") is not null)
            .Select(element => (
                element.Value,
                JsonSerializer.Deserialize<string[]>((string)element.Attribute("data-nn-number")!)!))];

        Assert.Equal(["b = 1", "b = 3", "b = 5", "b = 9"], Page.Of(picture).Drawing.Texts("labels"));
        // The slope of the sigmoid vanishes as b grows.
        Assert.Contains(
            ["· σ′ = 0.25", "· σ′ = 0.105", "· σ′ = 0.01766", "· σ′ = 0.0003352"],
            marked.Select(number => number.Texts));
        Assert.All(marked, number => Assert.Equal((4, number.Shown), (number.Texts.Length, number.Texts[0])));
        Assert.DoesNotContain("4", marked.Select(number => number.Shown));
    }

    [Fact]
    public void Every_frame_has_room_for_its_numbers()
    {
        double Width(double x) =>
            DrawnCircuit.Number(
                new DrawnCircuit(Circuit.Slider("x", [1, x, 2], x => Value.Exp(new Value(x, "x") * 1e-8))).Svg,
                "width");
        Assert.True(Width(100_000_001) > Width(3) + 50);
    }
}
