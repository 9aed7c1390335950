using static NeuralNotebooks.Site.Tests.TemporaryCourse;

namespace NeuralNotebooks.Site.Tests;

/// <summary>Which files of a text are published. Published.approved.txt has what is, and what is reported.</summary>
public sealed class PublishedFilesTests : IDisposable
{
    private const string Secrets =
        """[x](../secret.txt) [y](../.ssh/id_rsa) <a href="../a.txt">x</a> <img alt="x" src="../b.txt">""";

    private static readonly Dictionary<string, (string Text, Func<TemporaryCourse, SiteOptions> Options)> _facts = new()
    {
        ["A file outside the notebook's folder is refused"] = (Secrets + " ![x](../c.txt)", _ => new()),
        ["A hidden file is refused"] = ("[x](.env) [x](.git/config) [x](sub/../.env)", _ => new()),
        ["A link to such a file is refused"] =
            ("[x](link.txt) ![x](linked/secret.txt) [x](to-hidden.txt)", Linked),
        ["A file in the notebook's folder is published once"] = ("[x](sub/../sub/data.csv) [y](alias.csv)", Linked),
        ["Two files with one name are both published"] = ("![a](x/i.svg) ![b](y/i.svg) ![c](x/i.svg)", _ => new()),
        ["A notebook of a course may refer to all of it but what is hidden"] =
            (Secrets, course => new() { CourseFolder = Path.Combine(course.Source, "..") }),
        ["A notebook gets no file from the folder of another"] = (
            "[x](data.csv)",
            course => new()
            {
                SourceFolderOf = new Dictionary<string, string> { [course.Notebooks[0]] = course.Source },
            }
        ),
        ["A file that may run scripts is not part of an untrusted site"] =
            ("[x](page.html) [y](x/i.svg) ![y](x/i.svg) [z](sub/data.csv)", _ => new() { IsUntrusted = true }),
    };

    private readonly TemporaryCourse _course = new();

    public PublishedFilesTests()
    {
        foreach (
            string name in (string[])
                ["../secret.txt", "../.ssh/id_rsa", "../a.txt", "../b.txt", "../c.txt", ".git/config", ".env",
                    "sub/data.csv", "mine/data.csv", "x/i.svg", "y/i.svg", "page.html"]
        )
            _course.SourceFile(name, name);
    }

    public static TheoryData<string> Facts => [.. _facts.Keys];

    public void Dispose() => _course.Dispose();

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_page_publishes(string fact)
    {
        (string text, Func<TemporaryCourse, SiteOptions> options) = _facts[fact];
        _course.With("01-a.ipynb", Text("# A\n\n" + text)).With("02-b.ipynb", Text("# B\n\n" + text));
        _course.Build(options(_course));
        IEnumerable<string> published = _course.Report.Published.Select(file =>
            $"published {file.Name}: {_course.Read(file.Name)}").Order(StringComparer.Ordinal);
        IEnumerable<string> problems = _course.Report.Problems.Select(problem =>
            $"{(problem.IsRefusal ? "refused" : "reported")} {problem}");
        IEnumerable<string> images = _course.Read("01-a.html").Split('\n').Where(line => line.Contains("data:image"));

        ApprovedTexts.Check(
            "Prose/Published",
            fact,
            string.Concat(published.Concat(problems).Concat(images).Select(line => line + "\n"))
        );
    }

    [Fact]
    public void A_front_page_that_is_a_link_to_another_folder_is_not_shown()
    {
        SymbolicLink.Create(Path.Combine(_course.Source, "index.md"), Path.Combine(_course.Source, "..", "secret.txt"));

        _course.With("01-a.ipynb", Text("# A")).Build();

        _course.Read("index.html").ShouldNotContain("secret");
    }

    [Fact]
    public void A_file_of_the_machine_is_not_published()
    {
        string file = typeof(object).Assembly.Location,
            fromHere = Path.GetRelativePath(Path.Combine(Path.GetTempPath(), "nn-site", "source"), file);
        string named = file.Replace('\\', '/');
        _course
            .With("01-a.ipynb", Text($"[a](<{named}>) [b](<{fromHere.Replace('\\', '/')}>) ![c](<{named}>)"))
            .Build();
        Assert.False(Directory.Exists(Path.Combine(_course.Site, "files")));
        // On another drive of Windows no relative path leads to it: the first two links are the same then.
        Assert.Equal(fromHere == file ? 2 : 3, _course.Report.Problems.Count);
    }

    private static SiteOptions Linked(TemporaryCourse course)
    {
        foreach (
            (string link, string target) in ((string, string)[])
                [("link.txt", "../secret.txt"), ("linked", ".."), ("to-hidden.txt", ".env"),
                    ("alias.csv", "sub/data.csv")]
        )
            SymbolicLink.Create(Path.Combine(course.Source, link), Path.Combine(course.Source, target));
        return new();
    }
}
