namespace NeuralNotebooks.Site.Tests;

public sealed class ProseTests : CourseTests
{
    [Theory]
    [Cases(
        "*Notebook 03 · about 50 minutes · notes*", "about 50 minutes",
        "*Assignment · two sittings of about 45 minutes: A, B*", "two sittings of about 45 minutes",
        "*20–25 min*", "20–25 min", "It takes 25 minutes.\n\n*30 minutes*", "")]
    public void The_index_shows_the_duration_in_the_words_of_the_notebook(string line, string duration)
    {
        Course.With("1.ipynb", Text($"# T\n\n{line}\n\nText.\n")).Build();
        IEnumerable<XElement> texts = Course.Parse("index.html").Descendants("p");
        Assert.Equal(duration, string.Concat(texts.Where(p => (string?)p.Attribute("class") == "duration").Nodes()));
    }

    [Theory]
    [Cases(
        "~~old~~", "<del>old</del>",
        "*a* **b** ***c*** __d__", "<em>a</em> <strong>b</strong> <em><strong>c</strong></em> <strong>d</strong>",
        "H~2~O ^2^ ++new++ ==mark==", "H~2~O ^2^ ++new++ ==mark==",
        "'a' \"b\" -- --- <<1>>", "‘a’ “b” – — «1»",
        "www.example.org https://example.org", "<a href=\"http://www.example.org\">www.example.org</a> "
            + "<a href=\"https://example.org\">https://example.org</a>")]
    public void Every_element_of_markdown_has_a_tag_wherever_it_is(string markdown, string html)
    {
        string page = PageOf(
            Text($"# Title {markdown}"),
            Text($"## Part {markdown}\n\nText {markdown}\n\n| {markdown} |\n|:-:|\n| {markdown} |\n\n- {markdown}"),
            Code("1", Shown("text/markdown", $"Output {markdown}")),
            Text($"*Caption {markdown}*"));

        string[] places = ["Text", "Output"];
        Assert.All(places, place => page.ShouldContain($"<p>{place} {html}</p>"));
        page.ShouldContain($"<td style=\"text-align: center;\">{html}</td>", $"<li>{html}</li>", $">Part {html}<");
        page.ShouldNotContain("<>", "</>");
        var prose = new StandaloneProse();
        $"{prose.Add($"Feedback {markdown}")}".ShouldContain("Feedback ");
        $"{prose.Add($"Feedback {markdown}")}".ShouldNotContain("<>", "</>");
    }

    [Fact]
    public void A_heading_with_an_address_has_no_link_inside_a_link()
    {
        string page = PageOf(Text("# T"), Text("## See <https://example.org/a>"), Text("## Other"));

        Assert.Equal(1, page.Split("<a href=\"https://example.org/a\"").Length - 1);
    }

    [Fact]
    public void A_notebook_without_a_title_or_any_cell_has_the_name_of_its_file_as_title()
    {
        Course.With("04-many_layers-of-it.ipynb", Text("Text only.")).With("empty.ipynb").Build();
        Assert.Equal("many layers of it", Course.Parse("04-many_layers-of-it.html").Descendants("h1").Single().Value);
        Assert.Equal("empty", Course.Parse("empty.html").Descendants("h1").Single().Value);
    }
}
