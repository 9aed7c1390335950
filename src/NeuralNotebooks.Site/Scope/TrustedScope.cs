using AngleSharp.Html.Dom;

namespace NeuralNotebooks.Site;

/// <summary>The scope of a page whose author is trusted: its HTML is published as it is, and its scripts run.</summary>
internal class TrustedScope(string notebook, string page, SiteContext site)
    : PageScope(page, new SiteLinks(notebook, page, site), site.Formulas)
{
    public override IHtmlElement Parse(string markdown) =>
        CourseMarkdown.Parse(markdown, runsScripts: true, Report.Add);

    public override Html? Output(string html) =>
        HtmlTree.Content(HtmlTree.Parse(html, runsScripts: true, Report.Add));

    public override JsonObject? FactsOf(MimeBundle? output) =>
        output?.GetValueOrDefault(MimeBundle.Facts) as JsonObject;

    public override void Ask(IElement prompt, string words)
    {
        prompt.Id = Anchors.Unique("nn-question");
        prompt.SetAttribute("data-nn-prompt", words);
    }
}
