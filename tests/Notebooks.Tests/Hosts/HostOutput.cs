using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Notebooks.Tests;

internal static class HostOutput
{
    private const string PlotlyJs = "* plotly.js";

    /// <summary>What is wrong with it: a chart that is shown as a tree of its members, or an address of another host
    /// that the page would load. Null if nothing is wrong.</summary>
    public static string? ProblemOf(string html)
    {
        if (html.Contains("Plotly.NET.GenericChart", StringComparison.Ordinal))
            return "A chart is shown as an object tree.";
        IDocument page = new HtmlParser().ParseDocument(html);
        IEnumerable<string?> loaded = page.QuerySelectorAll("[src]").Select(element => element.GetAttribute("src"))
            .Concat(page.QuerySelectorAll("link").Select(link => link.GetAttribute("href")));
        if (loaded.FirstOrDefault(IsElsewhere) is { } address)
            return $"The page asks another host: {address}";
        // The complete plotly.js has addresses of maps, which it loads only for a map.
        IElement? script = page.QuerySelectorAll("script:not([type='application/json'])").FirstOrDefault(script =>
            !script.TextContent.Contains(PlotlyJs, StringComparison.Ordinal)
            && script.TextContent.Contains("https://", StringComparison.Ordinal));
        return script is null ? null : $"A script names another host: {script.TextContent}";
    }

    private static bool IsElsewhere(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https"
        || address?.StartsWith("//", StringComparison.Ordinal) == true;
}
