namespace NeuralNotebooks.Site;

internal static class NotebookTemplate
{
    /// <summary>A script that folds the table of contents on a small screen. It runs as soon as the browser has parsed
    /// the contents, so that they are never shown open there.</summary>
    public const string FoldOnPhone =
        "(function (d) { d.open = !matchMedia('(max-width: 70rem)').matches "
        + "})(document.querySelector('.contents details'))";

    public static Html Of(
        SiteFrame site, NotebookPage page, string? download, NotebookPage? previous, NotebookPage? next)
    {
        Html contents = Contents(page.Scope.Anchors.Headings, page.Checkpoints);
        Html body = $"""
            <div class="layout">
            {contents}<main id="main" tabindex="-1">
            {(page.Scope is LiveScope live && download is not null ? Bar(page, live, download) : default)}<article>
            {FailedNote(page)}{page.Article}</article>
            {(download is null ? default : Foot(page, download, previous, next))}</main>
            </div>
            """;
        return PageTemplate.Of(
            site,
            new PageContent(
                Title: $"{page.Title.Text} · {site.Title}",
                IsArticle: true,
                Body: body,
                Scope: page.Scope,
                HasOutputs: download is not null,
                Skip: page.Checkpoints is [var first, ..] ? (first.Id, $"Skip to checkpoint {first.Number}") : null));
    }

    private static Html Foot(NotebookPage page, string download, NotebookPage? previous, NotebookPage? next) =>
        $"""
        <nav class="neighbours" aria-label="Notebooks">
        {Neighbour(previous, "previous", "Previous")}{Neighbour(next, "next", "Next")}</nav>
        <footer class="page-foot"><a href="{download}" download="{Path.GetFileName(
            page.Notebook.Path
        )}">Download this notebook</a> <span>and change it: open it in VS Code or Jupyter.</span></footer>

        """;

    /// <summary>The table of contents, with two levels of headings. It is open if there is room for it next to the
    /// text, and folded on a small screen.</summary>
    private static Html Contents(IReadOnlyList<Heading> headings, IReadOnlyList<Checkpoint> checkpoints)
    {
        Heading[] sections = [.. headings.Where(heading => heading.Level > 1)];
        if (sections.Length < 2)
            return default;

        int top = sections.Min(heading => heading.Level);
        var list = new List<(Heading Heading, List<Heading> Inner)>();
        foreach (Heading heading in sections.Where(heading => heading.Level <= top + 1))
            if (heading.Level > top && list.Count > 0)
                list[^1].Inner.Add(heading);
            else
                list.Add((heading, []));
        return $"""
            <nav class="contents" aria-label="On this page"><details open="open"><summary>On this page</summary>
            {Checkpoints(checkpoints)}<ol class="sections">
            {list.Select(one => Item(one.Heading, one.Inner))}</ol>
            </details></nav>
            <script>{Html.Raw(FoldOnPhone)}</script>

            """;
    }

    private static Html Item(Heading heading, List<Heading> inner)
    {
        Html below = Html.If(inner.Count > 0, $"\n<ol>\n{inner.Select(one => Item(one, []))}</ol>");
        return $"<li><a href=\"#{heading.Id}\">{heading.Markup}</a>{below}</li>\n";
    }

    private static Html Checkpoints(IReadOnlyList<Checkpoint> checkpoints)
    {
        if (checkpoints.Count == 0)
            return default;
        IEnumerable<Html> links = checkpoints.Select(checkpoint => Html.Of(
            $"<li><a href=\"#{checkpoint.Id}\" title=\"{checkpoint.Summary}\""
            + $" aria-label=\"Checkpoint {checkpoint.Number}\">{checkpoint.Number}</a></li>"));
        return $"<ol class=\"checkpoints\" aria-label=\"Checkpoints\">{links}</ol>\n";
    }

    private static Html Bar(NotebookPage page, LiveScope scope, string download) => $"""
        <div class="nn-bar" data-nn-bar=""><noscript>Without JavaScript the code of this page
        cannot be edited or run: outputs are those of the published page.</noscript></div>
        {LivePage.Of(page, scope, download).ToHtml()}
        {CellMarkup.Blank}
        """;

    private static Html FailedNote(NotebookPage page)
    {
        if (page.FailedCells.Count == 0)
            return default;
        const int named = 5;
        string more = page.FailedCells.Count > named ? Invariant($" and {page.FailedCells.Count - named} more") : "";
        IEnumerable<Html> cells = page.FailedCells.Take(named)
            .Select(cell => Html.Of($"""<a href="#{cell.Id}">{cell.Name}</a>"""));
        return $"<p class=\"failed-note\" role=\"note\"><strong>This run ended with an error</strong> in "
            + $"{Html.Join(", ", cells)}{more}.</p>\n";
    }

    private static Html Neighbour(NotebookPage? page, string relation, string label) =>
        page is null ? default : Html.Of(
            $"<a class=\"{relation}\" rel=\"{(relation == "previous" ? "prev" : "next")}\" "
            + $"href=\"{SiteMap.Address(page.Notebook.Page)}\"><span>{label}</span> {page.Title.Markup}</a>\n");
}
