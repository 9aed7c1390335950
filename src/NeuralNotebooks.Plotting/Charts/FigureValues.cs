using System.Text.Json.Nodes;

namespace NeuralNotebooks.Plotting;

/// <summary>Numbers, texts and colours as the properties of a figure.</summary>
internal static class FigureValues
{
    /// <summary>Text escaped for plotly.js, which interprets <c>&lt;b&gt;</c> and <c>&amp;lt;</c> as markup.</summary>
    public static string Verbatim(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;");

    /// <summary>A list of numbers, in which NaN is a gap.</summary>
    public static JsonArray Numbers(params IEnumerable<double> values) =>
        new([.. values.Select(value => double.IsNaN(value) ? null : (JsonNode)value)]);

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    /// <summary>Colours at fractions of a range of values.</summary>
    public static JsonArray ColorScale((double Stop, string Color)[] stops) =>
        new([.. stops.Select(stop => new JsonArray(stop.Stop, stop.Color))]);

    /// <summary>Puts texts in place of the numbers on an axis or a colour bar.</summary>
    public static void SetTicks(this FigurePart part, IEnumerable<double> values, IEnumerable<string> texts)
    {
        part["tickvals"] = Numbers(values);
        part["ticktext"] = Texts(texts);
    }
}
