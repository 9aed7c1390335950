using AngleSharp;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NeuralNotebooks.Site;

/// <summary>Ends the HTML of a cell with the cell. An element, comment or tag that the HTML leaves open would contain
/// the rest of the page, and an end tag without a start tag would end an element of the page itself.</summary>
internal static class ClosedHtml
{
    /// <summary>Elements such as a page has around the HTML of a cell. The text before them makes the parser ignore the
    /// tag <c>frameset</c>.</summary>
    private const string Around = "page<main><article><section><figure><details><div>";

    /// <summary>Returns the HTML unchanged if it ends what it begins. Otherwise it is written again as a browser reads
    /// it, with everything closed at its end, and reported.</summary>
    /// <param name="html">The HTML of a cell.</param>
    /// <param name="report">The problems of the page.</param>
    public static string Of(string html, PageReport report)
    {
        if (!html.Contains('<'))
            return html;
        string mark = Guid.NewGuid().ToString("N"), start = $"{Around}<div id=\"{mark}\">";
        return HtmlDepth.Limit(html, start.Length, part =>
        {
            if (ProblemIn(start + part, mark) is not { } problem)
                return part;
            report.Add(problem);
            int end = HtmlTags.EndIn(part);
            string closed = Written(part[..end] + Html.Escape(part[end..]));
            // Some HTML cannot be closed: nothing ends an element "plaintext". It is shown as text.
            return ProblemIn(start + closed, mark) is null ? closed : $"<pre>{Html.Escape(part)}</pre>";
        });
    }

    /// <summary>What the HTML leaves open; null if it ends in the element in which it begins.</summary>
    /// <remarks>A text after the HTML leads the parser back into the body if the HTML has ended it. A comment after it
    /// is in the last open element, wherever the parser would move an element to. An element after it is also in the
    /// formatting elements that are open: <c>&lt;p&gt;&lt;b&gt;text&lt;/p&gt;</c> leaves <c>b</c> open.</remarks>
    private static string? ProblemIn(string html, string mark)
    {
        using IHtmlDocument page = Parser().ParseDocument($"{html}.<!--{mark}--><wbr>");
        IElement box = page.GetElementById(mark)!;
        INode? end = page.Descendants<IComment>().LastOrDefault(comment => comment.Data == mark);
        if (end is null)
            return "the HTML ends inside a comment, a tag or an element such as <textarea>: it ends with the cell";
        IElement after = page.QuerySelectorAll("wbr")[^1];
        bool changesPage = page.Body!.Attributes.Length + page.DocumentElement.Attributes.Length > 0;
        if (end.Parent == box && after.Parent == box && !changesPage)
            return null;
        if (!box.Contains(end) || !box.Contains(after) || changesPage)
            return "the HTML has a tag that would end or change an element of the page: it is left out";
        IEnumerable<string> open = end.Ancestors<IElement>().Union(after.Ancestors<IElement>())
            .Where(element => element != box && box.Contains(element))
            .Select(element => $"<{element.LocalName}>")
            .Distinct();
        return $"the HTML does not close {string.Join(", ", open)}: it ends with the cell";
    }

    private static string Written(string html)
    {
        using IHtmlDocument page = Parser().ParseDocument("");
        return Parser().ParseFragment(html, page.Body!).ToHtml(WellFormedHtml.Instance);
    }

    private static HtmlParser Parser() => new(new() { IsScripting = true, OnCreated = new HtmlDepth().Check });
}
