using System.Xml.Linq;

namespace NeuralNotebooks.Plotting.Tests;

/// <summary>Drawings of equations, networks and circuits. Diagrams.approved.txt has their parts and, if they have any,
/// their steps.</summary>
public partial class DiagramTests
{
    private static readonly string[] _otherAttributes =
        ["visibility", "data-nn-at", "data-nn-fires", "data-nn-returns", "to", "dur"];

    private static readonly (string Value, string Name)[] _colours =
    [
        ("#d55e00", "orange"),
        ("#0072b2", "blue"),
        ("#7a55c4", "purple"),
        ("var(--ground,var(--jp-layout-color0,Canvas))", "ground"),
        ("currentColor", "ink"),
        ("color-mix(in srgb, orange 72%, ink)", "dark orange"),
        ("color-mix(in srgb, blue 72%, ink)", "dark blue"),
        ("color-mix(in srgb, purple 72%, ink)", "dark purple"),
    ];

    [Theory]
    [FactsOf("Diagrams/Diagrams")]
    public void A_diagram_draws(string fact)
    {
        Picture picture = Gallery.Of(fact);
        IEnumerable<string> parts = Counted(Lines(new DrawnCircuit(picture).Svg.Descendants()
            .Where(part => part.Name.LocalName is "circle" or "line" or "rect" or "text" or "g" or "set"))),
            steps = Sentence().Matches(picture.ToHtml()).Select(match =>
                System.Net.WebUtility.HtmlDecode(match.Groups[1].Value));

        ApprovedTexts.Check("Diagrams/Diagrams", fact, string.Join('\n', parts.Concat(steps)) + "\n");
    }

    [Fact]
    public void A_network_without_a_backward_pass_cannot_be_played() =>
        Assert.Throws<InvalidOperationException>(() => Plot.Backpropagation([["x₁", "x₂"], ["ŷ"]], Samples.Zero(2)));

    [Fact]
    public void A_Chinese_name_beside_a_unit_is_not_cut_off() =>
        Assert.Contains(new DrawnCircuit(Plot.Network([["花瓣的长度和宽度"], ["ŷ"]])).Svg.Descendants(), name =>
            name.Value == "花瓣的长度和宽度" && DrawnCircuit.Number(name, "x") >= SvgText.Width(name.Value, 14));

    [Theory]
    [Cases(7, 6, 8, 7, 10, 9)]
    public void A_hidden_layer_with_nearly_as_many_units_as_features_lies_within_the_drawing(int features, int units)
    {
        static string[] Names(int count) => [.. Enumerable.Range(1, count).Select(k => $"a{k}")];
        XElement svg = new DrawnCircuit(Plot.Network([Names(features), Names(units), ["ŷ"]])).Svg;
        double height = DrawnCircuit.Number(svg, "height");

        Assert.All(svg.Descendants().Where(part => part.Name.LocalName == "circle"), unit =>
            Assert.InRange(DrawnCircuit.Number(unit, "cy"), 15, height - 15));
    }

    /// <summary>A line for each part. A text is on the line of the circle or the rectangle that it is in, and the cells
    /// of a matrix are on one line.</summary>
    private static List<string> Lines(IEnumerable<XElement> parts)
    {
        List<string> lines = [];
        string before = "", last = "";
        foreach (XElement part in parts)
        {
            string name = part.Name.LocalName, described = Described(part);
            if (described == "g")
                continue;
            if (name == "text" && last is "circle" or "rect")
                lines[^1] += $" {described}";
            else if (name == "rect" && (before, last) is ("rect", "text"))
                lines[^1] += $", {described}";
            else
                lines.Add(described);
            (before, last) = (last, name);
        }
        return lines;
    }

    private static IEnumerable<string> Counted(List<string> lines)
    {
        for (int first = 0, next; first < lines.Count; first = next)
        {
            next = first + 1 + lines.Skip(first + 1).TakeWhile(line => line == lines[first]).Count();
            yield return next == first + 1 ? lines[first] : $"{next - first} × {lines[first]}";
        }
    }

    private static string Described(XElement part)
    {
        string text = part.Name.LocalName == "text" ? $"\"{part.Value}\"" : part.Name.LocalName;
        return text + Paint("fill", "fill-opacity", "") + Paint("stroke", "stroke-width", "edge ")
            + string.Concat(_otherAttributes.Where(name => part.Attribute(name) is not null)
                .Select(name => $" {name}={part.Attribute(name)!.Value}"));

        // Such as " orange 0.5": an attribute with the name of its colour, and the attribute that belongs to it.
        string Paint(string colour, string number, string label)
        {
            string painted = $"{(string?)part.Attribute(colour)} {(string?)part.Attribute(number)}".Trim();
            return painted.Length == 0 ? "" : $" {label}" + _colours.Aggregate(
                painted, (named, known) => named.Replace(known.Value, known.Name));
        }
    }

    [GeneratedRegex("<li>(.*?)</li>")]
    private static partial Regex Sentence();
}
