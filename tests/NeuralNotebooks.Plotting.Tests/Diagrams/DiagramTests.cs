using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NeuralNotebooks.Plotting.Tests;

/// <summary>Drawings of equations, networks and circuits. Diagrams.approved.txt has their parts and, if they have any,
/// their steps.</summary>
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

    [Theory]
    [FactsOf("Diagrams/Diagrams")]
    public void A_diagram_draws(string fact)
    {
        Picture picture = Gallery.Of(fact);
        IEnumerable<string> parts = new DrawnCircuit(picture).Svg.Descendants()
            .Where(part => part.Name.LocalName is "circle" or "line" or "rect" or "text" or "g" or "set")
            .Select(Described).Where(part => part != "g"),
            steps = Sentence().Matches(picture.ToHtml()).Select(match =>
                System.Net.WebUtility.HtmlDecode(match.Groups[1].Value));

        ApprovedTexts.Check("Diagrams/Diagrams", fact, string.Join('\n', parts.Concat(steps)) + "\n");
    }

    [Fact]
    public void A_network_without_a_backward_pass_cannot_be_played() =>
        Assert.Throws<InvalidOperationException>(() => Plot.Backpropagation([["x₁", "x₂"], ["ŷ"]], Samples.Zero(2)));

    private static string Described(XElement part)
    {
        IEnumerable<string> attributes = _attributes
            .Where(name => part.Attribute(name) is not null)
            .Select(name => $" {name}={part.Attribute(name)!.Value}");
        string text = part.Name.LocalName == "text" ? $" \"{part.Value}\"" : "";
        return part.Name.LocalName + text + string.Concat(attributes);
    }

    [GeneratedRegex("<li>(.*?)</li>")]
    private static partial Regex Sentence();
}
