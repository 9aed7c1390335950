namespace NeuralNotebooks.Site;

/// <summary>The words of all pages, with the code that searches them. The index is a script and not JSON: a page that
/// is opened from the file system can load scripts, but cannot fetch other files.</summary>
internal static partial class SearchIndex
{
    public static string Of(IEnumerable<NotebookPage> pages)
    {
        var sections = pages.SelectMany(page =>
            page.Sections.Select(section =>
                    new[]
                    {
                        SiteMap.Address(page.Notebook.Page),
                        section.Anchor,
                        page.Title.Text,
                        section.Heading,
                        Space().Replace(section.Words.ToString(), " ").Trim(),
                    }
                )
                .Where(entry => entry[4].Length > 0 || entry[3].Length > 0)
        );
        return $"window.nnSearch = {JsonSerializer.Serialize(sections)};\n{EmbeddedAssets.Text("find.js")}";
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
