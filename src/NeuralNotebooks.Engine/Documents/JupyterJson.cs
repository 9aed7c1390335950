using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace NeuralNotebooks.Engine;

/// <summary>JSON in the layout in which Jupyter writes notebooks, so that saving in either gives no
/// difference.</summary>
/// <remarks>
/// That layout is Python's <c>json.dumps(…, indent=1, ensure_ascii=False)</c>: System.Text.Json comes close but escapes
/// emoji, U+007F, U+00A0 and U+2028, and writes the escape character with a capital digit.
/// </remarks>
internal static class JupyterJson
{
    public static string Write(JsonNode? node)
    {
        var text = new StringBuilder();
        Append(text, node, depth: 0);
        return text.Append('\n').ToString();
    }

    private static void Append(StringBuilder text, JsonNode? node, int depth)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject { Count: 0 }:
                text.Append("{}");
                break;
            case JsonArray { Count: 0 }:
                text.Append("[]");
                break;
            case JsonObject fields:
                char separator = '{';
                foreach ((string name, JsonNode? value) in fields)
                {
                    NewLine(text.Append(separator), depth + 1);
                    AppendString(text, name);
                    Append(text.Append(": "), value, depth + 1);
                    separator = ',';
                }
                NewLine(text, depth).Append('}');
                break;
            case JsonArray items:
                separator = '[';
                foreach (JsonNode? item in items)
                {
                    Append(NewLine(text.Append(separator), depth + 1), item, depth + 1);
                    separator = ',';
                }
                NewLine(text, depth).Append(']');
                break;
            case JsonValue value when value.TryGetValue(out string? s):
                AppendString(text, s);
                break;
            default:
                text.Append(node.ToJsonString()); // Numbers keep the spelling that they were read with.
                break;
        }
    }

    private static StringBuilder NewLine(StringBuilder text, int depth) => text.Append('\n').Append(' ', depth);

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (char c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }
        text.Append('"');
    }
}
