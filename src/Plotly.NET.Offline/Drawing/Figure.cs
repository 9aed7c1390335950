using System.Text.Json.Nodes;

namespace NeuralNotebooks;

/// <summary>Traces and their layout, in the schema of plotly.js.</summary>
/// <param name="Traces">The traces, in drawing order. Figures may share them.</param>
/// <param name="Layout">The parts that belong to no single trace.</param>
internal sealed record Figure(IReadOnlyList<FigurePart> Traces, FigurePart Layout)
{
    /// <summary>The width and the height that Plotly.NET writes if none is set.</summary>
    public const int DefaultSize = 600;

    /// <summary>The title, which the page writes above the drawing.</summary>
    public string Title { get; init; } = "";

    /// <summary>The height in pixels; null for the default height.</summary>
    public int? Height { get; init; }

    /// <summary>The width in pixels that the picture has on a wide page; null for the width of the page.</summary>
    public int? MaximumWidth { get; init; }

    /// <summary>Options of plotly.js that override those of the course; null if there are none.</summary>
    public JsonObject? Config { get; init; }

    /// <summary>The figure of a chart.</summary>
    /// <param name="json">The JSON that Plotly.NET writes for the chart: data, layout, and perhaps config.</param>
    public static Figure Of(string json)
    {
        JsonObject figure = JsonNode.Parse(json)!.AsObject(), layout = figure["layout"]!.AsObject();
        int? width = (int?)layout["width"], height = (int?)layout["height"];
        // The page decides on the width, and on the style of a chart without a template.
        layout.Remove("width");
        layout.Remove("height");
        if (layout["template"] is not JsonObject { Count: > 0 })
            layout.Remove("template");
        JsonObject[] traces = [.. figure["data"]!.AsArray().Select(trace => trace!.AsObject())];
        foreach (JsonNode? values in traces.SelectMany(trace => new[] { trace["x"], trace["y"], trace["z"] }))
            LeaveGaps(values);
        string title = TakeTitle(layout);
        return new([.. traces.Select(trace => new FigurePart(trace))], new(layout))
        {
            Title = title,
            Config = figure["config"]?.DeepClone() as JsonObject,
            Height = width == DefaultSize && height == DefaultSize ? null : height,
        };
    }

    /// <summary>A sentence that names the kind of chart, its axes and its series with their numbers.</summary>
    public string Description() => ChartInWords.Of([.. Traces.Select(trace => trace.Json)], Layout.Json);

    /// <summary>Replaces "NaN" by null. Plotly.NET writes "NaN" for a gap in a line, which plotly.js may interpret as a
    /// category.</summary>
    private static void LeaveGaps(JsonNode? values)
    {
        if (values is not JsonArray list)
            return;
        for (int i = 0; i < list.Count; i++)
        {
            if (list[i] is JsonValue value && value.TryGetValue(out string? text) && text == "NaN")
                list[i] = null;
            LeaveGaps(list[i]);
        }
    }

    /// <summary>Removes the title from the layout and returns it. A title with markup stays in the layout, since
    /// plotly.js must interpret it.</summary>
    private static string TakeTitle(JsonObject layout)
    {
        if (layout["title"] is not JsonObject title || (string?)title["text"] is not { } text
            || text.AsSpan().ContainsAny('<', '&'))
            return "";
        layout.Remove("title");
        return text;
    }
}
