namespace Plotly.NET;

/// <summary>plotly.js, as a script element: inlined from the file beside this assembly, or asked for over the network where the build had no npm.</summary>
/// <remarks>
/// A page needs it once, and it is 1.5 MB: the first picture of a session carries it, and carries it again when its cell is run again.
/// This file is compiled into NeuralNotebooks.Plotting and NeuralNotebooks.Engine too, which must draw when the charts are those of the real Plotly.NET.
/// The element holds nothing else, so that a site can put one shared file in its place.
/// </remarks>
internal static class PlotlyLibrary
{
    /// <summary>The version in <c>PlotlyJs/package.json</c>.</summary>
    public const string Version = "4.1.1";

    private const string FileName = "plotly-cartesian.min.js";

    private static readonly Lazy<string> _element = new(() => ElementFrom(Path.GetDirectoryName(typeof(PlotlyLibrary).Assembly.Location)));
    private static readonly FirstComer _bearer = new();

    /// <summary>The element for the picture that carries the library, and nothing for every other.</summary>
    /// <param name="pictureKey">What tells the picture from others.</param>
    /// <param name="folder">Where the file lies, if not beside this assembly.</param>
    public static string ElementFor(string pictureKey, string? folder = null) =>
        !_bearer.Is(pictureKey) ? "" : folder is null ? _element.Value : ElementFrom(folder);

    /// <summary>Inline if the folder has the file, else with the address of the same version.</summary>
    internal static string ElementFrom(string? folder)
    {
        string file = Path.Combine(folder ?? "", FileName);
        // No text of the script may end the element that it stands in.
        return !string.IsNullOrEmpty(folder) && File.Exists(file)
            ? $"<script data-nn-plotlyjs=\"{Version}\">{File.ReadAllText(file).Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase)}</script>"
            : $"<script data-nn-plotlyjs=\"{Version}\" src=\"https://cdn.plot.ly/plotly-cartesian-{Version}.min.js\" charset=\"utf-8\"></script>";
    }

    /// <summary>Remembers who asked first.</summary>
    internal sealed class FirstComer
    {
        private string? _first;

        public bool Is(string key)
        {
            Interlocked.CompareExchange(ref _first, key, null);
            return _first == key;
        }
    }
}
