using AngleSharp.Html;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Text;

namespace NeuralNotebooks.Site;

/// <summary>A complete piece of HTML as a tree, which is parsed once. What the HTML leaves open ends with it, and an
/// end tag without a start tag ends nothing, so that the piece cannot change other parts of a page.</summary>
internal static class HtmlTree
{
    /// <summary>Without a limit, code that walks the tree and browsers could overflow their stacks, and the parser
    /// would take quadratic time, since for many tags it searches all open elements.</summary>
    private const int MaxDepth = 200;

    /// <summary>Parses HTML. If it is nested too deeply, or ends inside a tag or an element such as
    /// <c>&lt;textarea&gt;</c>, so that nothing can follow it, it becomes a text.</summary>
    /// <param name="runsScripts">Whether browsers run its scripts: then <c>noscript</c> contains only text.</param>
    /// <param name="report">Called with what the HTML leaves open.</param>
    /// <returns>The element that contains it, which is not part of it.</returns>
    public static IHtmlElement Parse(string html, bool runsScripts, Action<string>? report = null)
    {
        string problem = "the HTML ends inside a tag or an element such as <textarea>: it is shown as text";
        try
        {
            string mark = Guid.NewGuid().ToString("N");
            foreach (string ending in (string[])["", "-->"])
            {
                IHtmlElement root = Parsed($"{html}{ending}<!--{mark}-->", runsScripts);
                if (root.Descendants<IComment>().LastOrDefault(comment => comment.Data == mark) is not { } end
                    || (ending.Length > 0 && end.PreviousSibling is not IComment))
                    continue;
                string[] open = [.. end.Ancestors<IElement>().TakeWhile(element => element != root).Select(Name)];
                if (ending.Length > 0)
                    open = ["<!--", .. open];
                if (open.Length > 0)
                    report?.Invoke(
                        $"the HTML does not close {string.Join(", ", open.Distinct())}: it ends with the cell");
                end.Remove();
                return root;
            }
        }
        catch (TooDeepException)
        {
            problem = "the HTML is nested too deeply: it is shown as text";
        }
        report?.Invoke(problem);
        return Parsed($"<pre>{Html.Escape(html)}</pre>", runsScripts);
    }

    public static Html Content(INode root) => Written(root.ChildNodes);

    public static Html Written(IEnumerable<INode> nodes)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var written = new WellFormed(text);
        foreach (INode node in nodes)
            node.ToHtml(text, written);
        return written.ToHtml();
    }

    /// <summary>The content of an element as HTML without links, so that it can be used inside a link.</summary>
    public static Html ContentWithoutLinks(IElement element)
    {
        var copy = (IElement)element.Clone();
        foreach (IElement link in copy.QuerySelectorAll("a").ToArray())
            link.Replace([.. link.ChildNodes]);
        return Content(copy).Trim();
    }

    private static string Name(IElement element) => $"<{element.LocalName}>";

    private static IHtmlElement Parsed(string html, bool runsScripts)
    {
        IElement? last = null;
        var parser = new HtmlParser(new() { IsScripting = runsScripts, OnCreated = Check });
        using IHtmlDocument around = new HtmlParser().ParseDocument("");
        INode first = parser.ParseFragment($"<!---->{html}", around.Body!)[0]; // There may be no other node.
        var root = (IHtmlElement)first.Parent!;
        root.RemoveChild(first);
        return root;

        // An element has no parent yet, so its depth is that of the element before it.
        void Check(IElement element, TextPosition position)
        {
            int depth = 0;
            for (INode? at = last; at is not null; at = at.Parent)
                depth++;
            last = depth <= MaxDepth ? element : throw new TooDeepException();
        }
    }

    private sealed class TooDeepException : Exception;

    /// <summary>Writes well-formed XML, with "&lt;" and "&gt;" only in tags, and with formulas that can still be
    /// typeset.</summary>
    private sealed class WellFormed(StringWriter written) : HtmlMarkupFormatter
    {
        private readonly Html _html = new(0, 0);

        public Html ToHtml()
        {
            _html.AppendLiteral(written.ToString());
            written.GetStringBuilder().Clear();
            return _html;
        }

        public override string Text(ICharacterData text) => Escape(text.Data);

        public override string OpenTag(IElement element, bool selfClosing)
        {
            if (Formula.In(element) is { } formula)
            {
                ToHtml().AppendFormatted(formula);
                return "";
            }
            return base.OpenTag(element, selfClosing) is var tag && selfClosing ? tag[..^1] + " />" : tag;
        }

        public override string CloseTag(IElement element, bool selfClosing)
        {
            if (Formula.In(element) is null)
                return base.CloseTag(element, selfClosing);
            written.GetStringBuilder().Clear(); // The source.
            return "";
        }

        protected override string Attribute(IAttr attribute) => $"{attribute.Name}=\"{Escape(attribute.Value)}\"";

        private static string Escape(string text) => Html.Escape(text).Replace("\0", "");
    }
}
