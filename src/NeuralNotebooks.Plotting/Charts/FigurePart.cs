using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;

namespace NeuralNotebooks.Plotting;

/// <summary>A part of a figure in the schema of plotly.js: a trace, an axis, a line. A property that is not set has the
/// default of plotly.js.</summary>
/// <param name="json">The properties that are set; the part keeps this object.</param>
internal sealed class FigurePart(JsonObject json)
{
    // Lists of a layout that are concatenated; any other property of the second part replaces the first's.
    private static readonly string[] _lists =
        ["annotations", "shapes", "selections", "images", "sliders", "hiddenlabels", "updatemenus"];

    /// <summary>A part in which nothing is set.</summary>
    public FigurePart() : this(new JsonObject()) { }

    /// <summary>The part as plotly.js reads it.</summary>
    public JsonObject Json { get; } = json;

    /// <summary>Sets a property, by its name in the schema, to a copy of a value; null leaves it out.</summary>
    public object? this[string name]
    {
        set
        {
            if (JsonOf(value) is { } property)
                Json[name] = property;
        }
    }

    /// <summary>A copy into which another part is merged.</summary>
    public FigurePart With(FigurePart more)
    {
        FigurePart copy = new();
        copy.Merge(this);
        copy.Merge(more);
        return copy;
    }

    /// <summary>Copies the properties of another part into this one. If both have an object under a name, the two
    /// objects are merged; if both have a list of parts, the items of the other list are appended.</summary>
    public void Merge(FigurePart other) => Merge(Json, other.Json);

    /// <summary>A copy of a value as JSON.</summary>
    internal static JsonNode? JsonOf(object? value)
    {
        return value switch
        {
            null => null,
            JsonNode node => node.DeepClone(),
            FigurePart part => part.Json.DeepClone(),
            string or char or Enum => value.ToString(),
            double number when double.IsFinite(number) => number,
            int number => number,
            bool truth => truth,
            DateTime time => time,
            IEnumerable items => new JsonArray([.. items.Cast<object?>().Select(JsonOf)]),
            IFormattable number and IConvertible => Number(number.ToString(null, CultureInfo.InvariantCulture)),
            _ => throw new ArgumentException($"A chart cannot hold a {value.GetType()}.", nameof(value)),
        };
    }

    // JSON has no NaN and no infinity: they are written as texts, as in Plotly.NET.
    private static JsonNode? Number(string text) =>
        text is "NaN" or "Infinity" or "-Infinity" ? text : JsonNode.Parse(text);

    private static void Merge(JsonObject ours, JsonObject theirs)
    {
        foreach ((string name, JsonNode? value) in theirs)
        {
            if (value is JsonObject part && ours[name] is JsonObject own)
                Merge(own, part);
            else if (_lists.Contains(name) && value is JsonArray items && ours[name] is JsonArray before)
                ours[name] = new JsonArray([.. before.Concat(items).Select(item => item?.DeepClone())]);
            else
                ours[name] = value?.DeepClone();
        }
    }
}
