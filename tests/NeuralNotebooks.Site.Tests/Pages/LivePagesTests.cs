using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using NeuralNotebooks.Engine;
using static NeuralNotebooks.Site.Tests.TemporaryCourse;

namespace NeuralNotebooks.Site.Tests;

public sealed class LivePagesTests
{
    [Fact]
    public void Every_code_cell_is_marked_with_a_place_for_its_outputs_even_if_it_has_none()
    {
        using TemporaryCourse course = Live(Code("int x = 1;"), Code("x", Shown("text/plain", "1")));
        XElement[] cells = [.. Cells(course)];
        Assert.Equal(2, cells.Length);
        Assert.Equal(
            ["", "1"],
            cells.Select(cell => cell.Elements().Single(e => e.Attribute("data-nn-output") is not null).Value)
        );
        Assert.Equal(["int x = 1;", "x"], cells.Select(cell => cell.Element("pre")!.Value));
    }

    [Fact]
    public void A_cell_that_may_fail_is_marked()
    {
        CodeCell cell = Code("throw new Exception();");
        cell.Metadata["tags"] = new JsonArray("raises-exception");
        using TemporaryCourse course = Live(cell, Code("1"));
        Assert.Equal([true, false], Cells(course).Select(one => one.Attribute("data-nn-may-fail") is not null));
    }

    [Fact]
    public void The_bundle_is_under_live_and_a_list_names_what_a_browser_caches()
    {
        using TemporaryCourse course = Live(Code("1"));
        Assert.True(
            course.Has("live/boot.json")
                && course.Has("live/abc.bin")
                && course.Has("assets/live.js")
                && course.Has("sw.js")
        );
        string[] kept =
        [
            .. JsonNode.Parse(course.Read("live/site.json"))!["files"]!
                .AsArray()
                .Select(name => name!.GetValue<string>()),
        ];
        Assert.Contains("01-page.html", kept);
        Assert.Contains("notebooks/01-page.ipynb", kept);
        Assert.DoesNotContain(kept, name => name.StartsWith("live/", StringComparison.Ordinal));
    }

    [Fact]
    public void The_playground_is_a_page_of_its_own_beside_the_notebooks()
    {
        using TemporaryCourse course = Live(Code("1"));
        course.Read("playground.html").ShouldContain("data-nn-cell=\"a\"");
        course.Read("index.html").ShouldContain("href=\"playground.html\"");
        Assert.Single(course.Report.Pages);
    }

    [Fact]
    public void The_playground_is_not_among_the_executed_notebooks()
    {
        using TemporaryCourse course = Live(Code("1"));
        Assert.False(course.Has("notebooks/playground.ipynb"));
        Assert.True(course.Has("playground.ipynb"));
        course.Read("playground.html").ShouldContain("data-nn-notebook=\"playground.ipynb\"");
    }

