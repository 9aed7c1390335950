namespace NeuralNotebooks.Site;

/// <summary>A formula as its author wrote it, without the dollar signs.</summary>
/// <param name="Page">The page that contains it. Commands that a formula defines are known in the later formulas of the
/// page.</param>
internal readonly record struct Formula(string Tex, bool Display, string Page = "")
{
    /// <summary>The attribute with the source of a formula.</summary>
    public const string Attribute = "data-nn-tex";

    public string Source => Display ? "$$" + Tex + "$$" : "$" + Tex + "$";

    /// <summary>The element of a formula that is not typeset: a page shows its source, until the build or the page's
    /// script replaces it.</summary>
    public string ToHtml() =>
        $"""<span class="{Kind}" {Attribute}="{Html.Escape(Tex)}">{Html.Escape(Source)}</span>""";

    public string Mistaken(string error) =>
        $"""<span class="{Kind} mistaken" title="{Html.Escape(error)}">{Html.Escape(Source)}</span>""";

    private string Kind => Display ? "tex display" : "tex";

    public string OnItsLine() => $"""<div class="formula">{ToHtml()}</div>""";
}
