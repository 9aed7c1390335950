using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace NeuralNotebooks.Engine;

/// <summary>One value in several representations, by MIME type, in the order in which they were added.</summary>
/// <remarks>Text is held as a string; a JSON type (<c>application/json</c>, <c>application/…+json</c>) as
/// JSON.</remarks>
[SuppressMessage("Naming", "CA1710", Justification = "The name that the Jupyter protocol gives it.")]
public sealed class MimeBundle : IEnumerable<KeyValuePair<string, JsonNode?>>
{
    /// <summary><c>text/plain</c>.</summary>
    public const string PlainText = "text/plain";

    /// <summary><c>text/html</c>.</summary>
    public const string Html = "text/html";

    private readonly OrderedDictionary<string, JsonNode?> _representations = new(StringComparer.Ordinal);

    /// <summary>The MIME types, in order.</summary>
    public IReadOnlyList<string> Types => _representations.Keys;

    /// <summary>A bundle of plain text only.</summary>
    public static MimeBundle Plain(string text) => new() { { PlainText, text } };

    /// <summary>Adds or replaces a representation.</summary>
    public void Add(string mimeType, string text) => _representations[mimeType] = JsonValue.Create(text);

    /// <summary>Adds or replaces a representation that is JSON.</summary>
    public void Add(string mimeType, JsonNode? json) => _representations[mimeType] = json;

    /// <summary>The representation of a type as text, or null when there is none.</summary>
    public string? Text(string mimeType)
        => !_representations.TryGetValue(mimeType, out JsonNode? node) ? null
            : node is JsonValue value && value.TryGetValue(out string? text) ? text
            : node?.ToJsonString() ?? "null";

    /// <summary>Whether the representation of a type is stored as JSON, not as lines of text.</summary>
    public static bool IsJson(string mimeType) =>
        mimeType == "application/json"
        || (
            mimeType.StartsWith("application/", StringComparison.Ordinal)
            && mimeType.EndsWith("+json", StringComparison.Ordinal)
        );

    /// <summary>The bundle as a JSON object: a deep copy.</summary>
    public JsonObject ToJson() =>
        new(_representations.Select(entry => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone())));

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, JsonNode?>> GetEnumerator() => _representations.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
