using static NeuralNotebooks.Site.Tests.TemporaryCourse;

namespace NeuralNotebooks.Site.Tests;

public sealed class PrivateFilesTests
{
    [Theory]
    [Cases(
        "[x](../.ssh/id_rsa)",
        "![x](../.ssh/id_rsa)",
        "[x](../secret.txt)",
        "<a href=\"../secret.txt\">x</a>",
        "<img alt=\"x\" src=\"../secret.txt\">",
        "[x](.env)",
        "[x](.git/config)",
        "[x](sub/../.env)"
    )]
    public void A_file_that_is_outside_the_notebooks_folder_or_hidden_is_refused_and_named(string markdown)
    {
        using TemporaryCourse course = Course();
        CheckRefused(course, markdown);
    }

    [Theory]
    [InlineData("[x](link.txt)", "link.txt", "../secret.txt")]
    [InlineData("![x](linked/secret.txt)", "linked", "..")]
    [InlineData("[x](to-hidden.txt)", "to-hidden.txt", ".env")]
    public void A_link_to_such_a_file_is_refused_and_named(string markdown, string link, string target)
    {
        using TemporaryCourse course = Course();
        SymbolicLink.Create(Path.Combine(course.Source, link), Path.Combine(course.Source, target));
        CheckRefused(course, markdown);
    }

    [Fact]
    public void A_file_in_the_notebooks_folder_is_published_and_named()
    {
        using TemporaryCourse course = Course();
        course.SourceFile("sub/data.csv", "1,2");
        SymbolicLink.Create(Path.Combine(course.Source, "alias.csv"), "sub/data.csv");

        course.With("01-a.ipynb", Text("[x](sub/../sub/data.csv) [y](alias.csv)")).Build();

        PublishedFile file = Assert.Single(course.Report.Published);
        Assert.Equal("files/data.csv", file.Name);
        file.Source.ShouldEndWith(Path.Combine("sub", "data.csv"));
        Assert.Empty(course.Report.Problems);
    }

    [Fact]
    public void A_notebook_of_a_course_may_refer_to_the_whole_course_but_not_to_what_is_hidden_in_it()
    {
        using TemporaryCourse course = Course();

        course
            .With("01-a.ipynb", Text("[x](../secret.txt) [y](../.ssh/id_rsa)"))
            .Build(new SiteOptions { CourseFolder = Path.Combine(course.Source, "..") });

        Assert.Equal(["files/secret.txt"], course.Report.Published.Select(file => file.Name));
        Assert.True(Assert.Single(course.Report.Problems).IsRefusal);
    }

    [Fact]
    public void A_notebook_gets_no_file_from_the_folder_of_another()
    {
        using TemporaryCourse course = Course();
        course.SourceFile("mine/grades.csv", "1,2");
        course.With("01-a.ipynb", Text("[x](grades.csv)"));

        course.Build(
            new SiteOptions
            {
                SourceFolderOf = new Dictionary<string, string> { [course.Notebooks[0]] = course.Source },
            }
        );

        Assert.Empty(course.Report.Published);
    }

    [Fact]
    public void A_page_that_may_run_scripts_is_not_part_of_an_untrusted_site()
    {
        using TemporaryCourse course = Course();
        course.SourceFile("page.html", "<script>alert(1)</script>");
        course.SourceFile("i.svg", "<svg/>");
        course.SourceFile("data.csv", "1,2");

        course
            .With("01-a.ipynb", Text("[x](page.html) [y](i.svg) ![y](i.svg) [z](data.csv)"))
            .Build(new SiteOptions { IsUntrusted = true });

        Assert.Equal(["files/data.csv"], course.Report.Published.Select(file => file.Name));
        Assert.Equal(
            2,
            course.Report.Problems.Count(problem => problem.IsRefusal && problem.Message.Contains("may run scripts"))
        );
        course.Read("01-a.html").ShouldContain("src=\"data:image/svg+xml;base64,PHN2Zy8+\"");
    }

    [Fact]
    public void A_front_page_that_is_a_link_to_another_folder_is_not_shown()
    {
        using TemporaryCourse course = Course();
        SymbolicLink.Create(Path.Combine(course.Source, "index.md"), Path.Combine(course.Source, "..", "secret.txt"));

        course.With("01-a.ipynb", Text("# A")).Build();

        course.Read("index.html").ShouldNotContain("secret");
    }

    private static void CheckRefused(TemporaryCourse course, string markdown)
    {
        course.With("01-a.ipynb", Text("# A\n\n" + markdown)).Build();

        Assert.False(Directory.Exists(Path.Combine(course.Site, "files")));
        Assert.Empty(course.Report.Published);
        SiteProblem refusal = Assert.Single(course.Report.Problems);
        Assert.True(refusal.IsRefusal);
        refusal.Message.ShouldContain("is not published");
    }

    private static TemporaryCourse Course()
    {
        var course = new TemporaryCourse();
        course.SourceFile("../secret.txt", "secret");
        course.SourceFile("../.ssh/id_rsa", "secret");
        course.SourceFile(".git/config", "secret");
        course.SourceFile(".env", "secret");
        course.SourceFile("sub/note.txt", "note");
        return course;
    }
}
