namespace NeuralNotebooks.Site;

/// <summary>The page at the former address of a notebook. It opens the notebook's page, at the same anchor.</summary>
internal static class MovedPage
{
    public static string Of(NotebookPage page) => StandalonePage.Of(
        page.Title.Text,
        $"""
        <p>This page is now at <a href="{SiteMap.Address(page.Notebook.Page)}">{page.Title.Text}</a>.</p>
        """,
        script: "location.replace(document.links[0].href + location.search + location.hash);");
}
