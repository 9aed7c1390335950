namespace NeuralNotebooks.Site;

internal static class IndexTemplate
{
    public static Html Of(
        SiteFrame site, FrontPage front, IReadOnlyList<NotebookPage> pages, NotebookPage? playground)
    {
        Html body = $"""
            <main id="main" tabindex="-1">
            <div class="head"><div>
            {front.Lead}{Start(front, pages)}</div>
            {front.Picture}{Html.If(!front.Head.IsEmpty, $"<div>\n{front.Head}</div>\n")}</div>
            <div class="front">
            {front.Sections}</div>
            {(playground is null ? default : Foot(playground))}</main>
            """;
        return PageTemplate.Of(
            site,
            new PageContent(
                Title: site.Title,
                IsArticle: false,
                Body: body,
                Scope: front.Scope,
                HasOutputs: front.HasOutputs));
    }

    private static Html Foot(NotebookPage playground) =>
        $"<p class=\"page-foot\"><a href=\"{playground.Notebook.Page}\">{playground.Title.Markup}</a>: "
        + $"an empty notebook, in which you can run C#.</p>\n";

    /// <summary>The button that leads to the notebook that the front page names, or to the first. In a live site a
    /// script changes it to the notebook that the reader has worked on last.</summary>
    private static Html Start(FrontPage front, IReadOnlyList<NotebookPage> pages)
    {
        if (pages.Count == 0)
            return default;
        (NotebookPage first, string words) = front.Start ?? (pages[0], "Start");
        Html mark = Html.If(first.IsLive, $" data-nn-start=\"\""), note = Html.If(
            first.IsLive,
            $"\n<span>Nothing to install: C# runs in the page, and your work stays in this browser.</span>");
        string address = SiteMap.Address(first.Notebook.Page);
        return $"<p class=\"start\"><a class=\"button\"{mark} href=\"{address}\">{words}</a>{note}</p>\n";
    }
}
