using System.Xml.Linq;

namespace NeuralNotebooks.Plotting.Tests;

internal sealed class DrawnCircuit
{
    public DrawnCircuit(Picture picture) => Svg = XElement.Parse(Extract(picture.ToHtml()));

    public XElement Svg { get; }

    public IEnumerable<XElement> Texts =>
        Svg.Descendants().Where(e => e.Name.LocalName == "text" && e.Attribute("class") is not null);

    public string[] Values => Of("nn-v");

    public string[] Gradients => Of("nn-g");

    public string[] Locals => Of("nn-l");

    public string[] Symbols => Of("nn-s");

    public string[] Names => Of("nn-n");

    /// <summary>The rectangle of each text: the font's estimated width, from the top of its capitals to the bottom of
    /// its comma.</summary>
    public (string Text, double Left, double Top, double Right, double Bottom)[] Rectangles => [.. Texts.Select(text =>
    {
        double size = Number(text, "font-size"), x = Number(text, "x"), y = Number(text, "y"),
            width = SvgText.Width(text.Value, size);
        double left =
            (string?)text.Attribute("text-anchor") switch { "end" => x - width, "middle" => x - width / 2, _ => x };
        return (text.Value, left, y - 0.74 * size, left + width, y + 0.2 * size);
    })];

    public static double Number(XElement element, string attribute) =>
        double.Parse((string)element.Attribute(attribute)!, CultureInfo.InvariantCulture);

    private static string Extract(string html) =>
        html[html.IndexOf("<svg", StringComparison.Ordinal)..(html.IndexOf("</svg>", StringComparison.Ordinal) + 6)];

    private string[] Of(string kind) =>
        [.. Texts.Where(text => (string?)text.Attribute("class") == kind).Select(text => text.Value)];
}
