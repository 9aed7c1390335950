using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuralNotebooks;

/// <summary>Frames as JSON: each has only the properties of its traces and of its layout that differ from those of the
/// frame before; null stands for a property that this frame does not have. Long lists of numbers are typed
/// arrays.</summary>
internal static class FrameChanges
{
    // A shorter list is about as short as a typed array.
    private const int MinListLength = 8;

    public static JsonArray Of(Figure[] frames)
    {
        // Frames may share nodes, such as contours of thousands of numbers: each is converted once.
        Dictionary<JsonNode, string> texts = new(ReferenceEqualityComparer.Instance);
        Dictionary<string, string>[][] parts = [.. frames.Select(frame => Parts(frame, texts))];
        return [.. parts.Select((own, k) => Changes(k == 0 ? [] : parts[k - 1], own))];
    }

    /// <summary>The properties of the layout and of each trace, as JSON.</summary>
    private static Dictionary<string, string>[] Parts(Figure frame, Dictionary<JsonNode, string> texts) =>
        [.. frame.Traces.Prepend(frame.Layout).Select(part =>
            part.Json.ToDictionary(property => property.Key, property => Text(property.Value, texts)))];

    private static JsonObject Changes(Dictionary<string, string>[] before, Dictionary<string, string>[] parts)
    {
        JsonObject[] changes = [.. parts.Select((part, place) => Change(before.ElementAtOrDefault(place) ?? [], part))];
        return new() { ["layout"] = changes[0], ["data"] = new JsonArray([.. changes[1..]]) };

        static JsonObject Change(Dictionary<string, string> before, Dictionary<string, string> part) =>
            new(before.Keys.Union(part.Keys)
                .Where(name => before.GetValueOrDefault(name) != part.GetValueOrDefault(name))
                .Select(name => KeyValuePair.Create(name, JsonNode.Parse(part.GetValueOrDefault(name, "null")))));
    }

    private static string Text(JsonNode? node, Dictionary<JsonNode, string> texts)
    {
        if (node is null)
            return "null";
        if (!texts.TryGetValue(node, out string? text))
        {
            text = node switch
            {
                JsonArray list when IsLongList(list) => TypedArray.Of(list).ToJsonString(),
                JsonArray items => $"[{string.Join(',', items.Select(item => Text(item, texts)))}]",
                JsonObject properties =>
                    "{" + string.Join(',', properties.Select(property =>
                        $"{JsonSerializer.Serialize(property.Key)}:{Text(property.Value, texts)}")) + "}",
                _ => node.ToJsonString(),
            };
            texts.Add(node, text);
        }
        return text;
    }

    // Numbers, gaps, and rows of numbers only: strings may be colours, which depend on the background.
    private static bool IsLongList(JsonArray list) =>
        (list.Count >= MinListLength || list.FirstOrDefault() is JsonArray { Count: >= MinListLength })
        && list.All(IsNumeric);

    private static bool IsNumeric(JsonNode? item) => item is null || item is JsonArray row && row.All(IsNumeric)
        || item.GetValueKind() == JsonValueKind.Number;
}
