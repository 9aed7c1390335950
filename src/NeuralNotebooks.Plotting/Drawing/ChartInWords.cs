using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuralNotebooks;

/// <summary>Describes a chart for a reader who cannot see it: its kind, its axes, its series with their
/// numbers.</summary>
internal static class ChartInWords
{
    private const int MaxNames = 24, MaxValues = 12, MaxCells = 100;

    /// <param name="traces">The traces, in the schema of plotly.js.</param>
    /// <param name="layout">Their layout.</param>
    public static string Of(IReadOnlyList<JsonObject> traces, JsonObject layout)
    {
        string sentence = string.Join(" and ", traces.Select(Kind).Distinct()) + Axes(layout);
        string[] series = [.. traces.Select(Series).Where(text => text.Length > 0).Distinct()];
        if (series.Length > 0)
            sentence += ": " + string.Join("; ", series.Take(MaxNames))
                + (series.Length > MaxNames ? $"; and {NumberText.Plain(series.Length - MaxNames)} more" : "");
        return Title(layout) is { } title ? $"{title}: {sentence}."
            : sentence.Length == 0 ? "Chart."
            : char.ToUpperInvariant(sentence[0]) + sentence[1..] + ".";
    }

    /// <summary>Describes where a line begins and ends, and its lowest and highest points if they lie between. NaN is a
    /// gap.</summary>
    public static string Line(string name, IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        int[] shown = [.. Enumerable.Range(0, Math.Min(x.Count, y.Count)).Where(i => !double.IsNaN(y[i]))];
        if (shown.Length == 0)
            return name;
        string begin = NumberText.Plain(y[shown[0]]), end = NumberText.Plain(y[shown[^1]]);
        string gaps = (y.Count - shown.Length) switch
        {
            0 => "",
            1 => ", with a gap at 1 value",
            int many => $", with gaps at {NumberText.Plain(many)} values",
        };
        return $"{name} goes from {begin} at {NumberText.Plain(x[shown[0]])} to "
            + $"{end} at {NumberText.Plain(x[shown[^1]])}{Turn("lowest", shown.MinBy(i => y[i]))}"
            + $"{Turn("highest", shown.MaxBy(i => y[i]))}{gaps}";

        string Turn(string which, int at)
        {
            string value = NumberText.Plain(y[at]);
            return value == begin || value == end ? "" : $", {which} {value} at {NumberText.Plain(x[at])}";
        }
    }

    /// <summary>The entries of a matrix, row by row, after the names of its columns and with the names of its rows;
    /// null if it has more than 100.</summary>
    public static string? Rows(
        IReadOnlyList<IReadOnlyList<double>> rows, IReadOnlyList<string>? names, IReadOnlyList<string>? columns)
    {
        if (rows.Sum(row => row.Count) > MaxCells)
            return null;
        IEnumerable<string> entries = rows.Select((row, i) => (names is null ? "" : $"{names[i]}: ")
            + string.Join(", ", row.Select(entry => double.IsNaN(entry) ? "empty" : NumberText.Html(entry))));
        return $"{(columns is null ? "" : $", columns {string.Join(", ", columns)}")}, row by row: "
            + string.Join("; ", entries);
    }

    /// <summary>Says which axes are logarithmic, such as ", vertical axis logarithmic".</summary>
    public static string Scales(bool isXLogarithmic, bool isYLogarithmic) => (isXLogarithmic, isYLogarithmic) switch
    {
        (true, true) => ", both axes logarithmic",
        (true, false) => ", horizontal axis logarithmic",
        (false, true) => ", vertical axis logarithmic",
        _ => "",
    };

    private static string Kind(JsonObject trace) => Text(trace["type"]) switch
    {
        "scatter" or "scattergl" => IsLine(trace) ? "line chart" : "scatter chart",
        "bar" => "bar chart",
        "heatmap" or "heatmapgl" => "heat map",
        "contour" => "contour chart",
        "box" => "box plot",
        "histogram" => "histogram",
        { } other => $"{other} chart",
        null => "chart",
    };

