using System.Text.Json.Nodes;

namespace NeuralNotebooks.Jupyter;

/// <summary>What replies have in common: their status.</summary>
internal static class Replies
{
    public static JsonObject Ok(params ReadOnlySpan<KeyValuePair<string, JsonNode?>> fields)
    {
        var content = new JsonObject { ["status"] = "ok" };
        foreach ((string name, JsonNode? value) in fields)
            content[name] = value;
        return content;
    }

    public static JsonObject Aborted() => new() { ["status"] = "aborted" };

    public static JsonObject Error(string name, string message, params IEnumerable<string> traceback) => new()
    {
        ["status"] = "error",
        ["ename"] = name,
        ["evalue"] = message,
        ["traceback"] = new JsonArray([.. traceback.Select(line => JsonValue.Create(line))]),
    };
}
