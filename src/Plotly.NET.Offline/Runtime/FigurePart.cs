using System.Collections;
using System.Text.Json.Nodes;

namespace Plotly.NET;

/// <summary>A part of a figure in the schema of plotly.js: a trace, an axis, a line. A property that is not set has the
/// default of plotly.js.</summary>
/// <param name="json">The properties that are set.</param>
/// <remarks>
/// Charts of this project and pictures of the course are made of such parts. In a build with the real Plotly.NET this
/// file is compiled into NeuralNotebooks.Plotting.
/// </remarks>
public class FigurePart(JsonObject json) : IEnumerable<KeyValuePair<string, JsonNode?>>
{
    // Lists of a layout that are concatenated; any other property of the second part replaces the first's.
    private static readonly string[] _lists =
        ["annotations", "shapes", "selections", "images", "sliders", "hiddenlabels", "updatemenus"];

    /// <summary>A part in which nothing is set.</summary>
    public FigurePart() : this([]) { }

    /// <summary>The part as plotly.js reads it.</summary>
    public JsonObject Json { get; } = json;

    /// <summary>A property by its name in the schema; null leaves it out.</summary>
    public JsonNode? this[string name]
    {
        set
        {
            if (value is not null)
                Json[name] = value;
        }
    }

    /// <summary>The part as a property of another.</summary>
    public static implicit operator JsonNode?(FigurePart? part) => part?.Json;

    /// <summary>Copies the properties of another part into this one. If both have an object under a name, the two
    /// objects are merged; if both have a list of parts, the items of the other list are appended.</summary>
    public void Merge(FigurePart other) => Merge(Json, other.Json);

    IEnumerator<KeyValuePair<string, JsonNode?>> IEnumerable<KeyValuePair<string, JsonNode?>>.GetEnumerator() =>
        Json.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Json.GetEnumerator();

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
