using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuralNotebooks;

/// <summary>Frames as JSON without repetition; <c>chart.js</c> expands them.</summary>
/// <remarks>
/// In <c>frames</c>, each frame has only the properties of its traces and of its layout that differ from those of the
/// frame before; null stands for a property that this frame does not have. <c>lists</c> has each long list of numbers
/// once, as a <see cref="TypedArray"/>: <c>{"list": 3, "first": 12}</c> stands for the first twelve numbers of list 3,
/// so that a line that grows from frame to frame is written once. Frames as plotly.js reads them, with their numbers as
/// typed arrays, made the page of notebook 06 larger by 30 % (1.32 MB for 1.01 MB; with gzip 286 KB for 266 KB): hence
/// this form.
/// </remarks>
internal sealed class PackedFrames
{
    // A shorter list is no longer than a reference to it.
    private const int MinListLength = 8;

    private readonly List<string> _lists = [];

    // Frames may share nodes, such as contours of thousands of numbers: each is visited once.
    private readonly Dictionary<JsonNode, string> _texts = new(ReferenceEqualityComparer.Instance);

    /// <summary>The two parts <c>lists</c> and <c>frames</c>.</summary>
    public static JsonObject Of(Figure[] frames)
    {
        PackedFrames packed = new();
        // The last frame first: a list that grows from frame to frame is complete there.
        Dictionary<string, string>[][] parts =
            [.. frames.Reverse().Select(frame => packed.Parts(frame)).Reverse()];
        return new()
        {
            ["lists"] = new JsonArray(
                [.. packed._lists.Select(list => TypedArray.Of(JsonNode.Parse(list)!.AsArray()))]),
            ["frames"] = new JsonArray([.. parts.Select((own, k) => Changes(k == 0 ? [] : parts[k - 1], own))]),
        };
    }

    /// <summary>The properties of the layout and of each trace.</summary>
    private Dictionary<string, string>[] Parts(Figure frame) =>
        [.. frame.Traces.Prepend(frame.Layout).Select(part =>
            part.Json.ToDictionary(property => property.Key, property => Text(property.Value)))];

    private static JsonObject Changes(Dictionary<string, string>[] before, Dictionary<string, string>[] parts)
    {
        JsonObject[] changes = [.. parts.Select((part, place) => Change(before.ElementAtOrDefault(place) ?? [], part))];
        return new() { ["layout"] = changes[0], ["data"] = new JsonArray([.. changes[1..]]) };

        static JsonObject Change(Dictionary<string, string> before, Dictionary<string, string> part) =>
            new(before.Keys.Union(part.Keys)
                .Where(name => before.GetValueOrDefault(name) != part.GetValueOrDefault(name))
                .Select(name => KeyValuePair.Create(name, JsonNode.Parse(part.GetValueOrDefault(name, "null")))));
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
