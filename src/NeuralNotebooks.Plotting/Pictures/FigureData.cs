using System.Text.Json;
using System.Text.Json.Nodes;
using Plotly.NET;

namespace NeuralNotebooks.Plotting;

/// <summary>The figure of a chart: traces and layout as JSON, in the schema of plotly.js.</summary>
internal sealed class FigureData
{
    // The size that Plotly.NET gives a chart that asks for none.
    private const int DefaultSize = 600;

    private FigureData(List<JsonObject> traces, JsonObject layout)
    {
        Traces = traces;
        Layout = layout;
    }

    /// <summary>The traces, in drawing order. Figures may share them: they have no parent node in the figure's JSON.</summary>
    public List<JsonObject> Traces { get; }

    public JsonObject Layout { get; }

    /// <summary>The height that the chart asks for, in pixels; null where it asks for none.</summary>
    public int? Height { get; init; }

    /// <summary>The width in pixels below which the picture scrolls instead of shrinking; 0 where it can shrink.</summary>
    public int MinimumWidth { get; set; }

    /// <summary>Changes of the layout on a narrow page, such as a phone's; null where there are none.</summary>
    public JsonObject? Narrow { get; init; }

    /// <param name="chart">The chart, as it is now.</param>
    /// <param name="height">A height in pixels instead of the chart's own.</param>
    public static FigureData Of(GenericChart chart, int? height = null)
    {
        JsonObject figure = JsonNode.Parse(GenericChart.toFigureJson(chart))!.AsObject();
        JsonObject layout = figure["layout"]!.DeepClone().AsObject();
        int? width = (int?)layout["width"], asked = (int?)layout["height"];
        // The page decides on width and style.
        layout.Remove("width");
        layout.Remove("height");
        layout.Remove("template");
        List<JsonObject> traces = [.. figure["data"]!.AsArray().Select(trace => trace!.DeepClone().AsObject())];
        foreach (JsonObject trace in traces)
        {
            BreakAtNaN(trace["x"]);
            BreakAtNaN(trace["y"]);
        }
        return new(traces, layout) { Height = height ?? (width == DefaultSize && asked == DefaultSize ? null : asked) };
    }

    /// <summary>The same figure, with another layout on a narrow page.</summary>
    public FigureData WithNarrow(JsonObject narrow) => new(Traces, Layout) { Height = Height, MinimumWidth = MinimumWidth, Narrow = narrow };

    // Plotly.NET writes "NaN" for a gap in a line, which plotly.js may interpret as a category.
    private static void BreakAtNaN(JsonNode? values)
    {
        if (values is not JsonArray list)
            return;
        for (int i = 0; i < list.Count; i++)
        {
            if (list[i]?.GetValueKind() == JsonValueKind.String && (string?)list[i] == "NaN")
                list[i] = null;
        }
    }

    public JsonObject Trace(int index) => Traces[index];

    /// <summary>Removes the grid lines behind cells.</summary>
    public void HideGridLines()
    {
        Layout.TryAdd("xaxis", new JsonObject());
        Layout.TryAdd("yaxis", new JsonObject());
        foreach ((string name, JsonNode? axis) in Layout)
        {
            if (name.StartsWith("xaxis", StringComparison.Ordinal) || name.StartsWith("yaxis", StringComparison.Ordinal))
                axis!["showgrid"] = false;
        }
    }

    /// <summary>The figure as a frame of a given height.</summary>
    public PackedFrames.Frame ToFrame(int height)
    {
        JsonObject layout = Layout.DeepClone().AsObject();
        layout["height"] = height;
        return new(Traces, layout, Narrow);
    }

    /// <summary>A sentence that names the kind of chart, its series and its axes.</summary>
    public string Description()
    {
        string[] kinds = [.. Traces.Select(Kind).Distinct()];
        string[] names = [.. Traces.Select(trace => (string?)trace["name"]).OfType<string>().Distinct()];
        string sentence = $"{Capitalized(string.Join(" and ", kinds))}";
        if (names.Length > 0)
            sentence += $" of {string.Join(", ", names)}";
        string? x = AxisTitle("xaxis"), y = AxisTitle("yaxis");
        if (x is not null && y is not null)
            sentence += $"; {y} over {x}";
        return sentence + ".";
    }

    private static string Kind(JsonObject trace) => (string?)trace["type"] switch
    {
        "scatter" or "scattergl" => ((string?)trace["mode"] ?? "lines").Contains("lines", StringComparison.Ordinal) ? "line chart" : "scatter chart",
        "bar" => "bar chart",
        "heatmap" or "heatmapgl" => "heat map",
        "contour" => "contour chart",
        "box" => "box plot",
        { } other => $"{other} chart",
        null => "chart",
    };

    private string? AxisTitle(string axis) => (string?)Layout[axis]?["title"]?["text"];

    private static string Capitalized(string text) => text.Length == 0 ? "Chart" : char.ToUpperInvariant(text[0]) + text[1..];
}
