namespace NeuralNotebooks.Jupyter;

internal sealed record Message
{
    /// <summary>The version of the messaging protocol that the kernel implements.</summary>
    public const string ProtocolVersion = "5.4";

    /// <summary>The frames before the delimiter: identities by which a reply is routed or, for a publication, its
    /// topic.</summary>
    public IReadOnlyList<byte[]> Routing { get; init; } = [];

    public required JsonObject Header { get; init; }

    /// <summary>The header of the request that caused this message; empty if there is none.</summary>
    public JsonObject ParentHeader { get; init; } = [];

    public JsonObject Metadata { get; init; } = [];

    public required JsonObject Content { get; init; }

    /// <summary>Why a part other than the header cannot be read, for the reply; null if all can.</summary>
    public string? Problem { get; init; }

    public string Type => Header.Text("msg_type") ?? "";

    public string? Text(string name) => Content.Text(name);

    public bool Flag(string name, bool fallback) =>
        Content[name] is JsonValue value && value.TryGetValue(out bool flag) ? flag : fallback;

    public int? Number(string name) => Content.Number(name);
}
