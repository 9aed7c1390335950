namespace Plotly.NET;

/// <summary>plotly.js as a script element: inlined from the file beside this assembly, or loaded over the network if
/// the build had no npm.</summary>
/// <remarks>
/// A page needs it once, and it is 1.5 MB: the first picture of a session includes it, and again when its cell is
/// rerun.
/// This file is compiled into NeuralNotebooks.Plotting, Runner and Browser too, which must draw when the charts
/// are those of the real Plotly.NET.
/// The element holds nothing else, so that a site can replace it by one shared file.
/// </remarks>
internal static class PlotlyLibrary
{
    /// <summary>The version in <c>PlotlyJs/package.json</c>.</summary>
    public const string Version = "4.1.1";

    private const string FileName = "plotly-cartesian.min.js";

    private static readonly Lazy<string> _element =
        new(() => ElementFrom(Path.GetDirectoryName(typeof(PlotlyLibrary).Assembly.Location)));

    /// <summary>The element for the picture that carries the library, and nothing for every other.</summary>
    /// <param name="pictureKey">Identifies the picture.</param>
    /// <param name="folder">The folder of the file, if not this assembly's.</param>
    public static string ElementFor(string pictureKey, string? folder = null) =>
        !IsFirst(pictureKey) ? "" : folder is null ? _element.Value : ElementFrom(folder);

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

    /// <summary>Whether the picture is the first of the process that asked, whichever assembly has drawn it.</summary>
    internal static bool IsFirst(string key, string memory = "NeuralNotebooks.FirstPicture")
    {
        if (AppContext.GetData(memory) is not string first)
            AppContext.SetData(memory, first = key);
        return first == key;
    }
}
