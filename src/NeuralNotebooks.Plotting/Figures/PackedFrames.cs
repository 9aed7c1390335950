using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuralNotebooks.Plotting;

/// <summary>Frames as JSON without repetition; <c>picture.js</c> expands them.</summary>
/// <remarks>
/// <c>shared</c> holds the properties of each trace, by index, and of the layout that are equal in all frames; each
/// frame holds the others.
/// <c>lists</c> holds each long list of numbers once: <c>{"list": 3, "first": 12}</c> stands for the first twelve
/// numbers of list 3,
/// so that a line that grows from frame to frame is written once.
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
        // From the last frame on: what grows from frame to frame is whole there.
        foreach (Figure frame in frames.Reverse())
        {
            foreach (JsonNode? part in (FigurePart?[])[.. frame.Traces, frame.Layout, frame.Narrow])
                packed.Text(part);
        }
        JsonObject[] own = [.. frames.Select(_ => new JsonObject { ["data"] = new JsonArray() })];
        JsonObject shared = new() { ["data"] = new JsonArray() };
        for (int place = 0; place < frames.Max(frame => frame.Traces.Count); place++)
        {
            // Frames may have different numbers of traces.
            int[] having = [.. Enumerable.Range(0, frames.Length).Where(k => frames[k].Traces.Count > place)];
            (JsonObject common, JsonObject[] rest) =
                packed.Split([.. having.Select(k => frames[k].Traces[place].Json)]);
            shared["data"]!.AsArray().Add(common);
            for (int i = 0; i < having.Length; i++)
                own[having[i]]["data"]!.AsArray().Add(rest[i]);
        }
        packed.AddPart("layout", [.. frames.Select(frame => frame.Layout.Json)], shared, own);
        if (frames.All(frame => frame.Narrow is not null))
            packed.AddPart("narrow", [.. frames.Select(frame => frame.Narrow!.Json)], shared, own);
        return new()
        {
            ["lists"] = new JsonArray([.. packed._lists.Select(list => JsonNode.Parse(list))]),
            ["shared"] = shared,
            ["frames"] = new JsonArray([.. own]),
        };
    }

    private void AddPart(string name, JsonObject[] parts, JsonObject shared, JsonObject[] own)
    {
        (JsonObject common, JsonObject[] rest) = Split(parts);
        shared[name] = common;
        for (int k = 0; k < own.Length; k++)
            own[k][name] = rest[k];
    }

    /// <summary>The properties that are equal in all, and the remaining ones of each.</summary>
    private (JsonObject Common, JsonObject[] Own) Split(JsonObject[] parts)
    {
        Dictionary<string,
        string>[] all =
        [.. parts.Select(part => part.ToDictionary(property => property.Key, property => Text(property.Value)))];
        HashSet<string> common =
            [.. all[0].Where(property => all.All(other => other.GetValueOrDefault(property.Key) == property.Value))
            .Select(property => property.Key)];
        return (Chosen(all[0], common.Contains),
            [.. all.Select(properties => Chosen(properties, name => !common.Contains(name)))]);

        static JsonObject Chosen(Dictionary<string, string> properties, Predicate<string> wanted) =>
            new(properties.Where(property => wanted(property.Key))
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
        return Invariant($"{{\"list\":{owner}{(_lists[owner] == text ? "" : $",\"first\":{count}")}}}");
    }

    // Numbers, gaps, and rows of numbers only: strings may be colours, which depend on the background.
    private static bool IsLongList(JsonArray list) =>
        (list.Count >= MinListLength || list.FirstOrDefault() is JsonArray { Count: >= MinListLength })
        && list.All(IsNumeric);

    private static bool IsNumeric(JsonNode? item) => item is null || item is JsonArray row && row.All(IsNumeric)
        || item.GetValueKind() == JsonValueKind.Number;

    private static bool IsBeginning(string text, string list) =>
        list.Length > text.Length && list[text.Length - 1] == ','
            && list.AsSpan().StartsWith(text.AsSpan(0, text.Length - 1), StringComparison.Ordinal);
}
