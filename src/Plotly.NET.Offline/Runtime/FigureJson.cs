using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Plotly.NET;

/// <summary>Charts as the JSON that plotly.js draws.</summary>
internal static class FigureJson
{
    private static readonly JsonSerializerOptions _readable =
        new(JsonSerializerOptions.Default) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Lists of a layout that are concatenated; any other property of the second object replaces the first's.
    private static readonly string[] _lists =
        ["annotations", "shapes", "selections", "images", "sliders", "hiddenlabels", "updatemenus"];

    public static string Text(JsonObject figure) => figure.ToJsonString(_readable);

    public static JsonNode? Of(object? value) => value switch
    {
        null => null,
        JsonNode node => node.DeepClone(),
        DynamicObj.DynamicObj properties => properties.Json.DeepClone(),
        Color color => Of(color.Value),
        Enum keyword when keyword.GetType().DeclaringType == typeof(StyleParam) => Of(StyleParam.InFigure(keyword)),
        string or char or Enum => value.ToString(),
        double number when double.IsFinite(number) => number,
        int number => number,
        bool truth => truth,
        DateTime time => time,
        IEnumerable items => new JsonArray([.. items.Cast<object?>().Select(Of)]),
        IFormattable number and IConvertible => Number(number.ToString(null, CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException($"A chart cannot hold a {value.GetType()}.", nameof(value)),
    };

    /// <summary>Takes over the properties of another object. Where both have an object under a name, the two are
    /// merged; where both have a list of parts, theirs are added to ours.</summary>
    public static void Merge(JsonObject ours, JsonObject theirs)
    {
        foreach ((string name, JsonNode? value) in theirs.ToArray())
        {
            if (value is JsonObject part && ours[name] is JsonObject own)
                Merge(own, part);
            else if (_lists.Contains(name) && value is JsonArray items && ours[name] is JsonArray before)
                ours[name] = Of(before.Concat(items));
            else
                ours[name] = value?.DeepClone();
        }
    }

    // JSON has no other numbers: as the original does, they are written as texts.
    private static JsonNode? Number(string text) =>
        text is "NaN" or "Infinity" or "-Infinity" ? text : JsonNode.Parse(text);
}
