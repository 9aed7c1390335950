namespace NeuralNotebooks.Site;

/// <summary>A formula as HTML. If it could not be typeset, <paramref name="Markup"/> shows its TeX source, and
/// <paramref name="Error"/> is the reason.</summary>
internal sealed record TypesetFormula(string Markup, string? Error = null)
{
    /// <summary>The TeX source of a formula. The page's script typesets it if KaTeX is available in the
    /// browser.</summary>
    public static TypesetFormula AsSource(Formula formula)
        => new($"""<span class="{Kind(formula)}">{Html.Escape(formula.Source)}</span>""");

    /// <summary>The TeX source of a formula that KaTeX rejects.</summary>
    public static TypesetFormula WithError(Formula formula, string error) =>
        new(
            $"""<span class="{Kind(formula)} mistaken" title="{Html.Escape(error)}">"""
                + $"{Html.Escape(formula.Source)}</span>",
            error
        );

    private static string Kind(Formula formula) => formula.Display ? "tex display" : "tex";
}
