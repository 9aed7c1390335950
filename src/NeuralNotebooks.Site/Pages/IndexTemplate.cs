using System.Globalization;
using System.Text;

namespace NeuralNotebooks.Site;

/// <summary>The first page of the site: the front page's text and the list of notebooks.</summary>
internal static class IndexTemplate
{
    public static string Of(
        SiteFrame site,
        string? frontPage,
        bool frontFormulas,
        IReadOnlyList<NotebookPage> pages,
        NotebookPage? playground
    )
    {
        var list = new StringBuilder();
        foreach (NotebookPage page in pages)
        {
            string failed =
                page.FailedCells.Count > 0 ? """ <strong class="failed-mark">ended with an error</strong>""" : "";
            string duration = page.Duration is { } time ? $"""<p class="duration">{Html.Escape(time)}</p>""" : "";
            string summary = page.SummaryMarkup.Length > 0 ? $"""<p class="summary">{page.SummaryMarkup}</p>""" : "";
            list.Append(
                CultureInfo.InvariantCulture,
                $"""
                <li><span class="number" aria-hidden="true">{page.Number}</span><div><h2><a href="{SiteMap.Address(
                    page.File
                )}"{(
                    site.LiveVersion is null
                        ? ""
                        : $" data-nn-of=\"{SiteMap.Address("notebooks/" + Path.ChangeExtension(page.File, ".ipynb"))}\""
                )}>{page.TitleMarkup}</a>{failed}</h2>{summary}{duration}</div></li>

                """);
        }

        string body = $"""
            <main id="main" tabindex="-1">
            {(
                frontPage is null
                    ? $"<h1>{Html.Escape(site.Title)}</h1>\n"
                    : $"<div class=\"front\">{frontPage}</div>\n"
            )}<ol class="notebooks">
            {list}</ol>
            {(
                playground is null
                    ? ""
                    : $"<p class=\"page-foot\"><a href=\"{playground.File}\">{playground.TitleMarkup}</a>: "
                        + "an empty notebook with the course's kit.</p>\n"
            )}</main>
            """;
        bool formulas = frontFormulas || pages.Any(page => page.Scope.HasFormulas);
        return PageTemplate.Of(site, site.Title, site.Title, "index", formulas, [], body);
    }
}
