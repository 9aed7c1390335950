using System.Text.Json;

namespace NeuralNotebooks.Site;

/// <summary>
/// Draws stills, which are static pictures, for the figures of executed notebooks. Figures are drawn by scripts, which
/// do not run in print, e-mail, feeds and on GitHub. A still is stored in the notebook, as a picture of its output and
/// in the figure's HTML, so that it is drawn only once.
/// </summary>
/// <remarks>The scripts of the figures run in a browser, though without access to the network. So this must be used
/// only for trusted notebooks.</remarks>
public static class Stills
{
    /// <summary>The path of the browser that draws stills; null if none was found.</summary>
    public static string? Browser => HeadlessBrowser.Find()?.Program;

    /// <summary>Draws the figures that have no still yet, all in one run of the browser, and writes the changed
    /// notebooks.</summary>
    /// <param name="notebooks">Paths of executed notebooks. One that cannot be read is skipped.</param>
    /// <param name="written">Called with the path of each notebook that was written.</param>
    /// <param name="cancellation">Stops the browser; no notebook is changed.</param>
    /// <returns>A message about the figures that still have no still; null if there are none.</returns>
    /// <exception cref="IOException">A notebook cannot be written.</exception>
    public static string? Draw(
        IEnumerable<string> notebooks, Action<string> written, CancellationToken cancellation = default) =>
        Draw(notebooks, written, HeadlessBrowser.Find(), cancellation);

    internal static string? Draw(
        IEnumerable<string> notebooks, Action<string> written, HeadlessBrowser? browser, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(notebooks);
        ArgumentNullException.ThrowIfNull(written);
        Figure[] figures = [.. notebooks.SelectMany(FiguresWithout)];
        if (figures.Length == 0)
            return null;
        string Without(int count, string why) =>
            Invariant($"{count} of the figures have no still for print, e-mail and GitHub: {why}");
        if (browser is null)
            return Without(figures.Length, $"there is no Chromium here (variable {HeadlessBrowser.Variable})");

        string?[] stills;
        try
        {
            stills = Drawn(browser.Run(Page(figures), cancellation));
        }
        catch (IOException e)
        {
            return Without(figures.Length, e.Message);
        }
        foreach (
            IGrouping<string, (Figure Figure, string Still)> notebook in figures.Zip(stills)
                .Where(drawn => drawn.Second is not null)
                .GroupBy(drawn => drawn.First.Path, drawn => (drawn.First, drawn.Second!)))
        {
            foreach ((Figure figure, string still) in notebook)
                figure.Take(still);
            notebook.First().Figure.Document.WriteBack(notebook.Key);
            written(notebook.Key);
        }
        int missing = figures.Length - stills.Take(figures.Length).Count(still => still is not null);
        return missing == 0 ? null : Without(missing, "the browser did not draw them");
    }

    private static IEnumerable<Figure> FiguresWithout(string path)
    {
        Notebook document;
        try
        {
            document = Notebook.Read(path);
        }
        catch (Exception e) when (e is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
        return document.CodeCells
            .SelectMany(cell => cell.Outputs)
            .Select(output => (output as DisplayData)?.Data ?? (output as ExecuteResult)?.Data)
            .OfType<MimeBundle>()
            .Where(data => ImageData.Of(data) is null && StillImage.HasPlace(data.Text(MimeBundle.Html) ?? ""))
            .Select(data => new Figure(path, document, data));
    }

    /// <summary>The page that draws the figures. Its Content-Security-Policy allows no requests.</summary>
    private static string Page(IReadOnlyList<Figure> figures)
    {
        string library = "";
        IEnumerable<string> html = figures.Select(figure => HtmlScripts.Replace(figure.Html, script =>
        {
            if (script["data-nn-plotlyjs"] is null)
                return script.Whole;
            library = script.Whole.Length > library.Length ? script.Whole : library;
            return "";
        }));
        string list = JsonSerializer.Serialize(html);
        string policy = ContentPolicy.Meta(
            "script-src 'unsafe-inline'", "style-src 'unsafe-inline'", "img-src data: blob:");
        return $$"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Stills</title>
            {{policy}}
            <style>body { margin: 0; width: 720px; font-family: system-ui, 'DejaVu Sans', sans-serif; color: #1f2430;
              background: #fff; color-scheme: only light }</style>
            {{library}}</head><body>
            <script type="application/json" id="figures">{{list}}</script>
            <script type="application/json" id="stills"></script>
            <script>{{EmbeddedAssets.Text("together.js") + EmbeddedAssets.Text("stills.js")}}</script>
            </body></html>
            """;
    }

    private static string?[] Drawn(string page)
    {
        string result = HtmlScripts.In(page).FirstOrDefault(script => script["id"] == "stills")?.Content ?? "";
        try
        {
            return JsonSerializer.Deserialize<string?[]>(result)!;
        }
        catch (JsonException)
        {
            throw new IOException("the browser did not draw them");
        }
    }

    private sealed record Figure(string Path, Notebook Document, MimeBundle Data)
    {
        public string Html => Data.Text(MimeBundle.Html)!;

        public void Take(string svg)
        {
            Data.Add(MimeBundle.Html, StillImage.Put(Html, svg));
            Data.Add(ImageData.Svg, svg);
        }
    }
}
