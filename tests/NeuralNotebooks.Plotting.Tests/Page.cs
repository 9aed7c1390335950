namespace NeuralNotebooks.Plotting.Tests;

internal sealed partial class Page(string html)
{
    public static Page Of(Picture picture) => new(picture.ToHtml());

    /// <summary>The alternative text on the element that a screen reader announces.</summary>
    public string Label => System.Net.WebUtility.HtmlDecode(LabelPattern().Match(html).Groups[1].Value);

    public string Caption => System.Net.WebUtility.HtmlDecode(CaptionPattern().Match(html).Groups[1].Value);

    private JsonElement? _whole;

    public string[] Labels =>
        [.. Drawing.GetProperty("frames").EnumerateArray().Select(frame => frame.GetProperty("name").GetString()!)];

    public JsonElement Drawing => JsonDocument.Parse(DrawingPattern().Match(html).Groups[1].Value).RootElement;

    public JsonElement Layout => Frame(0).GetProperty("layout");

    public JsonElement[] Traces => [.. Frame(0).GetProperty("data").EnumerateArray()];

    /// <summary>The first frame, and all of them as "frames".</summary>
    public JsonElement Whole => _whole ??= JsonDocument.Parse(Script(
        "const frames = framesOf(figure);", "({ ...frames[0], frames })")).RootElement;

    public JsonElement Frame(int index) => Whole.GetProperty("frames")[index];

    /// <summary>The first frame with the course's style, on a wide page and on a narrow one.</summary>
    public JsonElement Styled => JsonDocument.Parse(Script(
        "const style = isNarrow => styleFigure(structuredClone(framesOf(figure)[0]), isNarrow);",
        "({ wide: style(false), narrow: style(true) })")).RootElement;

    /// <summary>Runs code with the functions of the drawing script and the figure of the page, and returns the JSON of
    /// an expression.</summary>
    private string Script(string code, string expression) => PlotlyPage.RunScript(
        $"{PlotlyPage.Functions}\nconst figure = {Drawing.GetRawText()};\n{code}\n"
            + $"console.log(JSON.stringify({expression}));");

    public JsonElement Trace(string name, int frame = 0) =>
        Frame(frame).GetProperty("data").EnumerateArray()
            .First(trace => trace.TryGetProperty("name", out JsonElement own)
            && own.GetString()!.StartsWith(name, StringComparison.Ordinal));

    [GeneratedRegex("role=\"img\" aria-label=\"([^\"]*)\"")]
    private static partial Regex LabelPattern();

    [GeneratedRegex("<figcaption[^>]*>([^<]*)</figcaption>")]
    private static partial Regex CaptionPattern();

    [GeneratedRegex("""<script type="application/json">(.*?)</script>""")]
    private static partial Regex DrawingPattern();
}
