namespace NeuralNotebooks.Drawing;

/// <summary>Writes figures as HTML: a place for the drawing, and beside it the data of the figure as JSON. One script,
/// made of the JavaScript files of this folder, draws all figures of a page. It needs plotly.js for charts.</summary>
/// <remarks>Each assembly that writes charts has these types and the script: see the project items.</remarks>
internal static class FigureHtml
{
    /// <summary>The style of the text of pictures and cards: the font of our pages, or of the system.</summary>
    public const string Font = "font-family:var(--sans,system-ui,'DejaVu Sans',sans-serif)";

    public const int DefaultHeight = 420;

    private const int DefaultSize = 600; // The width and the height that Plotly.NET writes if none is set.

    /// <summary>The script of the figures; empty in NeuralNotebooks.Browser, whose page has it from its site.</summary>
    public static string Script { get => field ??= ReadScript(); }

    /// <summary>A chart of Plotly.NET with its title.</summary>
    public static string OfChart(string json, string? folder = null)
    {
        (JsonObject figure, string title) = Read(json);
        JsonObject layout = figure["layout"]!.AsObject();
        string words = ChartInWords.Of([.. figure["data"]!.AsArray().Select(trace => trace!.AsObject())], layout);
        return WithTitle(title, Chart(figure, words, folder: folder));
    }

    /// <summary>The figure of a chart, and its title, which the page writes above the drawing.</summary>
    public static (JsonObject Figure, string Title) Read(string json)
    {
        JsonObject figure = JsonNode.Parse(json)!.AsObject(), layout = figure["layout"]!.AsObject();
        // The page decides on the width, and on the height unless it is set.
        if ((int?)layout["width"] == DefaultSize && (int?)layout["height"] == DefaultSize)
            layout.Remove("height");
        layout["height"] ??= DefaultHeight;
        layout.Remove("width");
        foreach (JsonNode? trace in figure["data"]!.AsArray())
            foreach (string name in (string[])["x", "y", "z"])
                LeaveGaps(trace![name]);
        // A title with markup stays in the layout, since plotly.js must interpret it.
        if (layout["title"] is not JsonObject title || (string?)title["text"] is not { } text
            || text.AsSpan().ContainsAny('<', '&'))
            return (figure, "");
        layout.Remove("title");
        return (figure, text);
    }

    /// <summary>The place of a chart, with the alternative text until it is drawn, and its data as plotly.js reads
    /// them: data, layout and config. A film, which has controls, also has frames, with only what differs from the
    /// figure, and start, the number of the frame that is shown first.</summary>
    public static string Chart(
        JsonObject figure, string alternativeText, string controls = "", string style = "", string? folder = null)
    {
        PlotlyBuild build = PlotlyJs.BuildFor(figure);
        string json = figure.ToJsonString(JsonSerializerOptions.Default);
        string attributes = $" data-nn-picture=\"{PlotlyJs.NameOf(build)}\" "
            + $"style=\"min-height:{(int)figure["layout"]!["height"]!}px;width:100%{style}\"";
        return $"<div style=\"overflow-x:auto\">{Place(attributes, alternativeText, PlotlyJs.HintOf(build))}</div>"
            + controls + Data(json, PlotlyJs.ScriptOf(build, folder));
    }

    /// <summary>The place of a drawing, with the alternative text and a hint until a script draws there.</summary>
    public static string Place(string attributes, string alternativeText, string hint)
    {
        string words = System.Net.WebUtility.HtmlEncode(alternativeText);
        return $"<div{attributes} role=\"img\" aria-label=\"{words}\">{words} <em>({hint})</em></div>";
    }

    public static string Svg(string svg, string alternativeText) => "<div role=\"img\" aria-label=\""
        + $"{System.Net.WebUtility.HtmlEncode(alternativeText)}\" class=\"nn-wide\" "
        + $"style=\"overflow-x:auto\">{svg.TrimEnd()}</div>";

    /// <summary>The data of a figure, after its place in the same <c>figure</c> element, and the scripts that the
    /// notebook does not have yet. A serializer writes &lt; as \u003C in the JSON, so that no text closes the element.
    /// The last script tells the script of the figures that there is one more; a live page does so itself.</summary>
    public static string Data(string json, params IEnumerable<(string Name, Func<string> Html)> scripts) =>
        $"<script type=\"application/json\">{json}</script>"
            + Missing(json, [.. scripts, ("figures.js", () => $"<script>{Script}</script>")])
            + (NotebookHost.IsLivePage ? "" : "<script>window.nnFigures?.show()</script>");

    /// <summary>The scripts that an output has to contain. A live page has those of its site. A host that knows which
    /// cell runs shows them before the figure. Otherwise the output of the first figure has them.</summary>
    private static string Missing(string json, (string Name, Func<string> Html)[] scripts) =>
        NotebookHost.IsLivePage || (NotebookHost.ShowScripts is { } show && show(scripts)) ? ""
        : string.Concat(scripts.Where(script => IsFirst(script.Name, json)).Select(script => script.Html()));

    /// <summary>Whether a figure is the first one of this process, or that one again. <see cref="AppContext"/> has its
    /// hash, since several assemblies draw.</summary>
    private static bool IsFirst(string script, string json)
    {
        string memory = $"NeuralNotebooks.FirstFigureWith({script})";
        int hash = json.GetHashCode(StringComparison.Ordinal);
        if (AppContext.GetData(memory) is not int first)
            AppContext.SetData(memory, first = hash);
        return first == hash;
    }

    /// <summary>The element around each picture: title, content, caption. All colours come from the page. In a
    /// cell of a table, 100 % could be almost no width.</summary>
    public static string WithTitle(string title, string content, string caption = "") =>
        $"<figure class=\"nn-picture\" style=\"margin:0.5em 0;max-width:100%;min-width:min(34rem,80vw);{Font}\">"
        + Text("div", title, "font-weight:600;margin-bottom:0.25em") + content
        + Text("figcaption", caption, "font-size:88%;opacity:0.8;margin-top:0.4em") + "</figure>";

    private static string Text(string tag, string text, string style) => text.Length == 0 ? ""
        : $"<{tag} style=\"color:inherit;{style}\">{System.Net.WebUtility.HtmlEncode(text)}</{tag}>";

    /// <summary>Replaces "NaN" by null. Plotly.NET writes "NaN" for a gap in a line, which plotly.js may interpret as a
    /// category.</summary>
    private static void LeaveGaps(JsonNode? values)
    {
        for (int i = 0; values is JsonArray list && i < list.Count; i++)
        {
            if (list[i] is JsonValue value && value.TryGetValue(out string? text) && text == "NaN")
                list[i] = null;
            LeaveGaps(list[i]);
        }
    }

    private static string ReadScript()
    {
        Assembly own = typeof(FigureHtml).Assembly;
        // Of the files, only figures.js runs code when it is loaded, for which it needs the others.
        IEnumerable<string> files = own.GetManifestResourceNames()
            .Where(name => name.StartsWith("Drawing/", StringComparison.Ordinal))
            .OrderBy(name => name == "Drawing/figures.js").ThenBy(name => name, StringComparer.Ordinal);
        return $"(() => {{\n'use strict';\n{string.Concat(files.Select(Read))}}})();\n";

        string Read(string file)
        {
            using StreamReader reader = new(own.GetManifestResourceStream(file)!);
            return reader.ReadToEnd();
        }
    }
}
