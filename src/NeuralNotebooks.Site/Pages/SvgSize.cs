namespace NeuralNotebooks.Site;

/// <summary>The size of an SVG image in pixels, as attributes of the element that shows it: so the page does not move
/// when the image arrives.</summary>
internal static class SvgSize
{
    public static Html Of(string? file)
    {
        if (!File.Exists(file) || !file.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
            return default;
        IElement? image = HtmlTree.Parse(NamedFile.ReadAllText(file), runsScripts: false).QuerySelector("svg");
        return int.TryParse(image?.GetAttribute("width"), CultureInfo.InvariantCulture, out int width)
            && int.TryParse(image?.GetAttribute("height"), CultureInfo.InvariantCulture, out int height)
            ? Html.Of($" width=\"{width}\" height=\"{height}\"") : default;
    }
}
