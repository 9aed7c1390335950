namespace NeuralNotebooks.Site.Tests;

internal static class Scopes
{
    public static PageScope Of(string notebook, bool isUntrusted = false) =>
        PageScope.Of(notebook, "page.html", new SiteContext([notebook], new() { IsUntrusted = isUntrusted }));
}
