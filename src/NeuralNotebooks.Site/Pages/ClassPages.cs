namespace NeuralNotebooks.Site;

/// <summary>The page for the phones of a class, and the teacher's screen over the slides of a notebook.</summary>
public static class ClassPages
{
    private static readonly string _styles =
        EmbeddedAssets.Text("text.css")! + EmbeddedAssets.Text("phone.css")!;

    private static readonly string _script = string.Concat(
        new[] { "elements.js", "numbers.js", "sketch.js", "forms.js", "phone.js" }.Select(EmbeddedAssets.Text));

    /// <summary>The Content-Security-Policy of the phones' page: its own script and styles, and requests to its own
    /// server only.</summary>
    public static string PhonePolicy { get; } =
        $"default-src 'none'; script-src {ContentPolicy.Only(_script)}; style-src {ContentPolicy.Only(_styles)}; "
        + "connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>The page for phones, one file. It has the look of the site and draws curves as a notebook's page
    /// does.</summary>
    public static byte[] Phone { get; } = Encoding.UTF8.GetBytes($"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="data:," />
        <title>Guess with the class</title>
        <style>{_styles}</style>
        </head>
        <body>
        <main><h1>Guess with the class</h1><noscript>This page needs JavaScript.</noscript></main>
        <script>{_script}</script>
        </body>
        </html>

        """);

    /// <summary>The script and the styles of the teacher's screen, which notebook pages load when <c>nn serve
    /// --class</c> serves them.</summary>
    public static string Screen { get; } = EmbeddedAssets.Text("screen.js")!;

    public static string ScreenStyles { get; } = EmbeddedAssets.Text("screen.css")!;
}
