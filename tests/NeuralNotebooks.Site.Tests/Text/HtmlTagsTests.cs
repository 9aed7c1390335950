namespace NeuralNotebooks.Site.Tests;

public sealed class HtmlTagsTests
{
    [Theory]
    [Cases(
        "<svg><style/><script/><title/><p></svg>", "svg style script title p",
        "<svg></svg><script/><p></script><b>", "svg script b",
        "<svg/><style/><p></style><b>", "svg style b",
        "<textarea><p></textarea><b>", "textarea b",
        "<title><p></title><b>", "title b")]
    public void Tags_are_those_that_are_not_text(string html, string names) =>
        Assert.Equal(names, string.Join(' ', HtmlTags.In(html).Select(tag => tag.Name)));
}
