using System.Xml.Linq;

namespace NeuralNotebooks.Plotting.Tests;

internal static class SvgElements
{
    /// <summary>All elements of a kind, such as <c>text</c>.</summary>
    public static IEnumerable<XElement> All(this XElement svg, string name) =>
        svg.Descendants().Where(element => element.Name.LocalName == name);
}
