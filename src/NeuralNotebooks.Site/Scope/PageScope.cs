using AngleSharp.Html.Dom;

namespace NeuralNotebooks.Site;

/// <summary>What the parts of one page share while it is rendered. Its type says who has written the page: a
/// <see cref="TrustedScope"/> is the author's own, an <see cref="UntrustedScope"/> anybody's.</summary>
internal abstract class PageScope(string page, PageLinks links, FormulaBook formulas)
{
    /// <summary>The scope of a page that is not live.</summary>
    public static PageScope Of(string notebook, string page, SiteContext site) =>
        site.IsUntrusted ? new UntrustedScope(notebook, page, site) : new TrustedScope(notebook, page, site);

    /// <summary>The scope of a notebook's page, which is live only if its author is trusted.</summary>
    public static PageScope Of(NotebookSource notebook, SiteContext site, bool isLive) =>
        isLive && !site.IsUntrusted
            ? new LiveScope(notebook.Path, notebook.Page, site, notebook.AddressesBeside)
            : Of(notebook.Path, notebook.Page, site);

    public string Page => page;

    public PageLinks Links => links;

    public PageReport Report => links.Report;

    public PageAnchors Anchors { get; } = new();

    public bool HasFormulas { get; private set; }

    /// <summary>Parses Markdown as a browser will read the page.</summary>
    public abstract IHtmlElement Parse(string markdown);

    /// <summary>Removes from a text what the page may not contain.</summary>
    public virtual void Clean(IHtmlElement text) { }

    /// <summary>The HTML of an output with everything closed that it opens; null if the page may show nothing of
    /// it.</summary>
    public abstract Html? Output(string html);

    /// <summary>What the program that has made an output says about it; null if it says nothing, or if anybody may have
    /// written it.</summary>
    public abstract JsonObject? FactsOf(MimeBundle? output);

    /// <summary>Makes a prompt a question to which the page asks for a guess, unless it may not have such
    /// questions.</summary>
    /// <param name="words">The text of the prompt.</param>
    public virtual void Ask(IElement prompt, string words) { }

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

    /// <summary>Adds a formula of the page to those that are typeset.</summary>
    public Formula Add(Formula formula)
    {
        HasFormulas = true;
        formulas.Add(formula, Report.Notebook, Report.Place);
        return formula;
    }
}
