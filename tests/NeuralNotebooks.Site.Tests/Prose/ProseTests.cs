namespace NeuralNotebooks.Site.Tests;

public sealed class ProseTests : CourseTests
{
    [Theory]
    [Cases(
        "*Notebook 03 · about 50 minutes · notes*", "about 50 minutes",
        "**Notebook 05** · two sittings of about 45 minutes: A, B", "two sittings of about 45 minutes",
        "*20–25 min*", "20–25 min"
    )]
    public void The_index_says_how_long_a_notebook_takes_in_its_own_words(string line, string duration)
    {
        Course.With("1.ipynb", Text($"# T\n\n{line}\n\nText.\n")).Build();
        Assert.Equal(
            duration,
            Course.Parse("index.html").Descendants("p").Single(p => (string?)p.Attribute("class") == "duration").Value
        );
    }

    [Fact]
    public void A_notebook_without_a_title_or_any_cell_is_called_by_its_name()
    {
        Course.With("04-many_layers-of-it.ipynb", Text("Text only.")).With("empty.ipynb").Build();
        Assert.Equal("many layers of it", Course.Parse("04-many_layers-of-it.html").Descendants("h1").Single().Value);
        Assert.Equal("empty", Course.Parse("empty.html").Descendants("h1").Single().Value);
    }
}
