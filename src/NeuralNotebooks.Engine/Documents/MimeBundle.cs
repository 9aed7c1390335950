using System.Diagnostics.CodeAnalysis;

namespace NeuralNotebooks.Engine;

/// <summary>One value in several representations, by MIME type, in the order in which they were added.</summary>
/// <remarks>Text is held as a string; a JSON type (<c>application/json</c>, <c>application/…+json</c>) as
/// JSON.</remarks>
[SuppressMessage("Naming", "CA1710", Justification = "The name that the Jupyter protocol gives it.")]
public sealed class MimeBundle() : OrderedDictionary<string, JsonNode?>(StringComparer.Ordinal)
{
    public const string PlainText = "text/plain";

    public const string Html = "text/html";

    /// <summary>The type under which an output has facts for a page, beside its HTML.</summary>
    /// <remarks>The library's <c>DisplayFacts.Type</c> is a second copy, since the library also runs in other kernels,
    /// without the engine, and the engine runs notebooks without the library; tests hold both together.</remarks>
    internal const string Facts = "application/vnd.neuralnotebooks+json";

    public IReadOnlyList<string> Types => Keys;

    internal long Length => Types.Sum(type => (long)type.Length + (Text(type)?.Length ?? 0));

    public static MimeBundle Plain(string text) => new() { { PlainText, text } };

    public new void Add(string mimeType, JsonNode? representation) => this[mimeType] = representation;

    public string? Text(string mimeType)
        => !TryGetValue(mimeType, out JsonNode? node) ? null
            : node is JsonValue value && value.TryGetValue(out string? text) ? text
            : node?.ToJsonString() ?? "null";

    /// <summary>Whether the representation of a type is stored as JSON, not as lines of text.</summary>
    public static bool IsJson(string mimeType) =>
        mimeType == "application/json"
        || (mimeType.StartsWith("application/", StringComparison.Ordinal)
            && mimeType.EndsWith("+json", StringComparison.Ordinal));

    public JsonObject ToJson() => new(this.Select(entry => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone())));
}
