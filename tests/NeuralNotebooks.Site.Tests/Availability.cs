namespace NeuralNotebooks.Site.Tests;

internal static class Availability
{
    private static readonly Lazy<bool> _typesets = new(() =>
        Katex.TypesetAll([new("x", Display: false, "page")], "node", _ => { }, CancellationToken.None) is not null
    );

    public static void NeedsKatex()
    {
        Assert.SkipUnless(EmbeddedAssets.HasKatex, "KaTeX is not embedded: npm was not available for the build");
        Assert.SkipUnless(_typesets.Value, "node is not installed");
    }
}
