using AngleSharp.Html.Parser.Tokens;

namespace NeuralNotebooks.Site;

/// <summary>The anchors that an author defines in HTML: elements with an id, or with a name, as in
/// <c>&lt;a name="proof"&gt;</c>.</summary>
internal static class OwnAnchors
{
    public static IEnumerable<string> InMarkdown(string markdown) =>
        In(CourseMarkdown.TagsIn(CourseMarkdown.Parse(markdown)));

    public static IEnumerable<string> In(string html) => In(HtmlTags.In(html));

    private static IEnumerable<string> In(IEnumerable<HtmlTagToken> tags) =>
        tags.SelectMany(tag => (string?[])[tag.Value("id"), tag.Value("name")]).OfType<string>();
}
