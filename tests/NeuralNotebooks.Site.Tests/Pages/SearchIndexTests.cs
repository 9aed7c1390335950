namespace NeuralNotebooks.Site.Tests;

public sealed class SearchIndexTests(ReferenceCourse reference) : IClassFixture<ReferenceCourse>
{
    [Fact]
    public void Every_section_is_found_by_its_words_its_formulas_and_its_code()
    {
        const string before = "window.nnSearch = ";
        string script = reference.Course.Read("assets/search.js").Split('\n')[0];
        script.ShouldStartWith(before);
        string[][] sections = JsonSerializer.Deserialize<string[][]>(script[before.Length..].TrimEnd(';'))!;

        string[] gate = sections.Single(section => section[1] == "the-gate");
        Assert.Equal(["01-gates.html", "the-gate", "Where does a gradient go?", "The × gate"], gate[..4]);
        gate[4].ShouldContain("∂L/∂x = y", "a < b && c", "After the caption.");
        gate[4].ShouldNotContain("</");
        Assert.Contains(sections, section => section[1] == "the-gate-2" && section[4].Contains("two inputs"));
    }
}
