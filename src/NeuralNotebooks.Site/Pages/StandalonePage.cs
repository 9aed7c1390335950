namespace NeuralNotebooks.Site;

/// <summary>A page in the course's style as a single file. Its Content-Security-Policy allows only the page's own
/// script and no requests to other hosts, whatever the body contains.</summary>
public static class StandalonePage
{
    /// <summary>The HTML of the page, which is well-formed XML if the body is.</summary>
    /// <param name="title">The page's title, as text.</param>
    /// <param name="styles">A style sheet in addition to the one for the course's text.</param>
    /// <param name="script">The page's own script; may be empty. A page with a script may also ask its own host, and
    /// show images from there and embedded images and fonts.</param>
    public static string Of(string title, Html body, string styles = "", string script = "")
    {
        string sheet = $"\n{EmbeddedAssets.Text("text.css")}{styles}".ReplaceLineEndings("\n");
        script = script.ReplaceLineEndings("\n");
        bool hasScript = script.Length > 0;
        string[] forScript = !hasScript ? [] :
        [
            $"script-src {ContentPolicy.Only(script)}", "connect-src 'self'", "img-src 'self' data:", "font-src data:",
        ];
        // KaTeX writes the sizes of a formula into attributes. Those of other elements have been sanitized.
        string[] forStyles = [$"style-src {ContentPolicy.Only(sheet)}", "style-src-attr 'unsafe-inline'"];
        Html policy = ContentPolicy.Meta([.. forStyles, .. forScript]);
        Html page = $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8" />
            {policy}
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="referrer" content="no-referrer" />
            <title>{title}</title>
            <style>{Html.Raw(sheet)}</style>
            </head>
            <body>
            {Html.Raw($"{body}".TrimEnd('\n'))}{Html.If(hasScript, $"\n<script>{Html.Raw(script)}</script>")}
            </body>
            </html>

            """;
        return $"{page}".ReplaceLineEndings("\n");
    }
}
