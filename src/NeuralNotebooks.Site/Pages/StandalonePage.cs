using System.Security.Cryptography;
using System.Text;

namespace NeuralNotebooks.Site;

/// <summary>A page in the course's style as a single file: it runs no scripts and loads nothing else, whatever its body
/// contains.</summary>
public static class StandalonePage
{
    /// <summary>The page. The output is well-formed XML if the body is.</summary>
    /// <param name="title">Its title, as text.</param>
    /// <param name="body">Its body, as HTML.</param>
    /// <param name="styles">A style sheet in addition to that of the course's text.</param>
    public static string Of(string title, string body, string styles = "")
    {
        string sheet = $"\n{EmbeddedAssets.Text("text.css")}{styles}".ReplaceLineEndings("\n");
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(sheet)));
        string policy = $"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'";
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8" />
            <meta http-equiv="Content-Security-Policy" content="{policy}" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="referrer" content="no-referrer" />
            <title>{Html.Escape(title)}</title>
            <style>{sheet}</style>
            </head>
            <body>
            {body.TrimEnd('\n')}
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }
}
