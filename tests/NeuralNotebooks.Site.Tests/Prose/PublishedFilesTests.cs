namespace NeuralNotebooks.Site.Tests;

/// <summary>Tests which of the files that a notebook refers to are published. Published.approved.txt has the published
/// files and the reported problems.</summary>
public sealed class PublishedFilesTests : CourseTests
{
    private const string Secrets =
        """[x](../secret.txt) [y](../.ssh/id_rsa) <a href="../a.txt">x</a> <img alt="x" src="../b.txt" />""";

    private static readonly Dictionary<string, (string Text, Func<TemporaryCourse, SiteOptions> Options)> _facts = new()
    {
        ["A file outside the notebook's folder is refused"] = (Secrets + " ![x](../c.txt)", _ => new()),
        ["A hidden file is refused"] = ("[x](.env) [x](.git/config) [x](sub/../.env)", _ => new()),
        ["A link to such a file is refused"] =
            ("[x](link.txt) ![x](linked/secret.txt) [x](to-hidden.txt)", Linked),
        ["A file in the notebook's folder is published once"] = ("[x](sub/../sub/data.csv) [y](alias.csv)", Linked),
        ["Two files with one name are both published"] = ("![a](x/i.svg) ![b](y/i.svg) ![c](x/i.svg)", _ => new()),
        ["A notebook of a course may refer to all of its files that are not hidden"] =
            (Secrets, course => new() { CourseFolder = Path.Combine(course.Source, "..") }),
        ["A notebook gets no file from the folder of another"] = (
            "[x](data.csv)",
            course => new()
            {
                SourceFolderOf = new Dictionary<string, string> { [course.Notebooks[0]] = course.Source },
            }),
        ["A file that may run scripts is not part of an untrusted site"] =
            ("[x](page.html) [y](x/i.svg) ![y](x/i.svg) [z](sub/data.csv)", _ => new() { IsUntrusted = true }),
    };

    /// <summary>Cells of live pages whose code names files.</summary>
    private static readonly Dictionary<string, string[]> _cells = new()
    {
        ["Files that cells name are published with the page, and those of imported scripts"] =
        [
            "#!import kit.csx\n#!import sub/helper.csx\n#r \"Lib.csproj\"",
            "File.ReadAllText(\"table.csv\") + \"table.csv\" + \"none.csv\" + \"0.00\" // not \"both.txt\"",
        ],
        ["Files that an imported script or notebook names in its folder are published with the folder"] =
            ["#!import parts/a.csx"],
        ["An imported script publishes nothing hidden or outside the notebook's folder"] = ["#!import parts/bad.csx"],
        ["Files outside the notebook's folder and hidden ones are refused even if cells name them"] =
            ["File.ReadAllText(\".env\") + File.ReadAllText(\"../a.txt\")"],
    };

    private static readonly Dictionary<string, string> _files = new()
    {
        ["table.csv"] = "1,2",
        ["Lib.csproj"] = "<Project />",
        ["sub/helper.csx"] = "var weights = $\"weights.txt\";",
        ["weights.txt"] = "0.5",
        ["kit.csx"] = "#r \"/somewhere/kit.dll\"",
        ["parts/a.csx"] = "#!import b.csx\n#!import ../c.cs\nvar own = \"parts/own.txt\";",
        ["parts/b.csx"] = "#!import ../parts/a.csx\nvar both = \"both.txt\";",
        ["parts/own.txt"] = "1",
        ["parts/both.txt"] = "2",
        ["both.txt"] = "3",
        ["c.cs"] = "#!import parts/deep/d.ipynb",
        ["parts/deep/d.ipynb"] = """
            {"cells":[{"cell_type":"code","source":"#!import e.csx","outputs":[],"metadata":{}}],
             "metadata":{},"nbformat":4,"nbformat_minor":5}
            """,
        ["parts/deep/e.csx"] = "int e;",
        ["parts/bad.csx"] = "#!import .secret.csx\n#!import ../../a.txt\n#!import none.csx",
        ["parts/.secret.csx"] = "secret",
    };

    public PublishedFilesTests()
    {
        foreach (string name in (string[])["../secret.txt", "../.ssh/id_rsa", "../a.txt", "../b.txt", "../c.txt",
            ".git/config", ".env", "sub/data.csv", "mine/data.csv", "x/i.svg", "y/i.svg", "page.html"])
            Course.SourceFile(name, name);
        foreach ((string name, string content) in _files)
            Course.SourceFile(name, content);
    }

    public static TheoryData<string> Facts => [.. _facts.Keys, .. _cells.Keys];

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_page_publishes(string fact)
    {
        bool isLive = _cells.TryGetValue(fact, out string[]? sources);
        Cell[] cells = isLive ? [.. sources!.Select(source => Code(source))] : [Text("# A\n\n" + _facts[fact].Text)];
        Course.With("01-a.ipynb", cells).With("02-b.ipynb", cells);
        Course.Build(isLive ? new() { LiveBundle = Course.Bundle() } : _facts[fact].Options(Course));
        IEnumerable<string> named = (isLive ? Course.Model("01-a.html")["files"]!.AsObject() : [])
            .Select(file => $"{file.Key} at {file.Value}").Order(StringComparer.Ordinal);
        IEnumerable<string> published = Course.Report.Published.Select(file =>
            $"published {file.Name}: {Course.Read(file.Name).ReplaceLineEndings(" ")}").Order(StringComparer.Ordinal);
        IEnumerable<string> problems = Course.Report.Problems.Select(problem =>
            $"{(problem.IsRefusal ? "refused" : "reported")} {problem}");
        IEnumerable<string> images = Course.Read("01-a.html").Split('\n').Where(line => line.Contains("data:image"));

        ApprovedTexts.Check(
            "Prose/Published",
            fact,
            string.Concat(named.Concat(published).Concat(problems).Concat(images).Select(line => line + "\n")));
    }

    [Fact]
    public void A_front_page_that_is_a_link_to_another_folder_is_not_shown()
    {
        SymbolicLink.Create(Path.Combine(Course.Source, "index.md"), Path.Combine(Course.Source, "..", "secret.txt"));

        Course.With("01-a.ipynb", Text("# A")).Build();

        Course.Read("index.html").ShouldNotContain("secret");
    }

    [Fact]
    public void A_file_of_the_machine_is_not_published()
    {
        string file = typeof(object).Assembly.Location,
            fromHere = Path.GetRelativePath(Path.Combine(Path.GetTempPath(), "nn-site", "source"), file);
        string named = file.Replace('\\', '/');
        Course.With("01-a.ipynb", Text($"[a](<{named}>) [b](<{fromHere.Replace('\\', '/')}>) ![c](<{named}>)")).Build();
        Assert.False(Directory.Exists(Path.Combine(Course.Site, "files")));
        // On Windows, no relative path leads to another drive: then the first two links are equal.
        Assert.Equal(fromHere == file ? 2 : 3, Course.Report.Problems.Count);
    }

    private static SiteOptions Linked(TemporaryCourse course)
    {
        foreach ((string link, string target) in ((string, string)[])[("link.txt", "../secret.txt"), ("linked", ".."),
            ("to-hidden.txt", ".env"), ("alias.csv", "sub/data.csv")])
            SymbolicLink.Create(Path.Combine(course.Source, link), Path.Combine(course.Source, target));
        return new();
    }
}
