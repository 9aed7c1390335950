using System.Text.Json.Nodes;

namespace NeuralNotebooks.Jupyter;

/// <summary>A Jupyter message.</summary>
internal sealed record Message
{
    /// <summary>The version of the messaging protocol that the kernel keeps to.</summary>
    public const string ProtocolVersion = "5.4";

    /// <summary>The frames before the delimiter, by which a reply finds its way through brokers; for a publication its topic.</summary>
    public IReadOnlyList<byte[]> Routing { get; init; } = [];

    public required JsonObject Header { get; init; }

    /// <summary>The header of the request that this message belongs to; empty if none.</summary>
    public JsonObject ParentHeader { get; init; } = [];

    public JsonObject Metadata { get; init; } = [];

    public required JsonObject Content { get; init; }

    /// <summary>Binary data beside the content, which is not signed.</summary>
    public IReadOnlyList<byte[]> Buffers { get; init; } = [];

    public string Type => Text(Header, "msg_type") ?? "";

    /// <summary>A text in the content; null when it is not there or none.</summary>
    public string? Text(string name) => Text(Content, name);

    /// <summary>A truth value in the content, or what holds when it is not there.</summary>
    public bool Flag(string name, bool otherwise) => Content[name] is JsonValue value && value.TryGetValue(out bool flag) ? flag : otherwise;

    /// <summary>A whole number in the content; null when it is not there or none.</summary>
    public int? Number(string name) => Content[name] is JsonValue value && value.TryGetValue(out int number) ? number : null;

    private static string? Text(JsonObject fields, string name) => fields[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
