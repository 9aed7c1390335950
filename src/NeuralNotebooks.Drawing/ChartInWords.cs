namespace NeuralNotebooks.Drawing;

/// <summary>Describes a chart for a reader who cannot see it: its kind, its axes, its series with their numbers. It
/// reads the JSON, the only form that figures of Plot and charts of Plotly.NET have in common.</summary>
internal static class ChartInWords
{
    private const int MaxNames = 24, MaxValues = 12, MaxCells = 100;

    /// <param name="traces">The traces, in the schema of plotly.js. Those without a hover text only decorate others,
    /// and so do those without a name if others have one: they are left out.</param>
    /// <param name="layout">Their layout.</param>
    public static string Of(IReadOnlyList<JsonObject> traces, JsonObject layout)
    {
        JsonObject[] told = [.. traces.Where(trace => Text(trace["hoverinfo"]) != "skip")],
            named = [.. told.Where(trace => Text(trace["name"]) is { Length: > 0 })];
        string[] titles = layout["grid"] is null ? []
            : [.. Items(layout["annotations"]).Select(note => Text(note?["text"]) ?? "")];
        int panels = layout.Count(part => part.Key.StartsWith("xaxis", StringComparison.Ordinal));
        bool isShared = Enumerable.Range(0, panels).Select(panel => Axes(layout, panel, "")).Distinct().Count() < 2;
        string sentence = string.Join(" and ", traces.Select(Kind).Distinct());
        if (isShared)
            sentence += Axes(layout, 0, " of ");
        string[] series =
        [
            .. (named.Length > 0 ? named : told).Select(trace => (Panel: PanelOf(trace), Words: Series(trace)))
                .Where(one => one.Words.Length > 0).Distinct().GroupBy(one => one.Panel)
                .SelectMany(panel => panel.Select((one, k) => (k == 0 ? Head(panel.Key) : "") + one.Words)),
        ];
        if (series.Length > 0)
            sentence += ": " + string.Join("; ", series.Take(MaxNames))
                + (series.Length > MaxNames ? $"; and {NumberText.Plain(series.Length - MaxNames)} more" : "");
        return Title(layout) is { } title ? $"{title}: {sentence}."
            : sentence.Length == 0 ? "Chart."
            : char.ToUpperInvariant(sentence[0]) + sentence[1..] + ".";

        // The title of a panel, and its axes where those of the panels differ.
        string Head(int panel)
        {
            string title = titles.ElementAtOrDefault(panel) ?? "", axes = isShared ? "" : Axes(layout, panel, "");
            return title.Length > 0 && axes.Length > 0 ? $"{title} ({axes.TrimStart(' ', ',')}): "
                : title.Length + axes.Length > 0 ? $"{title}{axes.TrimStart(' ', ',')}: " : "";
        }
    }

    /// <summary>A matrix with its shape, and its entries row by row with the names of rows and columns; of a large one
    /// the range of its entries.</summary>
    public static string Matrix(
        string? name, IReadOnlyList<IReadOnlyList<double>> rows, IReadOnlyList<string>? names = null,
        IReadOnlyList<string>? columns = null)
    {
        double[] entries = [.. rows.SelectMany(row => row).Where(entry => !double.IsNaN(entry))];
        IEnumerable<string> lines = rows.Select((row, i) => (names is null ? "" : $"{names[i]}: ")
            + string.Join(", ", row.Select(entry => double.IsNaN(entry) ? "empty" : NumberText.Html(entry))));
        string shape = $"{NumberText.Plain(rows.Count)}×{NumberText.Plain(rows.Max(row => row.Count))}";
        string said = entries.Length == 0 ? ""
            : rows.Sum(row => row.Count) > MaxCells
                ? $", entries from {NumberText.Html(entries.Min())} to {NumberText.Html(entries.Max())}"
            : $"{(columns is null ? "" : $", columns {string.Join(", ", columns)}")}: {string.Join("; ", lines)}";
        return $"{name} ({shape}{said})".TrimStart();
    }

    /// <summary>Describes where a line begins and ends, and its lowest and highest points if they lie between. NaN is a
    /// gap.</summary>
    private static string Line(string name, double[] x, double[] y)
    {
        int[] shown = [.. Enumerable.Range(0, Math.Min(x.Length, y.Length)).Where(i => !double.IsNaN(y[i]))];
        if (shown.Length == 0)
            return name;
        string begin = NumberText.Plain(y[shown[0]]), end = NumberText.Plain(y[shown[^1]]);
        int missing = y.Length - shown.Length;
        string gaps = missing == 0 ? "" : missing == 1 ? ", with a gap at 1 value"
            : $", with gaps at {NumberText.Plain(missing)} values";
        return $"{name} goes from {begin} at {NumberText.Plain(x[shown[0]])} to "
            + $"{end} at {NumberText.Plain(x[shown[^1]])}{Turn("lowest", shown.MinBy(i => y[i]))}"
            + $"{Turn("highest", shown.MaxBy(i => y[i]))}{gaps}";

        string Turn(string which, int at)
        {
            string value = NumberText.Plain(y[at]);
            return value == begin || value == end ? "" : $", {which} {value} at {NumberText.Plain(x[at])}";
        }
    }

