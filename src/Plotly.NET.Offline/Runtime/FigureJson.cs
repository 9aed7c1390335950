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

    public static string Text(JsonObject figure) => figure.ToJsonString(_readable);

    public static JsonNode? Of(object? value) => value switch
    {
        null => null,
        JsonNode node => node.DeepClone(),
        FigurePart part => part.Json.DeepClone(),
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

    // JSON has no NaN and no infinity: they are written as texts, as Plotly.NET does.
    private static JsonNode? Number(string text) =>
        text is "NaN" or "Infinity" or "-Infinity" ? text : JsonNode.Parse(text);
}
