namespace NeuralNotebooks.Site.Tests;

public sealed class SlugTests
{
    [Theory]
    [InlineData("The × gate splits the flow", "the-gate-splits-the-flow")]
    [InlineData("The-×-gate-splits-the-flow", "the-gate-splits-the-flow")]
    [InlineData("the--gate-splits-the-flow", "the-gate-splits-the-flow")]
    [InlineData("1.2 W²: “δ” ≠ 0?", "1-2-w-δ-0")]
    [InlineData("Übung", "übung")]
    [InlineData("…", "section")]
    public void Headings_and_anchors_of_any_tool_have_one_slug(string text, string slug) =>
        Assert.Equal(slug, Slug.Of(text));
}
