using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Plotly.NET;

/// <summary>What a chart shows, in words, for who does not see it: its title, its traces with their numbers, its
/// axes.</summary>
/// <remarks>This file is compiled into NeuralNotebooks.Plotting, Runner and Browser too.</remarks>
internal static class ChartInWords
{
    private const int MaxNames = 8;

    /// <param name="json">Data and layout, in the schema of plotly.js.</param>
    public static string Of(string json) =>
        JsonNode.Parse(json) is JsonObject figure
            ? Of([.. Items(figure["data"]).OfType<JsonObject>()], figure["layout"] as JsonObject ?? [])
            : "Chart.";

    public static string Of(IReadOnlyList<JsonObject> traces, JsonObject layout)
    {
        string sentence = string.Join(" and ", traces.Select(Kind).Distinct());
        string[] series = [.. traces.Select(Series).Where(text => text.Length > 0).Distinct()];
        if (series.Length > 0)
            sentence += " of " + string.Join(", ", series.Take(MaxNames))
                + (series.Length > MaxNames ? $" and {series.Length - MaxNames} more" : "");
        if (Title(layout["xaxis"]) is { } x && Title(layout["yaxis"]) is { } y)
            sentence += $"; {y} over {x}";
        return Title(layout) is { } title ? $"{title}: {sentence}."
            : sentence.Length == 0 ? "Chart."
            : char.ToUpperInvariant(sentence[0]) + sentence[1..] + ".";
    }

    private static string Kind(JsonObject trace) => Text(trace["type"]) switch
    {
        "scatter" or "scattergl" =>
            (Text(trace["mode"]) ?? "lines").Contains("lines", StringComparison.Ordinal) ? "line chart"
                : "scatter chart",
        "bar" => "bar chart",
        "heatmap" or "heatmapgl" => "heat map",
        "contour" => "contour chart",
        "box" => "box plot",
        { } other => $"{other} chart",
        null => "chart",
    };

    /// <summary>The name of a trace and the range of its numbers: heights, or what they are the distribution
    /// of.</summary>
    private static string Series(JsonObject trace)
    {
        double[] values =
        [
            .. ((string[])(Text(trace["orientation"]) == "h" ? ["x"] : ["z", "y", "x"]))
                .Select(name => Numbers(trace[name])).FirstOrDefault(numbers => numbers.Any()) ?? [],
        ];
        string range = values.Length == 0 ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{values.Length} values from {values.Min():G4} to {values.Max():G4}");
        return Text(trace["name"]) is { Length: > 0 } name ? range.Length == 0 ? name : $"{name} ({range})" : range;
    }

    private static IEnumerable<double> Numbers(JsonNode? values) => Items(values).SelectMany(item =>
        item is JsonArray ? Numbers(item)
        : item is JsonValue value && value.TryGetValue(out double number) ? [number]
        : Enumerable.Empty<double>());

    private static IEnumerable<JsonNode?> Items(JsonNode? values) => values as JsonArray ?? [];

    private static string? Title(JsonNode? of) =>
        of is JsonObject part && Text(part["title"] is JsonObject title ? title["text"] : part["title"]) is
        { Length: > 0 } text ? text : null;

    private static string? Text(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
}
