using System.Diagnostics;
using Microsoft.FSharp.Core;

namespace Plotly.NET;

/// <summary>The fluent styling of charts; each method changes the chart that it is called on and returns it.</summary>
public static partial class GenericChartExtensions
{
    /// <summary>Writes a page that draws the chart; the extension <c>.html</c> is added where it is missing.</summary>
    public static void SaveHtml(this GenericChart @this, string path, FSharpOption<bool>? OpenInBrowser = null)
    {
        string file = path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) ? path : path + ".html";
        File.WriteAllText(file, GenericChart.toEmbeddedHTML(@this));
        if (OpenInBrowser is { Value: true })
            Open(file);
    }

    /// <summary>Opens a page with the chart in the browser.</summary>
    public static void Show(this GenericChart @this)
    {
        string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.html");
        @this.SaveHtml(file);
        Open(file);
    }

    private static void Open(string file) =>
        Process.Start(new ProcessStartInfo(Path.GetFullPath(file)) { UseShellExecute = true })?.Dispose();
}
