using static NeuralNotebooks.Site.Tests.TemporaryCourse;

namespace NeuralNotebooks.Site.Tests;

public sealed class LinksTests
{
    [Fact]
    public void A_file_of_the_machine_is_not_published()
    {
        string file = typeof(object).Assembly.Location,
            fromHere = Path.GetRelativePath(Path.Combine(Path.GetTempPath(), "nn-site", "source"), file);
        string named = file.Replace('\\', '/');
        using var course = new TemporaryCourse();
        course
            .With("01-a.ipynb", Text($"[a](<{named}>) [b](<{fromHere.Replace('\\', '/')}>) ![c](<{named}>)"))
            .Build();
        Assert.False(Directory.Exists(Path.Combine(course.Site, "files")));
        // On another drive of Windows no relative path leads to it: the first two links are the same then.
        Assert.Equal(fromHere == file ? 2 : 3, course.Report.Problems.Count);
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
}
