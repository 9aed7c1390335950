namespace NeuralNotebooks.Site;

/// <summary>A formula as HTML (<paramref name="Markup"/>); if it could not be typeset, its source, and the
/// reason.</summary>
internal sealed record TypesetFormula(string Markup, string? Error = null)
{
    /// <summary>The source, which is readable, and which the page's script typesets if it can.</summary>
    public static TypesetFormula AsSource(Formula formula)
        => new($"""<span class="{Kind(formula)}">{Html.Escape(formula.Source)}</span>""");

    /// <summary>The source of a formula with a mistake.</summary>
    public static TypesetFormula WithError(Formula formula, string error) =>
        new(
            $"""<span class="{Kind(formula)} mistaken" title="{Html.Escape(error)}">"""
                + $"{Html.Escape(formula.Source)}</span>",
            error
        );

    private static string Kind(Formula formula) => formula.Display ? "tex display" : "tex";
}
