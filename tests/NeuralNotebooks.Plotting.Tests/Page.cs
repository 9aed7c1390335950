using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NeuralNotebooks.Plotting.Tests;

/// <summary>What a picture writes onto a page, parsed.</summary>
internal sealed partial class Page(string html)
{
    public static Page Of(Picture picture) => new(picture.ToHtml());

    /// <summary>The alternative text on the element that a screen reader announces.</summary>
    public string Label => System.Net.WebUtility.HtmlDecode(LabelPattern().Match(html).Groups[1].Value);

    public string Caption => System.Net.WebUtility.HtmlDecode(CaptionPattern().Match(html).Groups[1].Value);

    public string Key => KeyPattern().Match(html).Groups[1].Value;

    /// <summary>What the drawing script gets: start, labels, and the frames with what they have in common.</summary>
    public JsonElement Drawing => JsonDocument.Parse(DrawingPattern().Match(html).Groups[1].Value).RootElement;

    public JsonElement Layout => Frame(0).GetProperty("layout");

    public JsonElement[] Traces => [.. Frame(0).GetProperty("data").EnumerateArray()];

    /// <summary>The first frame, and all of them as "frames".</summary>
    public JsonElement Whole
    {
        get
        {
            JsonObject drawing = JsonObject.Create(Drawing)!, whole = FrameOf(drawing, 0);
            whole["frames"] = new JsonArray([.. drawing["frames"]!.AsArray().Select((_, k) => FrameOf(drawing, k))]);
            return JsonSerializer.SerializeToElement(whole);
        }
    }

    /// <summary>A frame as the script puts it together.</summary>
    public JsonElement Frame(int index) =>
        JsonSerializer.SerializeToElement(FrameOf(JsonObject.Create(Drawing)!, index));

    /// <summary>The trace of a frame with the given name.</summary>
    public JsonElement Trace(string name, int frame = 0) =>
        Frame(frame).GetProperty("data").EnumerateArray()
            .First(trace => trace.TryGetProperty("name", out JsonElement own)
            && own.GetString()!.StartsWith(name, StringComparison.Ordinal));

    public static JsonObject FrameOf(JsonObject drawing, int index)
    {
        JsonObject shared = drawing["shared"]!.AsObject(), own = drawing["frames"]![index]!.AsObject();
        JsonObject whole =
            new()
            {
                ["data"] = new JsonArray(
                [.. own["data"]!.AsArray().Select((trace, place) => Whole(shared["data"]![place]!, trace!))])
            };
        foreach ((string part, JsonNode? value) in own.Where(part => part.Key != "data"))
            whole[part] = Whole(shared[part]!, value!);
        return whole;

        JsonObject Whole(JsonNode common, JsonNode rest) =>
            new(common.AsObject().Concat(rest.AsObject())
            .Select(property => KeyValuePair.Create(property.Key, Resolved(property.Value))));

        JsonNode? Resolved(JsonNode? node) => node switch
        {
            JsonArray items => new JsonArray([.. items.Select(Resolved)]),
            JsonObject reference when reference.ContainsKey("list") =>
                new JsonArray(
                    [.. drawing["lists"]![(int)reference["list"]!]!.AsArray()
                    .Take((int?)reference["first"] ?? int.MaxValue).Select(item => item?.DeepClone())]),
            JsonObject properties =>
                new JsonObject(
                    properties.Select(property => KeyValuePair.Create(property.Key, Resolved(property.Value)))),
            _ => node?.DeepClone(),
        };
    }

    [GeneratedRegex("role=\"img\" aria-label=\"([^\"]*)\"")]
    private static partial Regex LabelPattern();

    [GeneratedRegex("<figcaption[^>]*>([^<]*)</figcaption>")]
    private static partial Regex CaptionPattern();

    [GeneratedRegex("data-nn-picture=\"([0-9a-f]+)\"")]
    private static partial Regex KeyPattern();

    [GeneratedRegex("""<script>\nnn[0-9a-f]+\("[0-9a-f]+", (.*)\);\n</script>""")]
    private static partial Regex DrawingPattern();
}
