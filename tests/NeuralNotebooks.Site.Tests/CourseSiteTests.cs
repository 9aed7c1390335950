using System.Text.RegularExpressions;
using System.Xml.Linq;
using static NeuralNotebooks.Site.Tests.TemporaryCourse;

namespace NeuralNotebooks.Site.Tests;

public sealed partial class CourseSiteTests(ReferenceCourse reference) : IClassFixture<ReferenceCourse>
{
    private readonly TemporaryCourse _course = reference.Course;

    public static TheoryData<string> Pages => ["index.html", "01-gates.html", "02-layers.html"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_is_well_formed(string page) => Assert.Equal("html", _course.Parse(page).Name.LocalName);

    [Theory]
    [MemberData(nameof(Pages))]
    public void No_id_is_used_twice(string page)
    {
        string[] ids = [.. _course.Parse(page).Descendants().Select(e => (string?)e.Attribute("id")).OfType<string>()];
        Assert.Contains("main", ids);
        Assert.Equal(ids.Distinct(), ids);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_and_file_of_a_page_exists(string page)
    {
        foreach (string address in Addresses(_course.Parse(page)).Where(address => !address.Contains("//")))
        {
            string[] parts = address.Split('#');
            string target = parts[0].Length == 0 ? page : Uri.UnescapeDataString(parts[0].Split('?')[0]);
            Assert.True(_course.Has(target), $"{page} refers to {address}, and there is no {target}");
            if (parts.Length == 2)
                Assert.Contains(
                    _course.Parse(target).Descendants(),
                    e => (string?)e.Attribute("id") == Uri.UnescapeDataString(parts[1])
                );
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void No_page_loads_anything_from_another_host(string page)
    {
        Availability.NeedsKatex();
        Assert.DoesNotContain(Addresses(_course.Parse(page)), address => address.Contains("//"));
        foreach (string sheet in Directory.GetFiles(Path.Combine(_course.Site, "assets"), "*.css"))
            Assert.DoesNotMatch(@"(url\(|@import)\s*[""']?(https?:)?//", File.ReadAllText(sheet));
    }

    [Theory]
    [InlineData("assets/site.js", @"^\s*//")]
    [InlineData("assets/site.css", @"^\s*/\*[^*]*\*/\s*$")]
    public void A_reader_downloads_no_comment_lines(string file, string comment) =>
        Assert.DoesNotContain(_course.Read(file).Split('\n'), line => Regex.IsMatch(line, comment));

    [Fact]
    public void Every_font_that_a_style_sheet_names_exists()
    {
        Availability.NeedsKatex();
        foreach (string sheet in (string[])["assets/site.css", "assets/katex.css"])
        {
            string[] fonts = [.. FontUrl().Matches(_course.Read(sheet)).Select(match => match.Groups[1].Value)];
            Assert.NotEmpty(fonts);
            Assert.All(fonts, font => Assert.True(_course.Has("assets/" + font), $"{sheet} names {font}"));
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_landmarks_a_skip_link_and_one_title(string page)
    {
        XElement html = _course.Parse(page);
        Assert.Equal("en", (string?)html.Attribute("lang"));
        Assert.Single(html.Descendants("main"));
        Assert.Single(html.Descendants("h1"));
        Assert.Single(html.Descendants("header"));
        Assert.Equal("#main", (string?)html.Descendants("a").First().Attribute("href"));
        Assert.All(
            html.Descendants("img"),
            image => Assert.False(string.IsNullOrEmpty((string?)image.Attribute("alt")))
        );
        Assert.All(html.Descendants("nav"), nav => Assert.NotNull(nav.Attribute("aria-label")));
    }

    [Fact]
    public void The_contents_list_the_sections_with_their_anchors()
    {
        XElement contents = _course
            .Parse("01-gates.html")
            .Descendants("nav")
            .First(nav => (string?)nav.Attribute("class") == "contents");
        Assert.Equal(["#the-gate", "#the-gate-2"], contents.Descendants("a").Select(a => (string?)a.Attribute("href")));
        Assert.All(contents.Descendants("a"), a => Assert.Equal("The × gate", a.Value));
    }

    [Fact]
    public void Code_output_and_caption_are_one_figure()
    {
        XElement figure = Element("01-gates.html", "cell-2");
        Assert.Equal(["pre", "div", "figcaption"], figure.Elements().Select(e => e.Name.LocalName));
        figure.Element("figcaption")!.Value.ShouldStartWith("The circuit with");
        XElement next = figure.ElementsAfterSelf().First();
        Assert.Equal("After the caption.", next.Value.Trim());
    }

    [Fact]
    public void The_index_names_every_notebook_its_question_its_minutes_and_the_failed_ones()
    {
        XElement index = _course.Parse("index.html");
        XElement[] entries =
        [
            .. index.Descendants("ol").First(ol => (string?)ol.Attribute("class") == "notebooks").Elements("li"),
        ];
        Assert.Equal(2, entries.Length);
        entries[0].Value.ShouldContain("Where does a gradient go?", "25 minutes", "Every formula is a");
        entries[0].Value.ShouldNotContain("error");
        entries[1].Value.ShouldContain("ended with an error");
        Assert.Equal("From first principles", index.Descendants("h1").Single().Value);
    }

    [Fact]
    public void A_summary_that_ends_in_a_list_is_whole_and_any_front_page_may_be_named()
    {
        using var course = new TemporaryCourse();
        string front = course.SourceFile("elsewhere.md", "# Welcome\n");
        course
            .With(
                "1.ipynb",
                Text("# T\n\n*5 minutes*\n\nAfter this you can\n\n- do [this](#t);\n- and that.\n\nMore.\n")
            )
            .Build(new() { FrontPage = front });
        XElement index = course.Parse("index.html");
        Assert.Equal(
            "After this you can do this; and that.",
            index.Descendants("p").Single(p => (string?)p.Attribute("class") == "summary").Value
        );
        Assert.Equal("Welcome", index.Descendants("h1").Single().Value);
    }

    [Fact]
    public void A_failed_notebook_says_where_and_shows_the_error()
    {
        Assert.Equal([false, true], _course.Report.Pages.Select(page => page.Failed));
        XElement page = _course.Parse("02-layers.html");
        XElement note = page.Descendants("p").Single(p => (string?)p.Attribute("class") == "failed-note");
        Assert.Equal("#cell-1", (string?)note.Element("a")!.Attribute("href"));
        Element("02-layers.html", "cell-1").Value.ShouldContain("no <way>");
    }

    [Fact]
    public void Neighbours_and_the_download_are_linked()
    {
        XElement page = _course.Parse("02-layers.html");
        Assert.Contains(
            page.Descendants("a"),
            a => (string?)a.Attribute("rel") == "prev" && (string?)a.Attribute("href") == "01-gates.html"
        );
        XElement download = page.Descendants("a").Single(a => a.Attribute("download") is not null);
        Assert.Equal(File.ReadAllText(_course.Notebooks[1]), _course.Read((string)download.Attribute("href")!));
    }

    [Fact]
    public void The_drawing_library_is_written_once_and_loaded_once()
    {
        string page = _course.Read("01-gates.html");
        Assert.Equal(ReferenceCourse.Library, _course.Read("assets/plotly-4.0.0.min.js"));
        page.ShouldNotContain("made: 'for a test");
        Assert.Single(
            _course.Parse("01-gates.html").Descendants("script"),
            script =>
                (string?)script.Attribute("src") == "assets/plotly-4.0.0.min.js"
                && script.Attribute("defer") is not null
        );
        page.ShouldContain("<div id=\"loss\">drawn</div>", "<div id=\"again\">drawn again</div>");
        _course.Read("02-layers.html").ShouldNotContain("plotly");
    }

    [Fact]
    public void A_sound_course_has_no_problems() => Assert.Empty(_course.Report.Problems);

    [Fact]
    public void The_first_page_is_small()
    {
        Assert.InRange(new FileInfo(_course.Report.IndexPage).Length, 1, 20_000);
        long shared = new[] { "site.css", "site.js", "katex.css", "icon.svg" }
            .Select(name => new FileInfo(Path.Combine(_course.Site, "assets", name)))
            .Where(file => file.Exists)
            .Sum(file => file.Length);
        long fonts = Directory
            .GetFiles(Path.Combine(_course.Site, "assets"), "*.woff2", SearchOption.AllDirectories)
            .Where(file => UsedFont().IsMatch(Path.GetFileName(file)))
            .Sum(file => new FileInfo(file).Length);
        Assert.InRange(shared + fonts, 1, 250_000);
    }

    [Fact]
    public void A_notebook_inside_the_site_is_linked_and_not_copied()
    {
        using var course = new TemporaryCourse();
        course.With("a b.ipynb", Text("# T"));
        string inside = Path.Combine(course.Site, "executed", "a b.ipynb");
        Directory.CreateDirectory(Path.GetDirectoryName(inside)!);
        File.Copy(course.Notebooks[0], inside);
        CourseSite.Build([inside], course.Site, cancellation: TestContext.Current.CancellationToken);
        Assert.False(Directory.Exists(Path.Combine(course.Site, "notebooks")));
        course.Read("a b.html").ShouldContain("href=\"executed/a%20b.ipynb\"");
    }

    [Fact]
    public void A_file_that_is_not_a_notebook_is_named_and_the_others_are_shown()
    {
        using var course = new TemporaryCourse();
        course.With("01-good.ipynb", Text("# Good")).Build();
        course.With("01-good.ipynb", Text("# Better"));
        course.With("02-bad.ipynb");
        File.WriteAllText(course.Notebooks[1], "{ not json");
        SiteProblem problem = Assert.Single(course.Build().Report.Problems);
        problem.ToString().ShouldStartWith("02-bad.ipynb, the whole file: it is left out: ");
        course.Read("01-good.html").ShouldContain("Better");
        Assert.False(course.Has("02-bad.html"));
    }

    [Fact]
    public void A_run_that_failed_has_the_page_of_its_notebook()
    {
        using var course = new TemporaryCourse();
        course
            .With("01-a.failed.ipynb", Text("[b](02-b.ipynb)"), Code("x", Failure("E", "m")))
            .With("02-b.ipynb", Text("# B\n\n[a](01-a.ipynb)"))
            .Build();
        Assert.Equal("01-a.html", Path.GetFileName(course.Report.Pages[0].File));
        Assert.Equal("a", course.Report.Pages[0].Title);
        course.Read("02-b.html").ShouldContain("href=\"01-a.html\"");
    }

    [Fact]
    public void Two_notebooks_with_the_same_name_get_two_pages()
    {
        using var course = new TemporaryCourse();
        course.With("week1/index.ipynb", Text("# One")).With("week2/index.ipynb", Text("# Two")).Build();
        Assert.Equal(["index-2.html", "index-3.html"], course.Report.Pages.Select(page => Path.GetFileName(page.File)));
        course.Read("index-3.html").ShouldContain("<h1 id=\"two\">Two</h1>");
    }

    private XElement Element(string page, string id) =>
        _course.Parse(page).Descendants().Single(e => (string?)e.Attribute("id") == id);

    private static IEnumerable<string> Addresses(XElement page) =>
        page.Descendants()
            .SelectMany(e => e.Attributes())
            .Where(attribute => attribute.Name.LocalName is "src" or "href" or "poster" or "data")
            .Select(attribute => attribute.Value)
            .Where(address => !address.StartsWith("data:", StringComparison.Ordinal));

    [GeneratedRegex(@"url\(([^)]*\.woff2)\)")]
    private static partial Regex FontUrl();

    /// <summary>What a page with ordinary formulas loads.</summary>
    [GeneratedRegex("^(source-serif|jetbrains)|^KaTeX_(Main-Regular|Math-Italic|Size[12]-Regular)")]
    private static partial Regex UsedFont();
}
