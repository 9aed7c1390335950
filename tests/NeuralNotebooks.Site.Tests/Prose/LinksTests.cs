using static NeuralNotebooks.Site.Tests.TemporaryCourse;

namespace NeuralNotebooks.Site.Tests;

public sealed class LinksTests
{
    [Theory]
    [InlineData("[a](02-b.ipynb)", "href=\"02-b.html\"")]
    [InlineData("[a](./02-b.ipynb#Its-Part)", "href=\"02-b.html#its-part\"")]
    [InlineData("[a](02-b.ipynb#its-part)", "href=\"02-b.html#its-part\"")]
    [InlineData("[a](#Own-part:-1)", "href=\"#own-part-1\"")]
    [InlineData("<a href=\"02-b.ipynb\">a</a>", "href=\"02-b.html\"")]
    [InlineData("<img alt=\"i\" src='pictures/one%20image.svg'>", "src=\"files/one%20image.svg\"")]
    [InlineData("![i](<pictures/one image.svg>)", "src=\"files/one%20image.svg\"")]
    [InlineData("[data](data.csv)", "href=\"files/data.csv\"")]
    [InlineData("[out](https://example.org/a?b=1&c=2#d)", "href=\"https://example.org/a?b=1&amp;c=2#d\"")]
    [InlineData("[mail](mailto:a@example.org)", "href=\"mailto:a@example.org\"")]
    public void A_link_leads_to_where_its_target_is_in_the_site(string markdown, string expected)
    {
        using TemporaryCourse course = Course(markdown);
        course.Read("01-a.html").ShouldContain(expected);
        Assert.Empty(course.Report.Problems);
    }

    [Theory]
    [InlineData("[a](05-missing.ipynb)", "the link to 05-missing.ipynb leads nowhere")]
    [InlineData("[a](later.ipynb)", "a notebook that is not part of this site")]
    [InlineData("[a](02-b.ipynb#no-part)", "there is no such heading")]
    [InlineData("[a](#no-part)", "there is no such heading")]
    [InlineData("[a](pictures)", "leads to a folder")]
    [InlineData("![i](no.png)", "the image no.png is not there")]
    [InlineData("![](<pictures/one image.svg>)", "no alternative text")]
    [InlineData("![i](https://example.org/i.png)", "comes from another host")]
    public void A_link_that_leads_nowhere_is_reported_with_notebook_and_place(string markdown, string expected)
    {
        using TemporaryCourse course = Course(markdown);
        SiteProblem problem = Assert.Single(course.Report.Problems);
        problem.Message.ShouldContain(expected);
        problem.ToString().ShouldStartWith("01-a.ipynb, text after cell 1: ");
    }

    [Fact]
    public void A_file_of_the_machine_is_not_published()
    {
        string file = typeof(object).Assembly.Location,
            fromHere = Path.GetRelativePath(Path.Combine(Path.GetTempPath(), "nn-site", "source"), file);
        using TemporaryCourse course = Course(
            $"[a](<{file.Replace('\\', '/')}>) [b](<{fromHere.Replace('\\', '/')}>) ![c](<{file.Replace('\\', '/')}>)"
        );
        Assert.False(Directory.Exists(Path.Combine(course.Site, "files")));
        // On another drive of Windows no relative path leads to it: the first two links are the same then.
        Assert.Equal(fromHere == file ? 2 : 3, course.Report.Problems.Count);
    }

    [Fact]
    public void What_is_not_in_the_site_is_not_linked()
    {
        using TemporaryCourse course = Course("[later](later.ipynb)");
        course.Read("01-a.html").ShouldNotContain("later.ipynb");
        course.Read("01-a.html").ShouldContain(">later</span>");
    }

    [Fact]
    public void A_file_that_two_pages_show_is_copied_once_and_two_with_the_same_name_are_both_kept()
    {
        using var course = new TemporaryCourse();
        course.SourceFile("x/i.svg", "<svg>1</svg>");
        course.SourceFile("y/i.svg", "<svg>2</svg>");
        course.With("1.ipynb", Text("![a](x/i.svg) ![b](y/i.svg)")).With("2.ipynb", Text("![a](x/i.svg)")).Build();
        Assert.Equal(
            ["i-2.svg", "i.svg"],
            Directory
                .GetFiles(Path.Combine(course.Site, "files"))
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal("<svg>1</svg>", course.Read("files/i.svg"));
    }

    private static TemporaryCourse Course(string markdown)
    {
        var course = new TemporaryCourse();
        course.SourceFile("pictures/one image.svg", "<svg/>");
        course.SourceFile("data.csv", "1,2");
        course.SourceFile("later.ipynb", "{}");
        return course
            .With("01-a.ipynb", Text("# A"), Code("1"), Text(markdown + "\n\n## Own part: 1\n"))
            .With("02-b.ipynb", Text("# B\n\n## Its Part\n"))
            .Build();
    }
}