    [Theory]
    [InlineData("the data", true)]
    [InlineData("other data", false)]
    [InlineData(null, false)]
    public void Data_that_the_bundle_lacks_comes_from_the_course_or_is_named_as_missing(
        string? there,
        bool found
    )
    {
        using var course = new TemporaryCourse();
        string bundle = Bundle(course);
        string hash = Convert.ToBase64String(SHA256.HashData("the data"u8));
        File.WriteAllText(
            Path.Combine(bundle, "boot.json"),
            """{"version":"1","data":[{"for":"Mnist","path":"/course/data/mnist/a.gz","name":"a.raw.bin","""
                + $"\"hash\":\"sha256-{hash}\"}}]}}"
        );
        if (there is not null)
            course.SourceFile("data/mnist/a.gz", there);

        course.With("01-page.ipynb", Code("Mnist.Load()")).With("02-page.ipynb", Code("1"));
        course.Build(new() { LiveBundle = bundle });

        JsonNode boot = JsonNode.Parse(course.Read("live/boot.json"))!;
        Assert.Equal(found ? 1 : 0, boot["data"]!.AsArray().Count);
        Assert.Equal(found, course.Has("live/a.raw.bin"));
        Assert.Equal(found ? null : "data/mnist", (string?)boot["without"]!["Mnist"]);
        const string missing =
            "01-page.ipynb, the live page: it has no Mnist: put data/mnist into the course's folder, and make the "
            + "site again";
        Assert.Equal(found ? [] : [missing], course.Report.Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void Files_that_cells_name_are_published_with_the_page_and_those_of_imported_scripts()
    {
        using var course = new TemporaryCourse();
        course.SourceFile("data.csv", "1,2");
        course.SourceFile("sub/helper.csx", "var weights = \"weights.txt\";");
        course.SourceFile("weights.txt", "0.5");
        course.SourceFile("kit.csx", "#r \"/somewhere/kit.dll\"");
        course.SourceFile("unnamed.csv", "3");

        course
            .With(
                "01-page.ipynb",
                Code("#!import kit.csx\n#!import sub/helper.csx"),
                Code("File.ReadAllText(\"data.csv\") + \"data.csv\" + \"none.csv\" + \"0.00\"")
            )
            .Build(new() { LiveBundle = Bundle(course) });

        string[] files = ["data.csv", "helper.csx", "weights.txt"];
        Assert.Equal(files.Select(name => "files/" + name), course.Report.Published.Select(file => file.Name).Order());
        Assert.Equal("files/helper.csx", (string?)FilesOf(course)["sub/helper.csx"]);
        Assert.Equal(3, FilesOf(course).Count);
        Assert.Empty(course.Report.Problems);
    }

    [Fact]
    public void What_an_imported_script_or_notebook_names_in_its_own_folder_is_published_too_with_its_folder()
    {
        using var course = new TemporaryCourse();
        course.SourceFile("parts/a.csx", "#!import b.csx\n#!import ../c.cs\nvar own = \"parts/own.txt\";");
        course.SourceFile("parts/b.csx", "#!import ../parts/a.csx\nvar both = \"both.txt\";");
        course.SourceFile("parts/own.txt", "1");
        course.SourceFile("parts/both.txt", "2");
        course.SourceFile("both.txt", "3");
        course.SourceFile("c.cs", "#!import parts/deep/d.ipynb");
        course.SourceFile(
            "parts/deep/d.ipynb",
            """
            {"cells":[{"cell_type":"code","source":"#!import e.csx","outputs":[],"metadata":{}}],
             "metadata":{},"nbformat":4,"nbformat_minor":5}
            """
        );
        course.SourceFile("parts/deep/e.csx", "int e;");

        course.With("01-page.ipynb", Code("#!import parts/a.csx")).Build(new() { LiveBundle = Bundle(course) });

        Assert.Equal(
            [
                "both.txt",
                "c.cs",
                "parts/a.csx",
                "parts/b.csx",
                "parts/both.txt",
                "parts/deep/d.ipynb",
                "parts/deep/e.csx",
                "parts/own.txt",
            ],
            FilesOf(course).Select(file => file.Key).Order(StringComparer.Ordinal)
        );
        Assert.Empty(course.Report.Problems);
    }

    [Fact]
    public void An_imported_script_publishes_nothing_hidden_or_outside_the_notebook_s_folder()
    {
        using var course = new TemporaryCourse();
        course.SourceFile("parts/a.csx", "#!import .secret.csx\n#!import ../../outside.csx\n#!import none.csx");
        course.SourceFile("parts/.secret.csx", "secret");
        course.SourceFile("../outside.csx", "secret");

        course.With("01-page.ipynb", Code("#!import parts/a.csx")).Build(new() { LiveBundle = Bundle(course) });

        Assert.Equal(["files/a.csx"], course.Report.Published.Select(file => file.Name));
        Assert.Equal(2, course.Report.Problems.Count(problem => problem.IsRefusal));
    }

    [Fact]
    public void Files_outside_the_notebook_s_folder_and_hidden_ones_are_refused_even_if_cells_name_them()
    {
        using var course = new TemporaryCourse();
        course.SourceFile(".secret.txt", "secret");
        course.SourceFile("../outside.txt", "secret");

        course
            .With("01-page.ipynb", Code("File.ReadAllText(\".secret.txt\") + File.ReadAllText(\"../outside.txt\")"))
            .Build(new() { LiveBundle = Bundle(course) });

        Assert.Empty(course.Report.Published);
        Assert.Equal(2, course.Report.Problems.Count(problem => problem.IsRefusal));
        course.Read("01-page.html").ShouldNotContain("data-nn-files");
    }

    [Fact]
    public void A_static_page_publishes_no_files_of_its_cells()
    {
        using var course = new TemporaryCourse();
        course.SourceFile("data.csv", "1,2");

        course.With("01-page.ipynb", Code("File.ReadAllText(\"data.csv\")")).Build();

        Assert.Empty(course.Report.Published);
    }

    [Fact]
    public void Without_a_bundle_pages_do_not_refer_to_it()
    {
        string page = PageOf(Code("1"));
        page.ShouldNotContain("data-nn-cell", "live");
    }

    [Fact]
    public void Untrusted_notebooks_are_not_live()
    {
        using var course = new TemporaryCourse();
        course.With("01-page.ipynb", Code("1")).Build(new() { LiveBundle = Bundle(course), IsUntrusted = true });
        course.Read("01-page.html").ShouldNotContain("data-nn-cell");
        Assert.False(course.Has("live/boot.json"));
    }

    private static TemporaryCourse Live(params Cell[] cells)
    {
        var course = new TemporaryCourse();
        return course.With("01-page.ipynb", cells).Build(new() { LiveBundle = Bundle(course) });
    }

    private static IEnumerable<XElement> Cells(TemporaryCourse course) =>
        course.Parse("01-page.html").Descendants().Where(element => element.Attribute("data-nn-cell") is not null);

    internal static string Bundle(TemporaryCourse course)
    {
        course.SourceFile("bundle/boot.json", """{"version":"1"}""");
        course.SourceFile("bundle/abc.bin", "x");
        course.SourceFile(
            "bundle/playground.ipynb",
            """{"cells":[{"cell_type":"code","id":"a","metadata":{},"outputs":[],"execution_count":null,"""
                + """ "source":[]}],"metadata":{},"nbformat":4,"nbformat_minor":5}"""
        );
        foreach (string name in (string[])["live.js", "live.css", "sw.js"])
            course.SourceFile("bundle/outside/" + name, "");
        return Path.Combine(course.Source, "bundle");
    }

    /// <summary>What the cells of the first page can read: names → addresses.</summary>
    private static JsonObject FilesOf(TemporaryCourse course) =>
        JsonNode
            .Parse(course.Parse("01-page.html").Descendants().Attributes("data-nn-files").Single().Value)!
            .AsObject();
}
