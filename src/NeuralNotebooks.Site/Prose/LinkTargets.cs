namespace NeuralNotebooks.Site;

/// <summary>The paths to which the links and images of a text lead, in Markdown or in HTML within it, and those that
/// its blocks of code may name.</summary>
internal static class LinkTargets
{
    public static IEnumerable<string> InMarkdown(string markdown)
    {
        MarkdownDocument text = CourseMarkdown.Parse(markdown);
        return text.Descendants<LinkInline>().Select(link => link.Url)
            .Concat(CourseMarkdown.TagsIn(text).SelectMany(tag => (string?[])[tag.Value("src"), tag.Value("href")]))
            .OfType<string>()
            .Select(PageLinks.PathIn)
            .Concat(text.Descendants<CodeBlock>().SelectMany(code => CodeStrings.In(code.Lines.ToString())));
    }
}
