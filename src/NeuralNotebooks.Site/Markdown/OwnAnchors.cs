namespace NeuralNotebooks.Site;

/// <summary>The anchors that an author defines in HTML: elements with an id, or with a name, as in
/// <c>&lt;a name="proof"&gt;</c>.</summary>
internal static class OwnAnchors
{
    public static IEnumerable<string> InMarkdown(string markdown) =>
        CourseMarkdown.Parse(markdown).Descendants().SelectMany(part => part switch
        {
            HtmlBlock block => In(block.Lines.ToString()),
            HtmlInline inline => In(inline.Tag),
            _ => [],
        });

    public static IEnumerable<string> In(string html) =>
        HtmlTags.In(html).SelectMany(tag => (string?[])[tag.Value("id"), tag.Value("name")]).OfType<string>();
}
