using System.Text.Json.Nodes;

namespace NeuralNotebooks.Plotting;

/// <summary>A part of a figure in the schema of plotly.js; what is not set has the default of plotly.js.</summary>
internal class FigurePart(JsonObject json)
{
    public FigurePart() : this([]) { }

    public JsonObject Json { get; } = json;

    /// <summary>A property by its name in the schema.</summary>
    public JsonNode? this[string name]
    {
        set
        {
            if (value is not null)
                Json[name] = value;
        }
    }

    public static implicit operator JsonNode?(FigurePart? part) => part?.Json;

    /// <summary>Text escaped for plotly.js, which interprets <c>&lt;b&gt;</c> and <c>&amp;lt;</c> as markup.</summary>
    public static string Verbatim(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;");

    protected static JsonObject Text(string text) => new() { ["text"] = Verbatim(text) };

    /// <summary>A list of numbers, in which NaN is a gap.</summary>
    protected static JsonArray Numbers(params IEnumerable<double> values) =>
        new([.. values.Select(value => double.IsNaN(value) ? null : (JsonNode)value)]);

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    /// <summary>Colours at fractions of a range of values.</summary>
    public static JsonArray ColorScale((double Stop, string Color)[] stops) =>
        new([.. stops.Select(stop => new JsonArray(stop.Stop, stop.Color))]);

    /// <summary>Texts in place of the numbers on an axis or a colour bar.</summary>
    protected void SetTicks(IEnumerable<double> values, IEnumerable<string> texts)
    {
        this["tickvals"] = Numbers(values);
        this["ticktext"] = Texts(texts);
    }
}
