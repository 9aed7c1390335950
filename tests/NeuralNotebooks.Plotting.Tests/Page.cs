using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NeuralNotebooks.Plotting.Tests;

/// <summary>The HTML of a picture, parsed.</summary>
internal sealed partial class Page(string html)
{
    public static Page Of(Picture picture) => new(picture.ToHtml());

    /// <summary>The alternative text on the element that a screen reader announces.</summary>
    public string Label => System.Net.WebUtility.HtmlDecode(LabelPattern().Match(html).Groups[1].Value);

    public string Caption => System.Net.WebUtility.HtmlDecode(CaptionPattern().Match(html).Groups[1].Value);

    public string Key => KeyPattern().Match(html).Groups[1].Value;

    /// <summary>The data of the drawing script: frames, start and labels.</summary>
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

    /// <summary>A frame as the script assembles it.</summary>
    public JsonElement Frame(int index) =>
        JsonSerializer.SerializeToElement(FrameOf(JsonObject.Create(Drawing)!, index));

    /// <summary>The first frame with the course's style, on a wide page and on a narrow one.</summary>
    public JsonElement Styled => JsonDocument.Parse(PlotlyPage.RunScript($$"""
        const style = {{PageScript.Code("style.js")}};
        const figure = () => ({{Frame(0).GetRawText()}});
        const palette = {{CourseColours.ForScripts}};
        console.log(JSON.stringify({ wide: style(figure(), palette, false), narrow: style(figure(), palette, true) }));
        """)).RootElement;

    /// <summary>The trace of a frame with the given name.</summary>
    public JsonElement Trace(string name, int frame = 0) =>
        Frame(frame).GetProperty("data").EnumerateArray()
            .First(trace => trace.TryGetProperty("name", out JsonElement own)
            && own.GetString()!.StartsWith(name, StringComparison.Ordinal));

    public static JsonObject FrameOf(JsonObject drawing, int index)
    {
        JsonObject own = drawing["frames"]![index]!.AsObject(),
            before = index == 0 ? new() { ["data"] = new JsonArray() } : FrameOf(drawing, index - 1);
        return new()
        {
            ["layout"] = Whole(before["layout"], own["layout"]!),
            ["data"] = new JsonArray([.. own["data"]!.AsArray().Select((trace, place) =>
                Whole(before["data"]!.AsArray().ElementAtOrDefault(place), trace!))]),
        };

        JsonObject Whole(JsonNode? earlier, JsonNode changes)
        {
            JsonObject whole = earlier?.DeepClone().AsObject() ?? [];
            foreach ((string name, JsonNode? value) in changes.AsObject())
            {
                whole.Remove(name);
                if (value is not null)
                    whole[name] = Resolved(value);
            }
            return whole;
        }

        JsonNode? Resolved(JsonNode? node) => node switch
        {
            JsonArray items => new JsonArray([.. items.Select(Resolved)]),
            JsonObject array when array.ContainsKey("bdata") => Decoded(array),
            JsonObject properties =>
                new JsonObject(
                    properties.Select(property => KeyValuePair.Create(property.Key, Resolved(property.Value)))),
            _ => node?.DeepClone(),
        };
    }

    /// <summary>The list that a typed array stands for.</summary>
    public static JsonArray Decoded(JsonNode list)
    {
        if (list is not JsonObject array)
            return list.AsArray();
        byte[] bytes = Convert.FromBase64String((string)array["bdata"]!);
        string type = (string)array["dtype"]!;
        int size = type[1] - '0';
        IEnumerable<double> numbers =
            Enumerable.Range(0, bytes.Length / size).Select(i => Number(type, bytes.AsSpan(i * size)));
        if (array["step"] is { } step)
            numbers = numbers.Select(k =>
                k == ushort.MaxValue ? double.NaN : (double)array["from"]! + k * (double)step!);
        JsonNode?[] items = [.. numbers.Select(number => double.IsNaN(number) ? null : (JsonNode)number)];
        if (array["shape"] is not { } shape)
            return new(items);
        int width = int.Parse(((string)shape!).Split(',')[1], CultureInfo.InvariantCulture);
        return new([.. items.Chunk(width).Select(row => new JsonArray(row))]);
    }

    private static double Number(string type, ReadOnlySpan<byte> bytes) => type switch
    {
        "u1" => bytes[0],
        "i1" => (sbyte)bytes[0],
        "u2" => BitConverter.ToUInt16(bytes),
        "i2" => BitConverter.ToInt16(bytes),
        "i4" => BitConverter.ToInt32(bytes),
        // The digits of the float; as a double it would have more.
        "f4" => double.Parse(
            BitConverter.ToSingle(bytes).ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        _ => BitConverter.ToDouble(bytes),
    };

    [GeneratedRegex("role=\"img\" aria-label=\"([^\"]*)\"")]
    private static partial Regex LabelPattern();

    [GeneratedRegex("<figcaption[^>]*>([^<]*)</figcaption>")]
    private static partial Regex CaptionPattern();

    [GeneratedRegex("data-nn-picture=\"([0-9a-f]+)\"")]
    private static partial Regex KeyPattern();

    [GeneratedRegex("""<script>\nnn[0-9a-f]+\("[0-9a-f]+", (.*)\);\n</script>""")]
    private static partial Regex DrawingPattern();
}
