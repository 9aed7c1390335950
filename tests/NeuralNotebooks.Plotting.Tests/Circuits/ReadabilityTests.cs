using System.Xml.Linq;

namespace NeuralNotebooks.Plotting.Tests;

public partial class ReadabilityTests
{
    [Theory]
    [MemberData(nameof(TestCircuits.Names), MemberType = typeof(TestCircuits))]
    public void A_circuit_can_be_read(string name)
    {
        Value result = TestCircuits.All[name]();
        result.Backward();
        Picture picture = Circuit.Of(result);
        DrawnCircuit drawn = new(picture);
        var texts = drawn.Rectangles;
        double width = DrawnCircuit.Number(drawn.Svg, "width"), height = DrawnCircuit.Number(drawn.Svg, "height");
        (double X, double Y)[] wires =
        [
            .. drawn.Svg.Descendants()
                .Where(e => e.Name.LocalName == "path" && e.Parent!.Attribute("stroke-opacity") is not null)
                .SelectMany(Points),
        ];

        // No text covers another, no wire runs through one, all are inside of the drawing and large enough.
        Assert.All(texts.Index(), one => Assert.DoesNotContain(texts.Skip(one.Index + 1), other =>
            one.Item.Left < other.Right && other.Left < one.Item.Right
            && one.Item.Top < other.Bottom && other.Top < one.Item.Bottom));
        Assert.All(texts.Where(text => !drawn.Symbols.Contains(text.Text)), text => Assert.DoesNotContain(wires, wire =>
            wire.X > text.Left && wire.X < text.Right && wire.Y > text.Top + 1 && wire.Y < text.Bottom - 1));
        Assert.All(texts, text => Assert.True(
            text.Left >= 0 && text.Top >= 0 && text.Right <= width && text.Bottom <= height, text.Text));
        Assert.All(drawn.Texts, text => Assert.True(DrawnCircuit.Number(text, "font-size") >= 12, text.Value));

        // The alternative text describes the circuit.
        Assert.Equal(["title", "desc"], drawn.Svg.Elements().Take(2).Select(element => element.Name.LocalName));
        Assert.Equal(picture.AlternativeText, drawn.Svg.Elements().ElementAt(1).Value);
        picture.AlternativeText.ShouldContain(drawn.Values[^1]);
    }

    private static IEnumerable<(double X, double Y)> Points(XElement path)
    {
        (double x, double y) = (0, 0);
        foreach (Match command in Command().Matches((string)path.Attribute("d")!))
        {
            double[] p = [.. command.Groups[2].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
            (double x0, double y0) = (x, y);
            (x, y) = (p[0], command.Groups[1].Value == "H" ? y0 : p[1]);
            if (command.Groups[1].Value == "M")
                continue;
            for (double t = 0; t <= 1; t += 0.05)
                yield return (x0 + t * (x - x0), y0 + t * (y - y0));
        }
    }

    [GeneratedRegex("([MLH])([-0-9. ]*)")]
    private static partial Regex Command();
}