    private static bool IsLine(JsonObject trace) =>
        (Text(trace["mode"]) ?? "lines").Contains("lines", StringComparison.Ordinal);

    /// <summary>Such as " of loss over epoch, vertical axis logarithmic".</summary>
    private static string Axes(JsonObject layout)
    {
        JsonNode? x = layout["xaxis"], y = layout["yaxis"];
        string names = (Title(x), Title(y)) switch
        {
            ({ } across, { } up) => $" of {up} over {across}",
            (null, { } up) => $" of {up}",
            ({ } across, null) => $" over {across}",
            _ => "",
        };
        return names + Scales(IsLogarithmic(x), IsLogarithmic(y));
    }

    /// <summary>The name of a trace and its numbers: the course of a line, the values of a few bars, and otherwise the
    /// range of the values.</summary>
    private static string Series(JsonObject trace)
    {
        string? type = Text(trace["type"]), name = Text(trace["name"]);
        bool isFlat = Text(trace["orientation"]) == "h";
        JsonNode?[] keys = Items(trace[isFlat ? "y" : "x"]);
        if (type is "scatter" && IsLine(trace) && keys.All(key => Number(key) is not null))
            return Line(
                name ?? "it", [.. keys.Select(key => Number(key)!.Value)],
                [.. Items(trace["y"]).Select(item => Number(item) ?? double.NaN)]);
        if (type is "heatmap" && Rows(
            [.. Items(trace["z"]).Select(row => Items(row).Select(item => Number(item) ?? double.NaN).ToArray())],
            Names(trace["y"]), Names(trace["x"])) is { } cells)
            return $"{name}{cells}".TrimStart(',', ' ');
        double[] values =
        [
            .. ((string[])(isFlat ? ["x"] : ["z", "y", "x"]))
                .Select(list => Numbers(trace[list])).FirstOrDefault(numbers => numbers.Any()) ?? [],
        ];
        if (values.Length == 0)
            return name ?? "";
        if (type is "bar" && values.Length == keys.Length && keys.Length <= MaxValues)
            return (name is { Length: > 0 } ? $"{name}, " : "")
                + string.Join(", ", keys.Zip(values, (key, value) => $"{key} {NumberText.Plain(value)}"));
        if (type is "scatter" && values is [double only] && keys is [{ } key])
            return $"{(name is { Length: > 0 } ? $"{name}, " : "")}{NumberText.Plain(only)} at {key}";
        string mean = type is "box" or "violin" or "histogram" ? $", mean {NumberText.Plain(values.Average())}" : "";
        return (name is { Length: > 0 } ? $"{name}, " : "") + $"{NumberText.Plain(values.Length)} values from "
            + $"{NumberText.Plain(values.Min())} to {NumberText.Plain(values.Max())}{mean}";
    }

    private static IEnumerable<double> Numbers(JsonNode? values) => Items(values).SelectMany(item =>
        item is JsonArray ? Numbers(item) : Number(item) is { } number ? [number] : Enumerable.Empty<double>());

    private static double? Number(JsonNode? item) =>
        item is JsonValue value && value.TryGetValue(out double number) ? number : null;

    private static JsonNode?[] Items(JsonNode? values) => values is JsonArray list ? [.. list] : [];

    private static string[]? Names(JsonNode? values) =>
        Items(values) is { Length: > 0 } items && items.All(item => Text(item) is not null)
            ? [.. items.Select(item => Text(item)!)] : null;

    private static bool IsLogarithmic(JsonNode? axis) => axis is JsonObject part && Text(part["type"]) == "log";

    private static string? Title(JsonNode? of) =>
        of is JsonObject part && Text(part["title"] is JsonObject title ? title["text"] : part["title"]) is
        { Length: > 0 } text ? text : null;

    private static string? Text(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
}
