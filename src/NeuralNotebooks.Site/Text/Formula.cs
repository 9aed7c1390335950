namespace NeuralNotebooks.Site;

/// <summary>A formula as its author wrote it, without the dollar signs.</summary>
/// <param name="Page">The page that contains it. Commands that a formula defines are known in the later formulas of the
/// page.</param>
internal readonly record struct Formula(string Tex, bool Display, string Page = "")
{
    /// <summary>The attribute with the source of a formula.</summary>
    public const string Attribute = "data-nn-tex";

    /// <summary>The attribute of a formula in a tree that says on which page its commands are known. It is not
    /// written.</summary>
    private const string OfPage = "page";

    public string Source => Display ? "$$" + Tex + "$$" : "$" + Tex + "$";

    /// <summary>The element of a formula that is not typeset: a page shows its source, until the build or the page's
    /// script replaces it.</summary>
    public Html ToHtml() => $"""<span class="{Kind}" {Attribute}="{Tex}">{Source}</span>""";

    public Html Mistaken(string error) => $"""<span class="{Kind} mistaken" title="{error}">{Source}</span>""";

    /// <summary>Makes an element of a tree a formula of a page.</summary>
    /// <param name="element">An element as <see cref="ToHtml"/> writes it.</param>
    public static Formula Mark(IElement element, string page)
    {
        element.SetAttribute(OfPage, page);
        Formula formula = In(element)!.Value;
        element.TextContent = formula.Source;
        return formula;
    }

    /// <summary>The formula that an element is; null for another element.</summary>
    public static Formula? In(IElement element) =>
        element.GetAttribute(OfPage) is { } page && element.GetAttribute(Attribute) is { } tex
            ? new(tex, element.ClassList.Contains("display"), page)
            : null;

    private string Kind => Display ? "tex display" : "tex";

    public static Html OnItsLine(Html formula) => $"""<div class="formula">{formula}</div>""";
}
