using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuralNotebooks;

/// <summary>Frames as JSON without repetition; <c>chart.js</c> expands them.</summary>
/// <remarks>
/// <c>shared</c> has the properties of each trace, by index, and of the layout that are equal in all frames; each frame
/// has the other properties. <c>lists</c> has each long list of numbers once, as a <see cref="TypedArray"/>:
/// <c>{"list": 3, "first": 12}</c> stands for the first twelve numbers of list 3, so that a line that grows from frame
/// to frame is written once. Frames as plotly.js reads them, with their numbers as typed arrays, made the page of
/// notebook 06 larger by 30 % (1.32 MB for 1.01 MB; with gzip 286 KB for 266 KB): hence this form.
/// </remarks>
internal sealed class PackedFrames
{
    // A shorter list is no longer than a reference to it.
    private const int MinListLength = 8;

    private readonly List<string> _lists = [];

    // Frames may share nodes, such as contours of thousands of numbers: each is visited once.
    private readonly Dictionary<JsonNode, string> _texts = new(ReferenceEqualityComparer.Instance);

    /// <summary>The three parts <c>lists</c>, <c>shared</c> and <c>frames</c>.</summary>
    public static JsonObject Of(Figure[] frames)
    {
        PackedFrames packed = new();
        // The last frame first: a list that grows from frame to frame is complete there.
        foreach (Figure frame in frames.Reverse())
        {
            foreach (FigurePart part in frame.Traces.Append(frame.Layout))
                packed.Text(part.Json);
        }
        (JsonObject Common, JsonObject?[] Own)[] traces =
            [.. Enumerable.Range(0, frames.Max(frame => frame.Traces.Count)).Select(place =>
                packed.Split(frames.Select(frame => frame.Traces.ElementAtOrDefault(place))))];
        JsonObject shared = new() { ["data"] = new JsonArray([.. traces.Select(trace => trace.Common)]) };
        JsonObject[] own = [.. frames.Select((_, k) => new JsonObject
        {
            ["data"] = new JsonArray([.. traces.Select(trace => trace.Own[k]).OfType<JsonObject>()]),
        })];
        (shared["layout"], JsonObject?[] layouts) = packed.Split(frames.Select(frame => frame.Layout));
        for (int k = 0; k < own.Length; k++)
            own[k]["layout"] = layouts[k];
        return new()
        {
            ["lists"] = new JsonArray(
                [.. packed._lists.Select(list => TypedArray.Of(JsonNode.Parse(list)!.AsArray()))]),
            ["shared"] = shared,
            ["frames"] = new JsonArray([.. own]),
        };
    }

    /// <summary>The properties that are equal in all parts, and the remaining properties of each; null stands for a
    /// frame without the part.</summary>
    private (JsonObject Common, JsonObject?[] Own) Split(IEnumerable<FigurePart?> parts)
    {
        Dictionary<string, string>?[] all =
            [.. parts.Select(part =>
                part?.Json.ToDictionary(property => property.Key, property => Text(property.Value)))];
        Dictionary<string, string>[] there = [.. all.OfType<Dictionary<string, string>>()];
        ILookup<bool, string> names = there.SelectMany(properties => properties.Keys).Distinct().ToLookup(name =>
            there.All(properties => properties.GetValueOrDefault(name) == there[0].GetValueOrDefault(name)));
        return (Chosen(there[0], names[true])!, [.. all.Select(properties => Chosen(properties, names[false]))]);

        static JsonObject? Chosen(Dictionary<string, string>? properties, IEnumerable<string> names) =>
            properties is null ? null : new(properties.Where(property => names.Contains(property.Key))
                .Select(property => KeyValuePair.Create(property.Key, JsonNode.Parse(property.Value))));
    }

    /// <summary>A value as JSON, in which references stand for long lists.</summary>
    private string Text(JsonNode? node)
    {
        if (node is null)
            return "null";
        if (!_texts.TryGetValue(node, out string? text))
        {
            text = node switch
            {
                JsonArray list when IsLongList(list) => Reference(list.ToJsonString(), list.Count),
                JsonArray items => $"[{string.Join(',', items.Select(Text))}]",
                JsonObject properties =>
                    "{" + string.Join(',', properties.Select(property =>
                        $"{JsonSerializer.Serialize(property.Key)}:{Text(property.Value)}")) + "}",
                _ => node.ToJsonString(),
            };
            _texts.Add(node, text);
        }
        return text;
    }

    private string Reference(string text, int count)
    {
        int owner = _lists.FindIndex(list => list == text || IsBeginning(text, list));
        if (owner < 0)
        {
            owner = _lists.Count;
            _lists.Add(text);
        }
        return $"{{\"list\":{owner}{(_lists[owner] == text ? "" : $",\"first\":{count}")}}}";
    }

    // Numbers, gaps, and rows of numbers only: strings may be colours, which depend on the background.
    private static bool IsLongList(JsonArray list) =>
        (list.Count >= MinListLength || list.FirstOrDefault() is JsonArray { Count: >= MinListLength })
        && list.All(IsNumeric);

    private static bool IsNumeric(JsonNode? item) => item is null || item is JsonArray row && row.All(IsNumeric)
        || item.GetValueKind() == JsonValueKind.Number;

    private static bool IsBeginning(string text, string list) =>
        list.Length > text.Length && list[text.Length - 1] == ','
            && list.AsSpan().StartsWith(text.AsSpan(0, text.Length - 1));
}
