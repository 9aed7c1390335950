namespace NeuralNotebooks.Site;

/// <summary>The paths to which the links and images of a text lead, in Markdown or in HTML within it, and those that
/// its blocks of code may name.</summary>
internal static class LinkTargets
{
    public static IEnumerable<string> InMarkdown(string markdown)
    {
        IElement text = CourseMarkdown.Parse(markdown, runsScripts: true);
        return text.QuerySelectorAll("[src], [href]")
            .SelectMany(element => (string?[])[element.GetAttribute("src"), element.GetAttribute("href")])
            .OfType<string>().Select(PageLinks.PathIn)
            .Concat(text.QuerySelectorAll("pre code").SelectMany(code => CodeStrings.In(code.TextContent)));
    }
}
