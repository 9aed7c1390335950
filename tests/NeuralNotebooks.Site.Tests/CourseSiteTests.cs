namespace NeuralNotebooks.Site.Tests;

public sealed partial class CourseSiteTests(ReferenceCourse reference) : CourseTests, IClassFixture<ReferenceCourse>
{
    private readonly TemporaryCourse _whole = reference.Course;

    private static readonly (string Begin, string End) _head = ("<head>", "</head>"),
        _header = ("<header", "</header>"),
        _article = ("<article>", "</article>"),
        _ending = ("<nav class=\"neighbours\"", "</footer>"),
        _search = ("<dialog", "</dialog>");

    private static readonly Dictionary<string, (string Page, string Begin, string End)> _parts = new()
    {
        ["The head of a page has its title, its description and its files"] = Of("01-gates.html", _head),
        ["The head of the front page has the title of the course"] = Of("index.html", _head),
        ["The head of a page of another notebook has its own title"] = Of("02-layers.html", _head),
        ["The header has the name of the course, the search and the colours"] = Of("01-gates.html", _header),
        ["The contents of a page are its headings"] = ("01-gates.html", "<nav class=\"contents\"", "</nav>"),
        ["An article has text, formulas, cells with outputs, and answers that are hidden"] =
            Of("01-gates.html", _article),
        ["The article of a notebook that failed says where"] = Of("02-layers.html", _article),
        ["A page leads on to the next notebook and offers its own"] = Of("01-gates.html", _ending),
        ["The last page leads back to the previous notebook"] = Of("02-layers.html", _ending),
        ["The search is a dialog"] = Of("01-gates.html", _search),
        ["The front page is the list of the notebooks"] = ("index.html", "<div class=\"head\">", "</ol>\n </div>"),
    };

    public static TheoryData<string> Pages => ["index.html", "01-gates.html", "02-layers.html"];

    public static TheoryData<string> Parts => [.. _parts.Keys];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_is_well_formed(string page) => Assert.Equal("html", _whole.Parse(page).Name.LocalName);

    [Theory]
    [MemberData(nameof(Pages))]
    public void No_id_is_used_twice(string page)
    {
        string[] ids = [.. _whole.Parse(page).Descendants().Select(e => (string?)e.Attribute("id")).OfType<string>()];
        Assert.Contains("main", ids);
        Assert.Equal(ids.Distinct(), ids);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_and_file_of_a_page_exists(string page)
    {
        foreach (string address in Addresses(_whole.Parse(page)).Where(address => !address.Contains("//")))
        {
            string[] parts = address.Split('#');
            string target = parts[0].Length == 0 ? page : Uri.UnescapeDataString(parts[0].Split('?')[0]);
            Assert.True(_whole.Has(target), $"{page} refers to {address}, and there is no {target}");
            if (parts.Length == 2)
                Assert.Contains(
                    _whole.Parse(target).Descendants(),
                    e => (string?)e.Attribute("id") == Uri.UnescapeDataString(parts[1]));
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void No_page_loads_anything_from_another_host(string page)
    {
        Availability.NeedsKatex();
        Assert.DoesNotContain(Addresses(_whole.Parse(page)), address => address.Contains("//"));
        foreach (string sheet in Directory.GetFiles(Path.Combine(_whole.Site, "assets"), "*.css"))
            Assert.DoesNotMatch(@"(url\(|@import)\s*[""']?(https?:)?//", File.ReadAllText(sheet));
    }

    [Fact]
    public void Every_font_that_a_style_sheet_names_exists()
    {
        Availability.NeedsKatex();
        foreach (string sheet in (string[])["assets/site.css", "assets/katex.css"])
        {
            string[] fonts = [.. FontUrl().Matches(_whole.Read(sheet)).Select(match => match.Groups[1].Value)];
            Assert.NotEmpty(fonts);
            Assert.All(fonts, font => Assert.True(_whole.Has("assets/" + font), $"{sheet} names {font}"));
        }
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_part_of_a_page_shows(string fact)
    {
        (string page, string begin, string end) = _parts[fact];
        ApprovedTexts.Check("Pages/Site", fact, $" {Part(_whole.Whole(page), begin, end)}\n");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_parts_of_a_page_are_in_order_and_all_pages_have_the_same_header_and_search(string page)
    {
        string text = _whole.Whole(page), first = _whole.Whole("01-gates.html");
        foreach ((string begin, string end) in (ReadOnlySpan<(string, string)>)[_header, _search])
            Assert.Equal(Part(first, begin, end), Part(text, begin, end));

        foreach ((string _, string begin, string end) in _parts.Values.DistinctBy(part => part.Begin))
            if (Part(text, begin, end) is { Length: > 0 } part)
                text = text.Replace(part, $"{begin} … {end}");
        ApprovedTexts.Check("Pages/Site", $"The order of the parts of {page}", text);
    }

    [Fact]
    public void The_download_is_the_notebook() =>
        Assert.Equal(File.ReadAllText(_whole.Notebooks[1]), _whole.Read("notebooks/02-layers.ipynb"));

    [Fact]
    public void A_course_without_mistakes_has_no_problems_and_files_that_its_cells_read_are_not_published()
    {
        Assert.Empty(_whole.Report.Problems);
        Assert.Equal(["files/circuit.svg"], _whole.Report.Published.Select(file => file.Name));
    }

    [Fact]
    public void A_notebook_inside_the_site_is_linked_and_not_copied()
    {
        Course.With("a b.ipynb", Text("# T"));
        string inside = Path.Combine(Course.Site, "executed", "a b.ipynb");
        Directory.CreateDirectory(Path.GetDirectoryName(inside)!);
        File.Copy(Course.Notebooks[0], inside);
        CourseSite.Build([inside], Course.Site, cancellation: TestContext.Current.CancellationToken);
        Assert.False(Directory.Exists(Path.Combine(Course.Site, "notebooks")));
        Course.Read("a b.html").ShouldContain("href=\"executed/a%20b.ipynb\"");
    }

    [Fact]
    public void A_file_that_is_not_a_notebook_is_reported_and_the_others_are_shown()
    {
        Course.With("01-good.ipynb", Text("# Good")).Build();
        Course.With("01-good.ipynb", Text("# Better"));
        Course.With("02-bad.ipynb");
        File.WriteAllText(Course.Notebooks[1], "{ not json");
        SiteProblem problem = Assert.Single(Course.Build().Report.Problems);
        problem.ToString().ShouldStartWith("02-bad.ipynb, the whole file: it is left out: ");
        Course.Read("01-good.html").ShouldContain("Better");
        Assert.False(Course.Has("02-bad.html"));
    }

    [Fact]
    public void Two_notebooks_with_the_same_name_get_two_pages()
    {
        Course.With("week1/index.ipynb", Text("# One")).With("week2/index.ipynb", Text("# Two")).Build();
        Assert.True(Course.Has("index-2.html"));
        Course.Read("index-3.html").ShouldContain("<h1 id=\"two\">Two</h1>");
    }

    private static (string, string, string) Of(string page, (string Begin, string End) part) =>
        (page, part.Begin, part.End);

    private static IEnumerable<string> Addresses(XElement page) =>
        page.Descendants()
            .SelectMany(e => e.Attributes())
            .Where(attribute => attribute.Name.LocalName is "src" or "href" or "poster" or "data")
            .Select(attribute => attribute.Value)
            .Where(address => !address.StartsWith("data:", StringComparison.Ordinal));

    [GeneratedRegex(@"url\(([^)]*\.woff2)\)")]
    private static partial Regex FontUrl();
}
