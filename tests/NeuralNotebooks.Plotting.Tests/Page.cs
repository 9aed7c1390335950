using System.Text.Json;
using System.Text.RegularExpressions;

namespace NeuralNotebooks.Plotting.Tests;

/// <summary>What a picture writes onto a page, taken apart again.</summary>
internal sealed partial class Page(string html)
{
    public static Page Of(Picture picture) => new(picture.ToHtml());

    /// <summary>The text in words on the element that an assistive reader announces.</summary>
    public string Label => System.Net.WebUtility.HtmlDecode(LabelPattern().Match(html).Groups[1].Value);

    public string Caption => System.Net.WebUtility.HtmlDecode(CaptionPattern().Match(html).Groups[1].Value);

    public string Key => KeyPattern().Match(html).Groups[1].Value;

    /// <summary>Start, labels and frames as the drawing script gets them.</summary>
    public JsonElement Drawing => JsonDocument.Parse(DrawingPattern().Match(html).Groups[1].Value).RootElement;

    public JsonElement Layout => Drawing.GetProperty("frames")[0].GetProperty("layout");

    public JsonElement[] Traces => [.. Drawing.GetProperty("frames")[0].GetProperty("data").EnumerateArray()];

    public static string Resource(string name)
    {
        using Stream stream = typeof(Page).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded in the tests.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("role=\"img\" aria-label=\"([^\"]*)\"")]
    private static partial Regex LabelPattern();

    [GeneratedRegex("<figcaption[^>]*>([^<]*)</figcaption>")]
    private static partial Regex CaptionPattern();

    [GeneratedRegex("data-nn-picture=\"([0-9a-f]+)\"")]
    private static partial Regex KeyPattern();

    [GeneratedRegex("""\}\)\("[0-9a-f]+", (.*)\);\n</script>""")]
    private static partial Regex DrawingPattern();
}
