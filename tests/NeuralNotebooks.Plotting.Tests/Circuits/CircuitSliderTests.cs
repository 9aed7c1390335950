using System.Text.Json;

namespace NeuralNotebooks.Plotting.Tests;

public class CircuitSliderTests
{
    private static readonly double[] _biases = [1, 3, 5, 9];

    [Fact]
    public void The_slope_of_the_sigmoid_vanishes_as_b_grows()
    {
        JsonElement frames = Frames(Circuit.Slider("b", _biases, TestCircuits.SigmoidUnit));
        Assert.Equal(["b = 1", "b = 3", "b = 5", "b = 9"], frames.Texts("labels"));
        string[][] numbers =
            [.. frames.GetProperty("numbers").EnumerateArray()
            .Select(frame => frame.EnumerateArray().Select(number => number.GetString()!).ToArray())];
        foreach ((string[] texts, string slope) in numbers.Zip(["0.25", "0.105", "0.01766", "0.0003352"]))
            Assert.Contains("· σ′ = " + slope, texts);
    }

    [Fact]
    public void The_last_frame_stands_in_the_page_and_every_frame_has_a_text_for_every_number_that_changes()
    {
        Picture picture = Circuit.Slider("b", _biases, TestCircuits.SigmoidUnit);
        string[] marked =
            [.. new DrawnCircuit(picture).Svg.Descendants()
            .Where(element => element.Attribute("data-nn-number") is not null).Select(element => element.Value)];
        JsonElement[] frames = [.. Frames(picture).GetProperty("numbers").EnumerateArray()];
        Assert.Equal(marked, frames[^1].EnumerateArray().Select(number => number.GetString()));
        Assert.All(frames, frame => Assert.Equal(marked.Length, frame.GetArrayLength()));
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

    private static JsonElement Frames(Picture picture)
    {
        string html = picture.ToHtml();
        int start = html.IndexOf("{\"labels\"", StringComparison.Ordinal),
            end = html.IndexOf(");\n</script>", start, StringComparison.Ordinal);
        return JsonDocument.Parse(html[start..end]).RootElement;
    }
}
