namespace NeuralNotebooks.Site;

/// <summary>The page of a notebook: the table of contents, the rendered notebook, links to the previous and the next
/// notebook, and a download link. The page of a document has only the first two.</summary>
internal static class NotebookTemplate
{
    /// <summary>A script that folds the table of contents on a small screen. It runs as soon as the browser has parsed
    /// the contents, so that they are never shown open there.</summary>
    public const string FoldOnPhone =
        "(function (d) { d.open = !matchMedia('(max-width: 70rem)').matches "
        + "})(document.querySelector('.contents details'))";

    /// <param name="download">The address of the notebook; null for a document.</param>
    public static string Of(
        SiteFrame site, NotebookPage page, string? download, NotebookPage? previous, NotebookPage? next)
    {
        string contents = Contents(page.Scope.Anchors.Headings, page.Checkpoints);
        string body = $"""
            <div class="layout">
            {contents}<main id="main" tabindex="-1">
            {(page.Scope is LiveScope live && download is not null ? Bar(page, live, download) : "")}<article>
            {FailedNote(page)}{page.Article}</article>
            {(download is null ? "" : Foot(page, download, previous, next))}</main>
            </div>
            """;
        return PageTemplate.Of(
            site,
            new PageContent
            {
                Title = $"{page.Title.Text} · {site.Title}",
                Description = page.Title.Text,
                IsArticle = true,
                Body = body,
                HasFormulas = page.Scope.HasFormulas,
                HasOutputs = download is not null,
                IsLive = page.IsLive,
                Skip = page.Checkpoints is [var first, ..] ? (first.Id, $"Skip to checkpoint {first.Number}") : null,
            });
    }

    private static string Foot(NotebookPage page, string download, NotebookPage? previous, NotebookPage? next) =>
        $"""
        <nav class="neighbours" aria-label="Notebooks">
        {Neighbour(previous, "previous", "Previous")}{Neighbour(next, "next", "Next")}</nav>
        <footer class="page-foot"><a href="{Html.Escape(download)}" download="{Html.Escape(
            Path.GetFileName(page.Notebook.Path)
        )}">Download this notebook</a> <span>and change it: open it in VS Code or Jupyter.</span></footer>

        """;

    /// <summary>The table of contents, with two levels of headings. It is open if there is room for it next to the
    /// text, and folded on a small screen.</summary>
    private static string Contents(IReadOnlyList<Heading> headings, IReadOnlyList<Checkpoint> checkpoints)
    {
        Heading[] sections = [.. headings.Where(heading => heading.Level > 1)];
        if (sections.Length < 2)
            return "";

        int top = sections.Min(heading => heading.Level);
        var list = new StringBuilder();
        bool inner = false, any = false;
        foreach (Heading heading in sections.Where(heading => heading.Level <= top + 1))
        {
            bool deeper = heading.Level > top && any;
            list.Append(deeper == inner ? (any ? "</li>\n" : "") : deeper ? "\n<ol>\n" : "</li>\n</ol></li>\n");
            list.Append(Invariant($"""<li><a href="#{Html.Escape(heading.Id)}">{heading.Markup}</a>"""));
            (inner, any) = (deeper, true);
        }

        list.Append(inner ? "</li>\n</ol></li>\n" : "</li>\n");
        return $"""
            <nav class="contents" aria-label="On this page"><details open="open"><summary>On this page</summary>
            {Checkpoints(checkpoints)}<ol class="sections">
            {list}</ol>
            </details></nav>
            <script>{FoldOnPhone}</script>

            """;
    }

    /// <summary>The checkpoints as a row of numbers. A live page marks those that are solved.</summary>
    private static string Checkpoints(IReadOnlyList<Checkpoint> checkpoints)
    {
        if (checkpoints.Count == 0)
            return "";
        IEnumerable<string> links = checkpoints.Select(checkpoint =>
            $"<li><a href=\"#{Html.Escape(checkpoint.Id)}\" title=\"{Html.Escape(checkpoint.Summary)}\""
            + $" aria-label=\"Checkpoint {checkpoint.Number}\">{checkpoint.Number}</a></li>");
        return $"<ol class=\"checkpoints\" aria-label=\"Checkpoints\">{string.Concat(links)}</ol>\n";
    }

    private static string Bar(NotebookPage page, LiveScope scope, string download) => $"""
        <div class="nn-bar" data-nn-bar=""><noscript>Without JavaScript the code of this page
        cannot be edited or run: outputs are those of the published page.</noscript></div>
        {LivePage.Of(page, scope, download).ToHtml()}
        {CellMarkup.Blank}
        """;

    private static string FailedNote(NotebookPage page)
    {
        if (page.FailedCells.Count == 0)
            return "";
        const int named = 5;
        string more = page.FailedCells.Count > named ? Invariant($" and {page.FailedCells.Count - named} more") : "";
        IEnumerable<string> cells = page.FailedCells.Take(named)
            .Select(cell => $"""<a href="#{cell.Id}">{cell.Name}</a>""");
        return """<p class="failed-note" role="note"><strong>This run ended with an error</strong>"""
            + $" in {string.Join(", ", cells)}{more}.</p>\n";
    }

    private static string Neighbour(NotebookPage? page, string relation, string label) =>
        page is null
            ? ""
            : $"""<a class="{relation}" rel="{(relation == "previous" ? "prev" : "next")}" """
                + $"""href="{SiteMap.Address(page.Notebook.Page)}"><span>{label}</span> {page.Title.Markup}</a>"""
                + "\n";
}
