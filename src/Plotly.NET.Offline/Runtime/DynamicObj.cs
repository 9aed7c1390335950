using System.Collections;
using System.Text.Json.Nodes;
using Plotly.NET;

namespace DynamicObj;

/// <summary>An object whose properties are set by name. Each is what its value was at that moment: unlike in the
/// original, a list that changes later changes no chart.</summary>
public class DynamicObj : IEnumerable<KeyValuePair<string, JsonNode?>>
{
    internal JsonObject Json { get; } = [];

    IEnumerator<KeyValuePair<string, JsonNode?>> IEnumerable<KeyValuePair<string, JsonNode?>>.GetEnumerator() =>
        Json.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Json.GetEnumerator();

    public void SetProperty(string propertyName, object? propertyValue) =>
        Json[propertyName] = FigureJson.Of(propertyValue);

    internal void Merge(DynamicObj other) => FigureJson.Merge(Json, other.Json);
}
