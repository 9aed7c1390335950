namespace NeuralNotebooks.Drawing;

/// <summary>What draws a chart: the plotly.js of the kit; the complete plotly.js, for traces such as surfaces; or the
/// complete plotly.js with outlines from the network.</summary>
internal enum PlotlyBuild { Usual, Complete, CompleteWithMaps }

/// <summary>The two plotly.js: a smaller one, which is a file of the kit, and the complete one, which is a resource of
/// the assembly Plotly.NET. Without the file, the complete one draws all charts.</summary>
internal static class PlotlyJs
{
    /// <summary>The file of the smaller plotly.js, and the assembly with the complete one.</summary>
    public const string FileName = "plotly-cartesian.min.js", AssemblyName = "Plotly.NET";

    public const string Hint =
        "A script draws this picture. In a notebook, trust the notebook, or restart its kernel and run all cells.";

    /// <summary>The traces that the smaller plotly.js draws, and those on a map.</summary>
    private static readonly HashSet<string>
        _usual = ["bar", "box", "contour", "heatmap", "histogram", "histogram2d", "histogram2dcontour", "image", "pie",
            "scatter", "scatterternary", "violin"],
        _onMaps = ["choropleth", "choroplethmapbox", "densitymapbox", "scattergeo", "scattermapbox"];

    /// <summary>The value of the attribute of a chart's place, by which the script chooses what draws the
    /// chart.</summary>
    public static string NameOf(PlotlyBuild build) =>
        build switch { PlotlyBuild.Complete => "complete", PlotlyBuild.CompleteWithMaps => "map", _ => "" };

    public static string HintOf(PlotlyBuild build) => build == PlotlyBuild.CompleteWithMaps
        ? "A map needs a network, since its outlines are on another host." : Hint;

    /// <summary>What draws a figure, from the types of its traces and those of its frames.</summary>
    public static PlotlyBuild BuildFor(JsonObject figure)
    {
        string[] types =
        [
            .. (figure["frames"] as JsonArray ?? []).Prepend(figure)
                .SelectMany(frame => frame!["data"] as JsonArray ?? [])
                .Select(trace => (string?)trace!["type"] ?? "scatter"),
        ];
        return types.Any(_onMaps.Contains) ? PlotlyBuild.CompleteWithMaps
            : types.All(_usual.Contains) ? PlotlyBuild.Usual : PlotlyBuild.Complete;
    }

    /// <summary>The plotly.js of a chart: its name, and a function that reads it as an element.</summary>
    public static (string Name, Func<string> Html) ScriptOf(PlotlyBuild build, string? folder)
    {
        folder ??= Path.GetDirectoryName(typeof(PlotlyJs).Assembly.Location) ?? "";
        string? file = build == PlotlyBuild.Usual ? Path.Combine(folder, FileName) : null;
        return File.Exists(file) ? (FileName, () => Element(File.ReadAllText(file)))
            : ("plotly.js", () => Element(ReadComplete(LoadedPlotlyNet())));

        // No text of the script may close its element.
        static string Element(string text) =>
            $"<script>{text.Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase)}</script>";
    }

    /// <summary>The complete plotly.js. It does not replace the smaller one, which has drawn other charts of the page:
    /// as a module, it becomes <c>nnWholePlotly</c>.</summary>
    /// <param name="script">As it is published.</param>
    public static byte[] AsModule(ReadOnlySpan<byte> script) =>
        [
            .. "window.nnWholePlotly = (() => { const module = { exports: {} }, exports = module.exports;\n"u8,
            .. script, .. "\nreturn module.exports; })();"u8,
        ];

    private static string ReadComplete(Assembly plotlyNet)
    {
        if (Array.Find(plotlyNet.GetManifestResourceNames(), name => name.EndsWith(".js", StringComparison.Ordinal))
            is not { } name)
            return "";
        using StreamReader reader = new(plotlyNet.GetManifestResourceStream(name)!);
        return Encoding.UTF8.GetString(AsModule(Encoding.UTF8.GetBytes(reader.ReadToEnd())));
    }

    private static Assembly LoadedPlotlyNet() =>
        Array.Find(AppDomain.CurrentDomain.GetAssemblies(), loaded => loaded.GetName().Name == AssemblyName)
            ?? Assembly.Load(AssemblyName);
}
