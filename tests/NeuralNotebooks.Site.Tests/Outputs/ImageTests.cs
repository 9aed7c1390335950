namespace NeuralNotebooks.Site.Tests;

public sealed class ImageTests : CourseTests
{
    [Theory]
    [Cases(
        "image/png", "iVBORw0\\nKGgo=", "data:image/png;base64,iVBORw0KGgo=",
        "image/svg+xml", "PHN2Zy8+", "data:image/svg+xml;base64,PHN2Zy8+")]
    public void An_attached_image_is_shown(string type, string payload, string expected)
    {
        string attachments = $$"""{ "my cat.png": { "{{type}}": "{{payload}}" } }""";
        XElement page = Page("![a cat](attachment:my%20cat.png)", attachments, out SiteReport report);
        XElement image = page.Descendants("img").Single();

        Assert.Equal((expected, "a cat"), ((string?)image.Attribute("src"), (string?)image.Attribute("alt")));
        Assert.Empty(report.Problems);
    }

    [Fact]
    public void An_attached_image_in_raw_html_is_shown()
    {
        const string html = "<img alt=\"x\" src=\"attachment:a.png\"/>";
        XElement page = Page(html, """{ "a.png": { "image/png": "AAAA" } }""", out _);
        Assert.Equal("data:image/png;base64,AAAA", (string?)page.Descendants("img").Single().Attribute("src"));
    }

    [Theory]
    [Cases(
        """{ "b.png": { "image/png": "AAAA" } }""",
        """{ "a.png": { "image/png": "A\" onerror=\"x" } }""",
        """{ "a.png": { "text/html": "AAAA" } }""",
        """{ "a.png": "AAAA" }""",
        """[]""")]
    public void An_attachment_that_is_missing_or_not_an_image_is_reported(string attachments)
    {
        XElement page = Page("![x](attachment:a.png)", attachments, out SiteReport report);

        Assert.Null((string?)page.Descendants("img").Single().Attribute("src"));
        Assert.Single(report.Problems).Message.ShouldContain("is not attached to its cell");
    }

    private XElement Page(string markdown, string attachments, out SiteReport report)
    {
        Course.With("01-a.ipynb", Text("replaced"));
        File.WriteAllText(
            Course.Notebooks[0],
            $$"""
            { "nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
              { "cell_type": "markdown", "id": "a", "metadata": {},
                "source": {{System.Text.Json.JsonSerializer.Serialize(markdown)}}, "attachments": {{attachments}} } ] }
            """);
        report = Course.Build().Report;
        return Course.Parse("01-a.html").Descendants("main").Single();
    }
}
