namespace NeuralNotebooks.Jupyter;

/// <summary>A Jupyter message.</summary>
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

    /// <summary>A string in the content; null if there is none.</summary>
    public string? Text(string name) => Content.Text(name);

    /// <summary>A Boolean in the content, or the default if there is none.</summary>
    public bool Flag(string name, bool fallback) =>
        Content[name] is JsonValue value && value.TryGetValue(out bool flag) ? flag : fallback;

    /// <summary>An integer in the content; null if there is none.</summary>
    public int? Number(string name) => Content.Number(name);
}
