namespace NeuralNotebooks.Plotting;

/// <summary>Traces and their layout, in the schema of plotly.js.</summary>
internal sealed record Figure(IReadOnlyList<FigurePart> Traces, FigurePart Layout)
{
    /// <summary>The title, which the page writes above the drawing.</summary>
    public string Title { get; init; } = "";

    public int? Height { get; init; }

    /// <summary>The width in pixels that the picture has on a wide page; null for the width of the page.</summary>
    public int? MaximumWidth { get; init; }

    /// <summary>The width in pixels below which the picture scrolls on a narrow page; null if it never does.</summary>
    public int? MinimumWidth { get; init; }

    /// <summary>Options of plotly.js that override those of the course; null if there are none.</summary>
    public JsonObject? Config { get; init; }

    public static Figure Of(string json)
    {
        (JsonObject figure, string title) = FigureHtml.Read(json);
        return new(
            [.. figure["data"]!.AsArray().Select(trace => new FigurePart(trace!.AsObject()))],
            new(figure["layout"]!.AsObject()))
        {
            Title = title,
            Config = figure["config"] as JsonObject,
            Height = (int)figure["layout"]!["height"]!,
        };
    }

    public string Description() => ChartInWords.Of([.. Traces.Select(trace => trace.Json)], Layout.Json);

    /// <summary>The HTML of figures as frames of which the page shows one at a time, given the alternative text. All
    /// have the height and the width of the first.</summary>
    public static Func<string, string> Html(Figure[] frames, FilmControls? controls = null)
    {
        Figure first = frames[0];
        int height = first.Height ?? FigureHtml.DefaultHeight;
        JsonObject figure = new()
        {
            ["data"] = new JsonArray([.. first.Traces.Select(trace => trace.Json.DeepClone())]),
            ["layout"] = first.LayoutOf(height),
        };
        // A template that the figure has set, such as that of a reader's chart, wins.
        if (figure["layout"]!["template"] is not JsonObject { Count: > 0 })
            figure["layout"]!["template"] = CourseTemplate.Part.Json.DeepClone();
        if (first.Config is { } config)
            figure["config"] = config.DeepClone();
        if (controls is not null)
        {
            figure["start"] = controls.Start;
            figure["frames"] = new JsonArray(
                [.. frames.Select((frame, k) => frame.FrameAfter(first, controls.Labels[k], height))]);
        }
        string width = (first.MaximumWidth is { } most ? $";max-width:{most}px" : "")
            + (first.MinimumWidth is { } least ? $";min-width:{least}px" : "");
        return alternativeText => FigureHtml.Chart(figure, alternativeText, controls?.ForChart ?? "", width);
    }

    private JsonObject LayoutOf(int height)
    {
        JsonObject layout = Layout.Json.DeepClone().AsObject();
        layout["height"] = height;
        return layout;
    }

    /// <summary>A frame in the schema of plotly.js: the traces that differ from those of the first figure, with their
    /// places, and the layout if it differs. A trace that the frame does not have is invisible.</summary>
    private JsonObject FrameAfter(Figure first, string label, int height)
    {
        JsonObject frame = new() { ["name"] = label };
        int[] changed = [.. Enumerable.Range(0, Math.Max(first.Traces.Count, Traces.Count)).Where(IsChanged)];
        if (changed.Length > 0)
        {
            frame["traces"] = new JsonArray([.. changed.Select(place => (JsonNode)place)]);
            frame["data"] = new JsonArray([.. changed.Select(place =>
                place < Traces.Count ? Traces[place].Json.DeepClone() : new JsonObject { ["visible"] = false })]);
        }
        if (!JsonNode.DeepEquals(first.Layout.Json, Layout.Json))
        {
            frame["layout"] = LayoutOf(height);
            frame["layout"]!.AsObject().Remove("template");
        }
        return frame;

        // Frames may share a trace with thousands of numbers.
        bool IsChanged(int place) => place >= first.Traces.Count || place >= Traces.Count
            || first.Traces[place] != Traces[place]
                && !JsonNode.DeepEquals(first.Traces[place].Json, Traces[place].Json);
    }
}