    private static string Kind(JsonObject trace) => Text(trace["type"]) switch
    {
        "scatter" or "scattergl" => IsLine(trace) ? "line chart"
            : Text(trace["mode"]) is "none" ? "area chart" : "scatter chart",
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

    /// <summary>The axes of a panel, such as "loss over epoch, vertical axis logarithmic". An axis without a title has
    /// that of another panel, as inner panels do.</summary>
    private static string Axes(JsonObject layout, int panel, string beforeVertical)
    {
        (JsonNode? x, JsonNode? y) = (Own("x"), Own("y"));
        string names = (Title(x) ?? First("x"), Title(y) ?? First("y")) switch
        {
            ({ } across, { } up) => $"{beforeVertical}{up} over {across}",
            (null, { } up) => beforeVertical + up,
            ({ } across, null) => $" over {across}",
            _ => "",
        };
        return names + (IsLogarithmic(x), IsLogarithmic(y)) switch
        {
            (true, true) => ", both axes logarithmic",
            (true, false) => ", horizontal axis logarithmic",
            (false, true) => ", vertical axis logarithmic",
            _ => "",
        };

        JsonNode? Own(string letter) => layout[$"{letter}axis{(panel == 0 ? "" : NumberText.Plain(panel + 1))}"];

        string? First(string letter) => layout
            .Where(part => part.Key.StartsWith(letter + "axis", StringComparison.Ordinal))
            .Select(part => Title(part.Value)).FirstOrDefault(title => title is not null);
    }

    private static int PanelOf(JsonObject trace) => int.TryParse(
        (Text(trace["xaxis"]) ?? "x")[1..], System.Globalization.CultureInfo.InvariantCulture, out int number)
            ? number - 1 : 0;

    /// <summary>The name of a trace and its numbers: the course of a line, the values of a few bars or named points,
    /// and otherwise the range of the values.</summary>
    private static string Series(JsonObject trace)
    {
        string? type = Text(trace["type"]), name = Text(trace["name"]);
        string begin = name is { Length: > 0 } ? $"{name}, " : "";
        bool isFlat = Text(trace["orientation"]) == "h";
        JsonNode?[] keys = Items(trace[isFlat ? "y" : "x"]);
        if (type is "scatter" && IsLine(trace) && keys.All(key => key is null || Number(key) is not null))
            return Line(
                name ?? "it", [.. keys.Select(key => Number(key) ?? double.NaN)],
                [.. Items(trace["y"]).Select(item => Number(item) ?? double.NaN)]);
        if (type is "heatmap" && Items(trace["z"]) is { Length: > 0 } rows)
            return Matrix(
                name, [.. rows.Select(row => Items(row).Select(item => Number(item) ?? double.NaN).ToArray())],
                Names(trace["y"]), Names(trace["x"]));
        double[] values =
        [
            .. ((string[])(isFlat ? ["x"] : ["z", "y", "x"]))
                .Select(list => Numbers(trace[list])).FirstOrDefault(numbers => numbers.Any()) ?? [],
        ];
        if (values.Length == 0)
            return name ?? "";
        if (type is "bar" && values.Length == keys.Length && keys.Length <= MaxValues)
            return begin + string.Join(", ", keys.Zip(values, (key, value) => $"{Key(key)} {NumberText.Plain(value)}"));
        if (type is "scatter" && (values.Length == 1 || Names(trace["text"]) is not null)
            && values.Length == keys.Length && keys.Length <= MaxNames)
            return begin + string.Join(", ", values.Select((value, i) =>
                $"{Names(trace["text"])?.ElementAtOrDefault(i)} {NumberText.Plain(value)} at {Key(keys[i])}"
                    .TrimStart()));
        string mean = type is "contour" ? "" : $", mean {NumberText.Plain(values.Average())}";
        return $"{begin}{NumberText.Plain(values.Length)} values from {NumberText.Plain(values.Min())} to "
            + $"{NumberText.Plain(values.Max())}{mean}";
    }

    private static string Key(JsonNode? key) => Number(key) is { } number ? NumberText.Plain(number) : $"{key}";

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

    private static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String
        ? System.Net.WebUtility.HtmlDecode(node.GetValue<string>()) : null;
}
