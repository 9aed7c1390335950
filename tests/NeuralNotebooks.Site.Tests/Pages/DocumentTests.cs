namespace NeuralNotebooks.Site.Tests;

public sealed class DocumentTests : CourseTests
{
    [Fact]
    public void A_document_becomes_a_page_and_so_do_the_documents_to_which_it_links()
    {
        Course.SourceFile("../docs/guide.md", "# The guide\n\n[More](more.md#the-end), [one](../source/01-a.ipynb).");
        Course.SourceFile("../docs/more.md", "# More\n\n## The end\n\n[Back](guide.md), [home](../source/index.md).");
        Course.SourceFile("index.md", "# Waves\n\n[Guide](../docs/guide.md)");
        Course.With("01-a.ipynb", Text("# One\n\n[More](../docs/more.md)")).Build(InCourse());

        Assert.Equal(["more.html#the-end", "01-a.html"], Links("guide.html"));
        Assert.Equal(["guide.html", "index.html"], Links("more.html"));
        Assert.Equal(["more.html"], Links("01-a.html"));
        Assert.Contains("guide.html", Links("index.html"));
        Assert.Empty(Course.Report.Problems);
        Assert.Empty(Course.Report.Published);
        Course.Read("guide.html").ShouldContain("<title>The guide · Waves</title>", "data-nn-open-search");
        Course.Read("guide.html").ShouldNotContain("Download this notebook");
        Course.Read("assets/search.js").ShouldContain("""["more.html","the-end","More","The end",""");
    }

    [Fact]
    public void Two_documents_and_a_notebook_of_one_name_have_three_pages_and_a_readme_that_of_its_folder()
    {
        Course.SourceFile("a/notes.md", "# A");
        Course.SourceFile("b/notes.md", "# B");
        Course.SourceFile("waves/README.md", "# Waves");
        const string links = "[x](a/notes.md) [y](b/notes.md) [z](a/notes.md) [w](waves/README.md)";
        Course.With("notes.ipynb", Text(links)).Build();

        Assert.Equal(["notes-2.html", "notes-3.html", "notes-2.html", "waves.html"], Links("notes.html"));
        Course.Read("notes-3.html").ShouldContain("<h1 id=\"b\">B</h1>");
    }

    [Fact]
    public void A_document_may_name_files_that_the_site_does_not_have_but_none_that_do_not_exist()
    {
        Course.SourceFile(".hidden", "");
        Course.SourceFile("other.ipynb", "{}");
        Course.SourceFile("table.csv", "1");
        Course.SourceFile("guide.md", "[a](.hidden) [b](other.ipynb) [c](.) [d](table.csv) [e](none.md) [f](#none)");
        Course.With("01-a.ipynb", Text("[x](guide.md)")).Build();

        Assert.Equal(["files/table.csv", "#none"], Links("guide.html"));
        Assert.Equal(
            [
                "guide.md, text before cell 1: the link to none.md leads nowhere: there is no such file in the course",
                "guide.md, text before cell 1: the link to #none leads nowhere: there is no such heading",
            ],
            Course.Report.Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void A_document_publishes_only_what_the_notebook_that_links_to_it_may_publish()
    {
        Course.SourceFile("../secret.md", "# Secret");
        Course.SourceFile("sub/guide.md", "[up](../upper.md) [out](../../secret.md)");
        Course.SourceFile("upper.md", "# Upper");
        Course.With("01-a.ipynb", Text("[x](sub/guide.md) [y](../secret.md)")).Build();

        Assert.Equal(["upper.html"], Links("guide.html"));
        Assert.False(Course.Has("secret.html"));
        Assert.Single(Course.Report.Problems, problem => problem.IsRefusal);
    }

    [Fact]
    public void A_document_of_an_untrusted_site_has_no_scripts()
    {
        Course.SourceFile("guide.md", "# Guide\n\n<script>alert(1)</script><b onclick=\"alert(2)\">bold</b>");
        Course.With("01-a.ipynb", Text("[x](guide.md)")).Build(new() { IsUntrusted = true });

        Course.Read("guide.html").ShouldContain("bold", "Content-Security-Policy");
        Course.Read("guide.html").ShouldNotContain("alert(");
    }

    private SiteOptions InCourse() => new() { CourseFolder = Path.Combine(Course.Source, "..") };

    /// <summary>The addresses of the links in the text of a page, except those to its own headings.</summary>
    private string[] Links(string page) =>
    [
        .. Course.Parse(page).Descendants("main").Single().Descendants("a")
            .Where(link => link.Attribute("download") is null
                && (string?)link.Attribute("class") is not ("anchor" or "button" or "next"))
            .Select(link => (string)link.Attribute("href")!),
    ];
}
