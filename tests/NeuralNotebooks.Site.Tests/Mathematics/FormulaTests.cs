using System.Xml.Linq;

namespace NeuralNotebooks.Site.Tests;

public sealed class FormulaTests : CourseTests
{
    private static readonly SiteOptions _withoutNode = new() { Node = "no-such-program" };

    [Fact]
    public void Formulas_are_typeset_in_the_build_as_html_and_as_mathml_for_screen_readers()
    {
        Availability.NeedsKatex();
        Course.With("1.ipynb", Text("# T\n\n$x_1$ and\n\n$$\\frac{a}{b}$$\n")).Build();
        XElement page = Course.Parse("1.html");
        Assert.Equal(2, page.Descendants("math").Count());
        Assert.Single(page.Descendants("mfrac"));
        Assert.Single(page.Descendants("span"), span => (string?)span.Attribute("class") == "katex-display");
        Course.Read("1.html").ShouldNotContain("katex.min.js");
        Assert.False(Course.Has("assets/katex.min.js"));
    }

    [Fact]
    public void Without_node_the_browser_typesets_formulas_whose_source_is_readable()
    {
        Course.With("1.ipynb", Text("$x_1$")).Build(_withoutNode);
        string page = Course.Read("1.html");
        page.ShouldContain("<span class=\"tex\">$x_1$</span>", "katex.min.js");
        Assert.Equal(EmbeddedAssets.HasKatex, Course.Has("assets/katex.min.js"));
    }

    [Fact]
    public void A_formula_with_a_mistake_is_reported_with_notebook_and_place_and_shown_as_source()
    {
        Availability.NeedsKatex();
        Course.With("07-x.ipynb", Text("# T"), Code("1"), Text("Good $x$, bad $\\frac{a}{$."), Code("2")).Build();
        SiteProblem problem = Assert.Single(Course.Report.Problems);
        Assert.Equal("07-x.ipynb, text after cell 1", $"{problem.Notebook}, {problem.Place}");
        problem.Message.ShouldContain("$\\frac{a}{$");
        Course.Read("07-x.html").ShouldContain("mistaken", "class=\"katex\"");
    }

    [Fact]
    public void A_formula_cannot_break_out_of_the_program_that_typesets_it()
    {
        Availability.NeedsKatex();
        string[] odd = ["\\text{\"); process.exit(3); (\"}", "\\text{</script>}", "\\text{ü€😀}", "\\text{`\\{1\\}`}"];
        Course.With("1.ipynb", Text(string.Join("\n\n", odd.Select(tex => $"$${tex}$$")))).Build();
        Assert.Empty(Course.Report.Problems);
        Assert.Equal(
            4,
            Course
                .Parse("1.html")
                .Descendants("span")
                .Count(span => (string?)span.Attribute("class") == "katex-display")
        );
    }

    [Fact]
    public void The_address_on_the_network_has_the_version_of_the_embedded_katex()
    {
        Assert.SkipUnless(EmbeddedAssets.HasKatex, "KaTeX is not embedded: npm was not available for the build");
        EmbeddedAssets.Text("katex.min.js").ShouldContain($"\"{PageTemplate.KatexVersion}\"");
    }
}
