namespace NeuralNotebooks.Site.Tests;

/// <summary>Skips a test, with the reason, on a machine where formulas cannot be typeset in the build.</summary>
internal static class Availability
{
    public static void NeedsKatex()
    {
        Assert.SkipUnless(EmbeddedAssets.HasKatex, "KaTeX is not in the assembly: npm was not there when it was built");
        Assert.SkipUnless(
            Katex.Typeset([new("x", Display: false)], "node", CancellationToken.None) is not null,
            "node is not there"
        );
    }
}
