namespace NeuralNotebooks;

/// <summary>plotly.js as a script element: inlined from the file next to this assembly, or loaded over the network if
/// the build had no npm.</summary>
/// <remarks>
/// plotly.js has 1.5 MB and is needed once on a page: only the first picture of a session includes it, also when its
/// cell is run again. The element contains nothing else, so that a site can replace it by one shared file.
/// </remarks>
internal static class PlotlyLibrary
{
    /// <summary>The version in <c>PlotlyJs/package.json</c>.</summary>
    public const string Version = "4.1.1";

    private const string FileName = "plotly-cartesian.min.js";

    private static readonly Lazy<string> _element =
        new(() => ElementFrom(Path.GetDirectoryName(typeof(PlotlyLibrary).Assembly.Location)));

    /// <summary>The element for the first picture of the process, and an empty text for every other picture.</summary>
    /// <param name="pictureKey">Identifies the picture.</param>
    /// <param name="folder">The folder of the file, if not this assembly's.</param>
    public static string ElementFor(string pictureKey, string? folder = null) =>
        !IsFirst(pictureKey) ? "" : folder is null ? Element : ElementFrom(folder);

    /// <summary>The element, from the folder of this assembly.</summary>
    public static string Element => _element.Value;

    /// <summary>Inline if the folder has the file, otherwise by the URL of the same version.</summary>
    internal static string ElementFrom(string? folder)
    {
        string file = Path.Combine(folder ?? "", FileName);
        // No text of the script may close its element.
        return !string.IsNullOrEmpty(folder) && File.Exists(file)
            ? $"<script data-nn-plotlyjs=\"{Version}\">"
                + File.ReadAllText(file).Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase)
                    + "</script>"
            : $"<script data-nn-plotlyjs=\"{Version}\" src=\"https://cdn.plot.ly/plotly-cartesian-{Version}.min.js\" "
                + $"charset=\"utf-8\"></script>";
    }

    /// <summary>Whether the picture is the first one for which this method was called in this process. Its key is
    /// stored in <see cref="AppContext"/>, since several assemblies draw pictures.</summary>
    internal static bool IsFirst(string key, string memory = "NeuralNotebooks.FirstPicture")
    {
        if (AppContext.GetData(memory) is not string first)
            AppContext.SetData(memory, first = key);
        return first == key;
    }
}
