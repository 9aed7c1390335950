namespace NeuralNotebooks.Site.Tests;

/// <summary>Makes the scope of a page for tests of single conversions.</summary>
internal static class Scopes
{
    public static PageScope Of(string notebook, bool isUntrusted = false) =>
        new(notebook, "page.html", new SiteContext([notebook], new() { IsUntrusted = isUntrusted }));
}
