namespace NeuralNotebooks.Site.Tests;

public sealed class OwnAnchorsTests : CourseTests
{
    [Theory]
    [Cases(
        "<a id=\"Eq_1\"></a>", "<a name=\"Eq_1\"></a>", "<div id='Eq_1'>\n\n**a**\n\n</div>", "<span id=Eq_1>x</span>")]
    public void A_link_to_an_anchor_in_the_same_or_another_notebook_is_kept_as_it_is(string anchor)
    {
        Course.SourceFile("index.md", $"# Front\n\n{anchor}\n\n[x](01-a.ipynb#Eq_1) [y](#Eq_1)");
        Course.With("01-a.ipynb", Text($"# A\n\n[before](#Eq_1) <a href=\"#Eq_1\">html</a>"), Text($"Here {anchor}"));
        Course.With("02-b.ipynb", Text("[there](01-a.ipynb#Eq_1) [also](./01-a.ipynb#Eq_1)")).Build();

        Assert.Empty(Course.Report.Problems);
        Course.Read("01-a.html").ShouldContain("<a href=\"#Eq_1\">before</a>", "<a href=\"#Eq_1\">html</a>");
        Course.Read("02-b.html").ShouldContain(
            "<a href=\"01-a.html#Eq_1\">there</a>", "<a href=\"01-a.html#Eq_1\">also</a>");
        Course.Read("index.html").ShouldContain("<a href=\"01-a.html#Eq_1\">x</a>", "<a href=\"#Eq_1\">y</a>");
    }

    [Fact]
    public void An_anchor_may_be_in_an_output()
    {
        Course.With("01-a.ipynb", Code("1", Shown("text/html", "<h4 id=\"Table_2\">a</h4>")), Text("[x](#Table_2)"));

        Assert.Empty(Course.Build().Report.Problems);
        Course.Read("01-a.html").ShouldContain("<a href=\"#Table_2\">x</a>");
    }

    [Theory]
    [Cases(
        "id=\"Eq_1\"", false, "```\n<a id=\"Eq_1\"></a>\n```", false, "<a id=\"Eq_12\">x</a>", false,
        "<a data-id=\"Eq_1\">x</a>", false, "<a id=\"Eq_1\"></a>", true)]
    public void What_only_looks_like_an_anchor_or_is_in_an_untrusted_notebook_is_none(string text, bool isUntrusted)
    {
        Course.With("01-a.ipynb", Text($"# A\n\n{text}\n\n[x](#Eq_1)")).Build(new() { IsUntrusted = isUntrusted });

        Assert.Single(Course.Report.Problems).Message.ShouldContain("the link to #Eq_1 leads nowhere");
    }
}
