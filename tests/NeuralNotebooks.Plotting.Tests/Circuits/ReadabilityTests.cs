using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NeuralNotebooks.Plotting.Tests;

public partial class ReadabilityTests
{
    public static TheoryData<string> Names => [.. TestCircuits.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_text_covers_another(string name)
    {
        var rectangles = Drawn(name).Rectangles;
        for (int i = 0; i < rectangles.Length; i++)
        {
            for (int j = i + 1; j < rectangles.Length; j++)
            {
                var (a, b) = (rectangles[i], rectangles[j]);
                Assert.False(
                    a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom,
                    $"'{a.Text}' covers '{b.Text}'");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_wire_runs_through_a_text(string name)
    {
        DrawnCircuit drawn = Drawn(name);
        var texts = drawn.Rectangles.Where(text => !drawn.Symbols.Contains(text.Text)).ToArray();
        foreach (
            (double X, double Y) in drawn.Svg.Descendants()
            .Where(e => e.Name.LocalName == "path" && e.Parent!.Attribute("stroke-opacity") is not null)
            .SelectMany(Points))
        {
            foreach (var text in texts)
                Assert.False(X > text.Left && X < text.Right && Y > text.Top + 1 && Y < text.Bottom - 1, text.Text);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Everything_lies_inside_the_drawing_and_is_large_enough_to_read(string name)
    {
        DrawnCircuit drawn = Drawn(name);
        double width = DrawnCircuit.Number(drawn.Svg, "width"), height = DrawnCircuit.Number(drawn.Svg, "height");
        Assert.All(
            drawn.Rectangles,
            text => Assert.True(
                text.Left >= 0 && text.Top >= 0 && text.Right <= width && text.Bottom <= height, text.Text));
        Assert.All(drawn.Texts, text => Assert.True(DrawnCircuit.Number(text, "font-size") >= 12, text.Value));
    }

    [Fact]
    public void Sixty_values_are_drawn_in_full_and_one_more_is_condensed()
    {
        Value full = Value.Sum(Enumerable.Range(0, 59).Select(i => new Value(i, $"x{i}"))),
            more = Value.Sum(Enumerable.Range(0, 60).Select(i => new Value(i, $"x{i}")));
        Assert.Equal(59, new DrawnCircuit(Circuit.Of(full)).Names.Length);
        Circuit.Of(full).Caption.ShouldNotContain("Condensed");
        Circuit.Of(more).Caption.ShouldContain("Condensed");
        Assert.Contains("… 55 more", new DrawnCircuit(Circuit.Of(more)).Symbols);
    }

    [Fact]
    public void A_condensed_circuit_says_what_is_left_out() =>
        Circuit.Of(TestCircuits.Chain(300)).Caption
            .ShouldContain("of 300 gates, the 29 nearest to the result are drawn");

    [Fact]
    public void A_condensed_circuit_is_small_however_large_the_whole_is()
    {
        Value x = new(0.1, "x"), v = x;
        for (int i = 0; i < 20_000; i++)
            v = Value.Tanh(v + x * i);
        DrawnCircuit drawn = new(Circuit.Of(v));
        Assert.InRange(drawn.Symbols.Length, 10, 30);
        Assert.Contains(drawn.Symbols, symbol => symbol.StartsWith('…'));
    }

    private static DrawnCircuit Drawn(string name)
    {
        Value result = TestCircuits.All[name]();
        result.Backward();
        return new(Circuit.Of(result));
    }

    /// <summary>Points on a path of the commands M, L, H and C.</summary>
    private static IEnumerable<(double X, double Y)> Points(XElement path)
    {
        (double x, double y) = (0, 0);
        foreach (Match command in Command().Matches((string)path.Attribute("d")!))
        {
            double[] p =
                [.. command.Groups[2].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
            (double x0, double y0) = (x, y);
            (x, y) = command.Groups[1].Value switch { "H" => (p[0], y0), "C" => (p[4], p[5]), _ => (p[0], p[1]) };
            if (command.Groups[1].Value == "M")
                continue;
            for (double t = 0; t <= 1; t += 0.05)
            {
                (double a, double b, double c, double d) =
                    ((1 - t) * (1 - t) * (1 - t), 3 * t * (1 - t) * (1 - t), 3 * t * t * (1 - t), t * t * t);
                yield return command.Groups[1].Value == "C"
                    ? (a * x0 + b * p[0] + c * p[2] + d * x, a * y0 + b * p[1] + c * p[3] + d * y)
                    : (x0 + t * (x - x0), y0 + t * (y - y0));
            }
        }
    }

    [GeneratedRegex("([MLHC])([-0-9. ]*)")]
    private static partial Regex Command();
}
