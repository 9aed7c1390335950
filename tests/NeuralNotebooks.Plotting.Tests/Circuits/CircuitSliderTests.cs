using System.Text.Json;

namespace NeuralNotebooks.Plotting.Tests;

public class CircuitSliderTests
{
    [Fact]
    public void Every_frame_has_a_text_for_every_number_that_changes_and_the_last_stands_in_the_page()
    {
        Picture picture = Circuit.Slider("b", [1, 3, 5, 9], TestCircuits.SigmoidUnit);
        string[] marked =
            [.. new DrawnCircuit(picture).Svg.Descendants()
            .Where(element => element.Attribute("data-nn-number") is not null).Select(element => element.Value)];
        JsonElement frames = Page.Of(picture).Drawing;
        string[][] numbers = [.. Enumerable.Range(0, 4).Select(k => frames.Texts($"numbers[{k}]").ToArray())];

        Assert.Equal(["b = 1", "b = 3", "b = 5", "b = 9"], frames.Texts("labels"));
        // The slope of the sigmoid vanishes as b grows.
        Assert.Equal(
            ["0.25", "0.105", "0.01766", "0.0003352"],
            numbers.Select(texts => texts.Single(text => text.StartsWith("· σ′", StringComparison.Ordinal))[7..]));
        Assert.Equal(marked, numbers[^1]);
        Assert.All(numbers, texts => Assert.Equal(marked.Length, texts.Length));
        Assert.DoesNotContain("4", marked);
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
