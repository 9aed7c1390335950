namespace NeuralNotebooks.Site.Tests;

public sealed class DiagramTests : CourseTests
{
    private const string Graph = "graph LR\n  A --> B<script>";

    [Fact]
    public void Only_a_page_with_a_diagram_loads_the_script_that_draws_it()
    {
        Course.With("01-output.ipynb", Code("1", Shown("text/vnd.mermaid", Graph)))
            .With("02-prose.ipynb", Text("```mermaid\ngraph LR\n```"))
            .With("03-none.ipynb", Text("A page."), Code("1")).Build();

        Course.Read("01-output.html")
            .ShouldContain("<pre class=\"mermaid\">graph LR\n  A --&gt; B&lt;script&gt;</pre>");
        Course.Read("02-prose.html").ShouldContain("<pre class=\"mermaid\">graph LR</pre>");
        Assert.Equal(Diagram.Assets.Count, ScriptsOf("01-output.html"));
        Assert.Equal(Diagram.Assets.Count, ScriptsOf("02-prose.html"));
        Assert.Equal(0, ScriptsOf("03-none.html"));
        Assert.All(Diagram.Assets.Keys, name => Assert.True(Course.Has(name)));
    }

    [Fact]
    public void A_site_without_diagrams_or_of_untrusted_notebooks_does_not_have_the_script()
    {
        Course.With("01-a.ipynb", Code("1")).Build();
        Assert.False(Course.Has("assets/mermaid.js"));

        Course.With("01-a.ipynb", Text("```mermaid\ngraph LR\n```"), Code("1", Shown("text/vnd.mermaid", Graph)))
            .Build(new() { IsUntrusted = true });
        Assert.False(Course.Has("assets/mermaid.js"));
        Course.Read("01-a.html").ShouldContain("graph LR\n  A --&gt; B&lt;script&gt;");
    }

    private int ScriptsOf(string page) => Diagram.Assets.Keys.Count(name => Course.Read(page).Contains(name));
}
