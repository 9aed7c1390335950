using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuralNotebooks.Plotting;

/// <summary>Frames as JSON that says once what they have in common; <c>picture.js</c> puts them together again.</summary>
/// <remarks>
/// <c>shared</c> holds, for each trace by its place and for the layout, the properties that are equal in all frames, and each frame the others.
/// <c>lists</c> holds each long list of numbers once: <c>{"list": 3, "first": 12}</c> stands for the first twelve numbers of list 3,
/// so that a line that grows from frame to frame is written once.
/// </remarks>
internal sealed class PackedFrames
{
    // A shorter list is not longer than what would stand for it.
    private const int ShortestList = 8;

    private readonly Dictionary<string, (int List, int? First)> places = new(StringComparer.Ordinal);
    private readonly List<string> lists = [];

    private PackedFrames(JsonObject[] frames)
    {
        Dictionary<string, int> found = new(StringComparer.Ordinal);
        foreach (JsonObject frame in frames)
            Collect(frame, found);
        // From the longest to the shortest: the beginning of a list comes after it.
        foreach ((string text, int count) in found.OrderByDescending(list => list.Key.Length).ThenBy(list => list.Key, StringComparer.Ordinal))
        {
            int owner = lists.FindIndex(list => IsBeginning(text, list));
            if (owner < 0)
                lists.Add(text);
            places[text] = owner < 0 ? (lists.Count - 1, null) : (owner, count);
        }
    }

    /// <summary>The three parts <c>lists</c>, <c>shared</c> and <c>frames</c>.</summary>
    /// <param name="frames">Objects with <c>data</c>, a list of traces, <c>layout</c>, and perhaps <c>narrow</c>.</param>
    public static JsonObject Of(JsonObject[] frames)
    {
        PackedFrames packed = new(frames);
        JsonObject[] own = [.. frames.Select(_ => new JsonObject { ["data"] = new JsonArray() })];
        JsonObject shared = new() { ["data"] = new JsonArray() };
        int traces = frames.Max(frame => frame["data"]!.AsArray().Count);
        for (int place = 0; place < traces; place++)
        {
            // Frames may have different numbers of traces.
            int[] having = [.. Enumerable.Range(0, frames.Length).Where(k => frames[k]["data"]!.AsArray().Count > place)];
            (JsonObject common, JsonObject[] rest) = packed.Split([.. having.Select(k => frames[k]["data"]![place]!.AsObject())]);
            shared["data"]!.AsArray().Add(common);
            for (int i = 0; i < having.Length; i++)
                own[having[i]]["data"]!.AsArray().Add(rest[i]);
        }
        foreach (string part in new[] { "layout", "narrow" })
        {
            if (!frames.All(frame => frame.ContainsKey(part)))
                continue;
            (JsonObject common, JsonObject[] rest) = packed.Split([.. frames.Select(frame => frame[part]!.AsObject())]);
            shared[part] = common;
            for (int k = 0; k < frames.Length; k++)
                own[k][part] = rest[k];
        }
        return new()
        {
            ["lists"] = new JsonArray([.. packed.lists.Select(list => JsonNode.Parse(list))]),
            ["shared"] = shared,
            ["frames"] = new JsonArray([.. own]),
        };
    }

    /// <summary>The properties that all have and that are equal in all, and those that are left of each.</summary>
    private (JsonObject Common, JsonObject[] Own) Split(JsonObject[] parts)
    {
        Dictionary<string, string>[] texts = [.. parts.Select(part => part.ToDictionary(property => property.Key, property => Packed(property.Value)))];
        HashSet<string> common = [.. texts[0].Where(property => texts.All(other => other.GetValueOrDefault(property.Key) == property.Value)).Select(property => property.Key)];
        return (Chosen(texts[0], common.Contains), [.. texts.Select(text => Chosen(text, name => !common.Contains(name)))]);

        static JsonObject Chosen(Dictionary<string, string> properties, Predicate<string> wanted) =>
            new(properties.Where(property => wanted(property.Key)).Select(property => KeyValuePair.Create(property.Key, JsonNode.Parse(property.Value))));
    }

    private string Packed(JsonNode? value)
    {
        return Stand(value?.DeepClone())?.ToJsonString() ?? "null";

        JsonNode? Stand(JsonNode? node)
        {
            switch (node)
            {
                case JsonArray list when IsLongList(list):
                    (int index, int? first) = places[list.ToJsonString()];
                    JsonObject reference = new() { ["list"] = index };
                    if (first is int count)
                        reference["first"] = count;
                    return reference;
                case JsonArray items:
                    for (int i = 0; i < items.Count; i++)
                        Replace(items[i], inner => items[i] = inner);
                    return items;
                case JsonObject properties:
                    foreach (string name in properties.Select(property => property.Key).ToArray())
                        Replace(properties[name], inner => properties[name] = inner);
                    return properties;
                default:
                    return node;
            }
        }

        void Replace(JsonNode? inner, Action<JsonNode?> set)
        {
            JsonNode? standing = Stand(inner);
            if (!ReferenceEquals(standing, inner))
                set(standing);
        }
    }

    private static void Collect(JsonNode? node, Dictionary<string, int> found)
    {
        switch (node)
        {
            case JsonArray list when IsLongList(list):
                found[list.ToJsonString()] = list.Count;
                break;
            case JsonArray items:
                foreach (JsonNode? item in items)
                    Collect(item, found);
                break;
            case JsonObject properties:
                foreach ((_, JsonNode? value) in properties)
                    Collect(value, found);
                break;
        }
    }

    // Numbers, gaps between them, and rows of them: texts may be colours, which depend on the ground.
    private static bool IsLongList(JsonArray list) => (list.Count >= ShortestList || list.FirstOrDefault() is JsonArray { Count: >= ShortestList }) && list.All(IsNumeric);

    private static bool IsNumeric(JsonNode? item) => item is null || item is JsonArray row && row.All(IsNumeric) || item.GetValueKind() == JsonValueKind.Number;

    private static bool IsBeginning(string text, string list) =>
        list.Length > text.Length && list[text.Length - 1] == ',' && list.AsSpan().StartsWith(text.AsSpan(0, text.Length - 1), StringComparison.Ordinal);
}
