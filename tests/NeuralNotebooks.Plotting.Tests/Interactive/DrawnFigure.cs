using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NeuralNotebooks.Plotting.Tests;

/// <summary>An interactive figure as the library draws it for the page, and as its script draws it again in
/// Node.js.</summary>
internal sealed partial class DrawnFigure
{
    // A page with the figure only, which records the changes that the script makes to its parts.
    private const string Host = """
        const drawn = {};
        const element = name => ({
          style: {}, ownerSVGElement: {}, addEventListener() {}, querySelectorAll: () => [],
          querySelector: () => element(), get children() { return [element(), element()]; },
          set innerHTML(html) { drawn[name] ??= {}; },
          setAttribute(attribute, value) { if (name) (drawn[name] ??= {})[attribute] = String(value); },
          set textContent(text) { (drawn[name] ??= {}).text = text; }
        });
        const host = {
          setAttribute() {}, querySelector: () => element(),
          querySelectorAll: selector =>
            [/data-nn-part="(.*)"/.exec(selector)].filter(Boolean).map(part => element(part[1]))
        };
        """;

    // A tenth of a pixel and the fourth digit of a text, which another order of summation may round to the other side.
    private const double Pixels = 0.11, Digits = 1.01e-3;

    private readonly string _html;

    public DrawnFigure(Picture picture)
    {
        _html = picture.ToHtml();
        int start = _html.IndexOf("<div data-nn-interactive", StringComparison.Ordinal),
            end = _html.IndexOf("<script", StringComparison.Ordinal);
        Markup = XElement.Parse(_html[start..end]);
    }

    public XElement Markup { get; }

    public IEnumerable<XElement> Parts => Markup.Descendants().Where(element => Name(element) is not null);

    public string Text(string part) => Parts.Single(element => Name(element) == part).Value;

    /// <summary>The script draws every part as the library did.</summary>
    public void AssertScriptAgrees()
    {
        JsonObject drawn = JsonNode.Parse(PlotlyPage.RunScript(
            $"{Host}\n{PlotlyPage.Functions}\nconnectInteractive(host, {new Page(_html).Drawing.GetRawText()});\n"
                + "console.log(JSON.stringify(drawn));"))!.AsObject();
        Assert.Equal(
            Parts.Select(Name).Distinct().Order(StringComparer.Ordinal),
            drawn.Select(part => part.Key).Order(StringComparer.Ordinal));
        foreach (XElement part in Parts)
        {
            foreach ((string attribute, JsonNode? value) in drawn[Name(part)!]!.AsObject())
            {
                if (attribute == "text")
                    AssertClose(part.Value, (string)value!, Name(part)!, number => Digits * Math.Abs(number));
                else if (part.Attribute(attribute)?.Value is { } written)
                    AssertClose(written, (string)value!, $"{attribute} of {Name(part)}", _ => Pixels);
            }
        }
    }

    private static string? Name(XElement element) => element.Attribute("data-nn-part")?.Value;

    private static void AssertClose(string expected, string actual, string what, Func<double, double> tolerance)
    {
        Assert.Equal(Number().Replace(expected, "#"), Number().Replace(actual, "#"));
        foreach ((Match left, Match right) in Number().Matches(expected).Zip(Number().Matches(actual)))
            Assert.True(
                Math.Abs(Parsed(left) - Parsed(right)) <= tolerance(Parsed(left)),
                $"{what}: {left} in {expected}, by the script {right}");
    }

    private static double Parsed(Match number) =>
        double.Parse(number.Value.Replace('−', '-'), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[-−]?\d+(\.\d+)?(e[-−]?\d+)?")]
    private static partial Regex Number();
}
