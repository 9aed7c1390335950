using AngleSharp.Html.Dom;

namespace NeuralNotebooks.Site;

/// <summary>The scope of a page that anybody may have written: its HTML is sanitized, so that no script of it runs, and
/// it has neither controls nor verdicts nor questions.</summary>
internal class UntrustedScope(string page, PageLinks links, FormulaBook formulas) : PageScope(page, links, formulas)
{
    public UntrustedScope(string notebook, string page, SiteContext site)
        : this(page, new UntrustedLinks(notebook, page, site), site.Formulas) { }

    public override IHtmlElement Parse(string markdown) =>
        CourseMarkdown.Parse(markdown, runsScripts: false, Report.Add);

    public override void Clean(IHtmlElement text) => UntrustedHtml.Clean(text);

    public override Html? Output(string html)
    {
        IHtmlElement output = HtmlTree.Parse(html, runsScripts: false, Report.Add);
        return UntrustedHtml.Clean(output) ? HtmlTree.Content(output) : null;
    }

    public override JsonObject? FactsOf(MimeBundle? output) => null;
}
