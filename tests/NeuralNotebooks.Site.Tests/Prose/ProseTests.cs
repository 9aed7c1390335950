namespace NeuralNotebooks.Site.Tests;

public sealed class ProseTests : CourseTests
{
    [Theory]
    [Cases(
        "*Notebook 03 · about 50 minutes · notes*", "about 50 minutes",
        "**Notebook 05** · two sittings of about 45 minutes: A, B", "two sittings of about 45 minutes",
        "*20–25 min*", "20–25 min"
    )]
    public void The_index_shows_the_duration_in_the_words_of_the_notebook(string line, string duration)
    {
        Course.With("1.ipynb", Text($"# T\n\n{line}\n\nText.\n")).Build();
        Assert.Equal(
            duration,
            Course.Parse("index.html").Descendants("p").Single(p => (string?)p.Attribute("class") == "duration").Value
        );
    }

    [Fact]
    public void A_notebook_without_a_title_or_any_cell_has_the_name_of_its_file_as_title()
    {
        Course.With("04-many_layers-of-it.ipynb", Text("Text only.")).With("empty.ipynb").Build();
        Assert.Equal("many layers of it", Course.Parse("04-many_layers-of-it.html").Descendants("h1").Single().Value);
        Assert.Equal("empty", Course.Parse("empty.html").Descendants("h1").Single().Value);
    }
}
