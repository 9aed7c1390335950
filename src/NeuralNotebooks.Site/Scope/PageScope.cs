using AngleSharp.Html.Dom;

namespace NeuralNotebooks.Site;

/// <summary>What the parts of one page share while it is rendered.</summary>
/// <param name="notebook">The path of the notebook; empty for a text that is not part of a site.</param>
internal sealed class PageScope(string notebook, string page, SiteContext site)
{
    public string Notebook => notebook;

    public string Page => page;

    public PageReport Report { get; } = new(Path.GetFileName(notebook));

    public PageAnchors Anchors { get; } = new();

    public PageLinks Links => field ??= new PageLinks(notebook, page, site, Report);

    public CellFiles Files => field ??= new CellFiles(notebook, site, Report);

    public JsonNode? Packages { get; private set; }

    /// <summary>Publishes the packages that the notebook has restored up to a cell.</summary>
    public void AddPackages(string key)
    {
        string? found = Report.Try("its packages cannot be published", () => site.Packages.DataOf(key) ?? "");
        if (found == "")
            Report.Add("its packages are not on this machine, so the live page does not have them; run it again");
        else if (found is not null)
            Packages = JsonNode.Parse(found);
    }

    public bool IsUntrusted => site.IsUntrusted;

    /// <summary>Sets the part of the notebook that is rendered next.</summary>
    /// <param name="place">Its name in messages: <c>cell 7</c> or <c>text after cell 6</c>.</param>
    /// <param name="text">The Markdown cell, which may have images attached; null for any other part.</param>
    public void At(string place, MarkdownCell? text)
    {
        Report.Place = place;
        Links.Attachments = image =>
            text?.Attachment(image) is { } bundle && ImageData.Of(bundle) is var (type, content)
                ? ImageData.Url(type, content)
                : null;
    }

    public bool IsStandalone => notebook.Length == 0;

    /// <summary>The HTML of an output with everything closed that it opens, and sanitized if the notebook is not
    /// trusted; empty if then nothing of it can be seen.</summary>
    public string Output(string html)
    {
        IHtmlElement output = HtmlTree.Parse(html, Report.Add, !IsUntrusted);
        return !IsUntrusted || UntrustedHtml.Clean(output) ? HtmlTree.Content(output) : "";
    }

    /// <summary>Adds a formula of the page to those that are typeset.</summary>
    /// <param name="element">Its element, as <see cref="Formula.ToHtml"/> writes it.</param>
    public void AddFormula(IElement element)
    {
        var formula = new Formula(
            element.GetAttribute(Formula.Attribute)!, element.ClassList.Contains("display"), page);
        if (IsStandalone)
            element.SetAttribute("data-nn-of", page); // The page on which it will be has formulas of other texts.
        AddFormula(formula);
    }

    public void AddFormula(Formula formula)
    {
        HasFormulas = true;
        site.Formulas.Add(formula with { Page = page }, Report.Notebook, Report.Place);
    }

    public bool HasFormulas { get; private set; }
}
