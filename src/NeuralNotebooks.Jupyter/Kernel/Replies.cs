using System.Text.Json.Nodes;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Jupyter;

/// <summary>Contents of replies by status.</summary>
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

    public static JsonObject Error(ErrorOutput error)
    {
        JsonObject content = ErrorContent.Of(error);
        content["status"] = "error";
        return content;
    }
}
