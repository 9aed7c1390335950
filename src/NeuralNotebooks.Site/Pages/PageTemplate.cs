namespace NeuralNotebooks.Site;

internal static class PageTemplate
{
    private static readonly string _katexOnNetwork = "https://cdn.jsdelivr.net/npm/katex@"
        + JsonNode.Parse(EmbeddedAssets.Text("package.json")!)!["dependencies"]!["katex"] + "/dist/";

    /// <summary>A script that sets the theme that the reader has chosen. It runs before the page is painted, so that
    /// the wrong colours are never shown.</summary>
    public const string RememberedTheme =
        "try { var t = localStorage.getItem('nn-theme'); if (t) document.documentElement.dataset.theme = t } "
        + "catch (e) { }";

    public static Html Of(SiteFrame site, PageContent page)
    {
        string? live = site.LiveVersion;
        bool isLive = page.Scope is LiveScope, isUntrusted = page.Scope is UntrustedScope;
        Html skip = page.Skip is var (id, words) ? Html.Of($"<a class=\"skip\" href=\"#{id}\">{words}</a>\n") : default;
        Html[] parts =
        [
            // This script is first, so that the Run buttons appear before larger files have arrived.
            live is null ? default : Script($"assets/{(isLive ? "live" : "index")}.js?v={live}"),
            page.Scope.HasFormulas ? MathHead(site) : default,
            Sheet($"assets/site.css?v={site.AssetVersion}"),
            isLive ? Sheet($"assets/live.css?v={live}") : default,
            Script($"assets/site.js?v={site.AssetVersion}"),
            page.HasOutputs ? Script($"assets/figures.js?v={site.AssetVersion}", site.Figures) : default,
            page.IsArticle ? Script($"assets/notebook.js?v={site.AssetVersion}") : default,
        ];
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            {(isUntrusted ? PolicyOfUntrusted() : default)}<meta name="generator" content="NeuralNotebooks" />
            <title>{page.Title}</title>
            <script>{Html.Raw(RememberedTheme)}</script>
            <script src="assets/fonts.js?v={site.AssetVersion}"></script>
            <link rel="icon" href="assets/icon.svg" type="image/svg+xml" />
            {parts}</head>
            <body class="{(page.IsArticle ? "notebook" : "index")}{(isUntrusted ? " untrusted" : "")}">
            <a class="skip" href="#main">Skip to the text</a>
            {skip}<header class="site">
            <a class="home" href="index.html">{site.Title}</a>
            <div class="tools">
            <button type="button" class="tool" data-nn-open-search="" hidden="hidden"
              ><span>Search</span> <kbd>/</kbd></button>
            <button type="button" class="tool theme" data-nn-toggle-theme="" hidden="hidden"
              aria-label="Light or dark" title="Light or dark">
            <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
            <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" stroke-width="1.6"/>
            <path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor"/>
            </svg></button>
            </div>
            </header>
            {page.Body}
            <dialog id="search" aria-label="Search">
            <form method="dialog" role="search"><input id="search-field" type="search" autocomplete="off"
              spellcheck="false" placeholder="Search" aria-label="Search"
              aria-controls="search-results" /><button type="submit" class="tool" value="close">Close</button></form>
            <p class="search-state" role="status"></p>
            <ol id="search-results"></ol>
            </dialog>
            </body>
            </html>

            """;
    }

    /// <summary>The Content-Security-Policy of a page anybody may have written: only the site's scripts run.</summary>
    private static Html PolicyOfUntrusted()
    {
        string network = EmbeddedAssets.HasKatex ? "" : " " + _katexOnNetwork;
        string inPage = $"{ContentPolicy.Only(RememberedTheme)} {ContentPolicy.Only(NotebookTemplate.FoldOnPhone)}";
        Html policy = ContentPolicy.Meta(
            $"script-src 'self' {inPage}{network}",
            $"style-src 'self' 'unsafe-inline'{network}",
            "img-src 'self' data:",
            $"font-src 'self' data:{network}");
        return $"{policy}\n";
    }

    private static Html Sheet(string address) => $"<link rel=\"stylesheet\" href=\"{address}\" />\n";

    private static Html Script(string address, FigureScripts? figures = null)
    {
        Html loads = $"{Load("data-nn-plotly", figures?.Plotly)}{Load("data-nn-whole", figures?.CompletePlotly)}";
        return $"<script defer=\"defer\" src=\"{address}\"{loads}></script>\n";

        static Html Load(string name, string? from) => Html.If(from is { Length: > 0 }, $" {name}=\"{from}\"");
    }

    private static Html MathHead(SiteFrame site)
    {
        (string sheet, string script) = EmbeddedAssets.HasKatex
            ? ($"assets/katex.css?v={site.AssetVersion}", $"assets/katex.min.js?v={site.AssetVersion}")
            : ($"{_katexOnNetwork}katex.min.css", $"{_katexOnNetwork}katex.min.js");
        return $"{Sheet(sheet)}{Html.If(!site.FormulasAreTypeset, Script(script))}";
    }
}
