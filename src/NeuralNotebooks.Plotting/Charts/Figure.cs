using System.Text.Json.Nodes;
using Plotly.NET;

namespace NeuralNotebooks.Plotting;

/// <summary>Traces and their layout, in the schema of plotly.js.</summary>
/// <param name="Traces">The traces, in drawing order. Figures may share them.</param>
/// <param name="Layout">What belongs to no single trace.</param>
internal sealed record Figure(IReadOnlyList<Trace> Traces, Layout Layout)
{
    // The size that Plotly.NET gives a chart that asks for none.
    private const int DefaultSize = 600;

    /// <summary>The height in pixels; null where the figure asks for none.</summary>
    public int? Height { get; init; }

    /// <summary>The width in pixels below which the picture scrolls instead of shrinking; 0 where it can
    /// shrink.</summary>
    public int MinimumWidth { get; init; }

    /// <summary>Changes of the layout on a narrow page, such as a phone's; null where there are none.</summary>
    public Layout? Narrow { get; init; }

    /// <summary>The figure of a chart, as it is now.</summary>
    public static Figure Of(GenericChart chart)
    {
        JsonObject figure = JsonNode.Parse(GenericChart.toFigureJson(chart))!.AsObject();
        JsonObject layout = figure["layout"]!.AsObject();
        int? width = (int?)layout["width"], height = (int?)layout["height"];
        // The page decides on width and style.
        layout.Remove("width");
        layout.Remove("height");
        layout.Remove("template");
        Trace[] traces = [.. figure["data"]!.AsArray().Select(trace => new Trace(trace!.AsObject()))];
        IEnumerable<JsonNode?> values = traces.SelectMany(trace => new[] { trace.Json["x"], trace.Json["y"] });
        foreach (JsonArray list in values.OfType<JsonArray>())
        {
            // Plotly.NET writes "NaN" for a gap in a line, which plotly.js may interpret as a category.
            for (int i = 0; i < list.Count; i++)
            {
                if (list[i] is JsonValue value && value.TryGetValue(out string? text) && text == "NaN")
                    list[i] = null;
            }
        }
        return new(traces, new(layout))
        {
            Height = width == DefaultSize && height == DefaultSize ? null : height,
        };
    }

    /// <summary>A sentence that names the kind of chart, its series and its axes.</summary>
    public string Description() => ChartInWords.Of([.. Traces.Select(trace => trace.Json)], Layout.Json);
}
