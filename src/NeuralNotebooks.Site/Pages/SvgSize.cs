using System.Xml;

namespace NeuralNotebooks.Site;

/// <summary>The size of an SVG image, so that the page does not move when the image arrives.</summary>
internal static class SvgSize
{
    public static Html Of(string? file)
    {
        if (!File.Exists(file) || !file.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
            return default;
        try
        {
            using var reader = XmlReader.Create(file);
            return reader.MoveToContent() == XmlNodeType.Element
                && int.TryParse(reader["width"], CultureInfo.InvariantCulture, out int width)
                && int.TryParse(reader["height"], CultureInfo.InvariantCulture, out int height)
                ? Html.Of($" width=\"{width}\" height=\"{height}\"")
                : default;
        }
        catch (XmlException)
        {
            return default;
        }
    }
}
