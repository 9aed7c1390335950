namespace NeuralNotebooks.Site.Tests;

/// <summary>Skips a test, with the reason, on a machine where formulas cannot be typeset in the build.</summary>
internal static class Availability
{
    private static readonly Lazy<bool> _typesets = new(() =>
        Katex.Typeset([new("x", Display: false)], "node", CancellationToken.None) is not null
    );

    public static void NeedsKatex()
    {
        Assert.SkipUnless(EmbeddedAssets.HasKatex, "KaTeX is not in the assembly: npm was not there when it was built");
        Assert.SkipUnless(_typesets.Value, "node is not there");
    }
}
