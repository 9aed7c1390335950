using AngleSharp.Html.Parser;

namespace NeuralNotebooks.Site;

/// <summary>Follows elements such as <c>details</c> through Markdown: a block of HTML begins them, and another one ends
/// them.</summary>
internal static class FoldedText
{
    /// <summary>The elements that have no end tag or may be without one.</summary>
    private static readonly HashSet<string> _withoutEnd =
    [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup",
    ];

    /// <summary>The number of elements that a block of HTML opens, minus those that it closes.</summary>
    public static int OpenedBy(Block block) =>
        block is HtmlBlock html
            ? HtmlTags.StartsAndEndsIn(html.Lines.ToString())
                .Where(tag => !_withoutEnd.Contains(tag.Name) && !tag.IsSelfClosing)
                .Sum(tag => tag.Type == HtmlTokenType.StartTag ? 1 : -1)
            : 0;
}
