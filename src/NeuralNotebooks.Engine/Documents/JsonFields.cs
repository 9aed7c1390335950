namespace NeuralNotebooks.Engine;

/// <summary>Reads fields of untrusted JSON, in which each field may be missing or have another type.</summary>
public static class JsonFields
{
    /// <summary>A string in an object or, with several names, in nested objects; null if there is none.</summary>
    public static string? Text(this JsonObject json, params ReadOnlySpan<string> path)
    {
        JsonNode? node = json;
        foreach (string name in path)
            node = (node as JsonObject)?[name];
        return node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
    }

    public static int? Number(this JsonObject json, string name) =>
        json[name] is JsonValue value && value.TryGetValue(out int number) ? number : null;

    public static JsonArray ToJson<T>(this IEnumerable<T> values) =>
        new([.. values.Select(value => JsonValue.Create(value))]);
}
