using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NeuralNotebooks.Site;

/// <summary>Finds the anchors that a notebook defines in HTML, in its text and its outputs: the ids of elements, and
/// names such as that in <c>&lt;a name="proof"&gt;</c>.</summary>
internal static class OwnAnchors
{
    public static HashSet<string> In(Notebook notebook) =>
    [
        .. notebook.Cells.OfType<MarkdownCell>().SelectMany(cell => In(cell.Source)),
        .. notebook.CodeCells
            .SelectMany(cell => cell.Outputs)
            .Select(output => ((output as DisplayData)?.Data ?? (output as ExecuteResult)?.Data)?.Text(MimeBundle.Html))
            .OfType<string>()
            .SelectMany(InHtml),
    ];

    /// <summary>The anchors in Markdown; none if it cannot be parsed, since it is then shown as source.</summary>
    public static HashSet<string> In(string markdown)
    {
        try
        {
            return
            [
                .. CourseMarkdown.Parse(markdown).Descendants()
                    .Select(node => node is HtmlBlock block ? block.Lines.ToString() : (node as HtmlInline)?.Tag)
                    .OfType<string>()
                    .SelectMany(InHtml),
            ];
        }
        catch (ArgumentException)
        {
            return [];
        }
    }

    private static IEnumerable<string> InHtml(string html) =>
        HtmlTags.In(html)
            .SelectMany(tag => tag.Attributes.Where(attribute =>
                attribute.Name == "id" || (attribute.Name == "name" && tag.Name == "a")))
            .Select(attribute => attribute.Value);
}
