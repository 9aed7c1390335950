using AngleSharp.Html.Dom;

namespace NeuralNotebooks.Site;

/// <summary>Renders Markdown as a part of a page: the text as a tree, sanitized if it is not trusted, in which links
/// lead to other pages of the site, and prompts and predictions are marked.</summary>
internal static partial class Prose
{
    public static IHtmlElement Render(string markdown, PageScope scope)
    {
        IHtmlElement text = scope.Parse(markdown);
        foreach (IElement summary in text.QuerySelectorAll("summary"))
            RenderSummary(summary, scope);
        scope.Clean(text);
        scope.Links.Complete(text);
        Prompt.MarkIn(text, scope);
        foreach (IElement formula in text.QuerySelectorAll($"[{Formula.Attribute}]"))
            Complete(formula, scope);
        if (scope is TrustedScope)
            foreach (IElement details in text.QuerySelectorAll("details"))
                Prediction.MarkIn(details, scope.Report.Add);
        return text;
    }

    /// <summary>Renders Markdown as HTML. A text of one paragraph has no element of a paragraph.</summary>
    public static Html RenderInline(string markdown, PageScope scope)
    {
        IElement text = Render(markdown, scope);
        return HtmlTree.Content(text.Children is [{ LocalName: "p" } paragraph] ? paragraph : text).Trim();
    }

    /// <summary>Renders the summary of a folded block, which is HTML to Markdown, if it is one paragraph.</summary>
    private static void RenderSummary(IElement summary, PageScope scope)
    {
        string markdown = summary.ChildElementCount == 0 ? summary.TextContent : $"{HtmlTree.Content(summary)}";
        if (scope.Parse(markdown).Children is not [{ LocalName: "p" } paragraph])
            return;
        summary.TextContent = "";
        summary.Append([.. paragraph.ChildNodes]);
    }

    /// <summary>Adds a formula to those of the site, and joins one in a line to the punctuation after it: browsers may
    /// break a line between the two.</summary>
    private static void Complete(IElement formula, PageScope scope)
    {
        scope.Add(Formula.Mark(formula, scope.Page));
        string after = formula.NextSibling is IText { Data: var data } ? Punctuation().Match(data).Value : "";
        if (after.Length == 0)
            return;
        var next = (IText)formula.NextSibling!;
        next.Data = next.Data[after.Length..];
        IElement joined = formula.Owner!.CreateElement("span");
        joined.ClassName = "joined";
        formula.Replace(joined);
        joined.Append(formula, formula.Owner.CreateTextNode(after));
    }

    [GeneratedRegex("^[,.;:!?)]+")]
    private static partial Regex Punctuation();
}
