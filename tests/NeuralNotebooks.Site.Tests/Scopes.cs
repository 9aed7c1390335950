namespace NeuralNotebooks.Site.Tests;

internal static class Scopes
{
    public static PageScope Of(string notebook, bool isUntrusted = false) =>
        new(notebook, "page.html", new SiteContext([notebook], new() { IsUntrusted = isUntrusted }));
}
