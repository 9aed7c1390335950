namespace NeuralNotebooks.Plotting;

/// <summary>A part of a figure in the schema of plotly.js: a trace, an axis, a line. A property that is not set has the
/// default of plotly.js.</summary>
/// <param name="json">The properties that are set; the part keeps this object.</param>
internal sealed class FigurePart(JsonObject json)
{
    public FigurePart() : this(new JsonObject()) { }

    public JsonObject Json { get; } = json;

    /// <summary>Sets a property, by its name in the schema, to a copy of a value; null leaves it out.</summary>
    public object? this[string name]
    {
        set
        {
            JsonNode? property = value switch
            {
                FigurePart part => part.Json.DeepClone(),
                IEnumerable<FigurePart> parts => new JsonArray([.. parts.Select(part => part.Json.DeepClone())]),
                _ => JsonSerializer.SerializeToNode(value),
            };
            if (property is not null)
                Json[name] = property;
        }
    }

    public FigurePart With(FigurePart more)
    {
        FigurePart copy = new(Json.DeepClone().AsObject());
        Merge(copy.Json, more.Json);
        return copy;
    }

    /// <summary>Copies properties. If both have an object under a name, the two objects are merged.</summary>
    private static void Merge(JsonObject ours, JsonObject theirs)
    {
        foreach ((string name, JsonNode? value) in theirs)
        {
            if (value is JsonObject part && ours[name] is JsonObject own)
                Merge(own, part);
            else
                ours[name] = value?.DeepClone();
        }
    }
}
