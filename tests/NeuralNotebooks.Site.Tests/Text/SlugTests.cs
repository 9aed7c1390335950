namespace NeuralNotebooks.Site.Tests;

public sealed class SlugTests
{
    [Theory]
    [Cases(
        "The × gate splits the flow", "the-gate-splits-the-flow",
        "The-×-gate-splits-the-flow", "the-gate-splits-the-flow",
        "the--gate-splits-the-flow", "the-gate-splits-the-flow",
        "1.2 W²: “δ” ≠ 0?", "1-2-w-δ-0",
        "Übung", "übung",
        "…", "section")]
    public void A_heading_and_its_anchors_in_other_tools_have_the_same_slug(string text, string slug) =>
        Assert.Equal(slug, Slug.Of(text));
}
