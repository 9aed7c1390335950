namespace NeuralNotebooks.Site;

/// <summary>The anchors that an author defines in HTML: elements with an id, or with a name, as in
/// <c>&lt;a name="proof"&gt;</c>. Only pages of a trusted author, whose scripts run, have them.</summary>
internal static class OwnAnchors
{
    public static IEnumerable<string> InMarkdown(string markdown) =>
        In(CourseMarkdown.Parse(markdown, runsScripts: true));

    public static IEnumerable<string> In(IElement html) =>
        html.QuerySelectorAll("[id], [name]")
            .SelectMany(element => (string?[])[element.GetAttribute("id"), element.GetAttribute("name")])
            .OfType<string>();
}
