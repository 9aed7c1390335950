namespace NeuralNotebooks.Site.Tests;

public sealed partial class FrontPageTests : CourseTests
{
    public FrontPageTests() =>
        Course.With(
            "01-one.ipynb",
            Text("# One?\n\n*25 minutes*\n\nSummary."),
            new CodeCell("film", "Plot.Film()")
            {
                Outputs = { new StreamOutput(StreamName.Stdout, "words"), Shown("text/html", "<b>drawn</b>") },
            },
            Code("Check", Verdict("?"))).With("02-two.ipynb", Text("# Two?"));

    private static readonly Dictionary<string, (string Text, string Course)> _texts = new()
    {
        ["The notebooks of the description are cards in their order, and the others follow"] = (
            "# T\n\n## Part\n", """
            {
              "heading": "The notebooks",
              "notebooks": [
                { "notebook": "02-two.ipynb" },
                {
                  "notebook": "01-one.ipynb", "picture": "1.svg", "alt": "A line",
                  "summary": "What *one* is; then [two](02-two.ipynb)."
                }, // more
              ],
            }
            """),
        ["A notebook that has not been run has no card, and one that does not exist is reported"] = (
            "# T\n", """
            { "notebooks": [{ "notebook": "03-three.ipynb" }, { "notebook": "04-four.ipynb" }] }
            """),
        ["A list of links stays a list, and a link to a notebook a link"] =
            ("# T\n\n[One](01-one.ipynb)\n\n- [One](01-one.ipynb)\n- [Two](02-two.ipynb)\n", "{}"),
        ["The output of a cell has a caption"] =
            ("# T\n\nLead.\n\nMore.\n", """{ "shown": { "cell": "01-one.ipynb#film", "caption": "A <film>." } }"""),
        ["The cell of a notebook that has not been run is left out"] =
            ("# T\n", """{ "shown": { "cell": "03-three.ipynb#film" } }"""),
        ["A cell that does not exist is reported"] =
            ("# T\n", """{ "shown": { "cell": "01-one.ipynb#flim", "picture": "1.svg" } }"""),
        ["A picture in place of a cell"] = ("# T\n", """{ "shown": { "picture": "1.svg", "caption": "A line." } }"""),
        ["A description with a mistake is left out and reported"] = ("# T\n", """{ "strat": {} }"""),
        ["The site has the title of its front page"] = ("# Waves & \\*wind\\*\n", ""),
    };

    public static TheoryData<string> Texts => [.. _texts.Keys];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_front_page_shows(string fact)
    {
        Course.SourceFile("1.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Course.SourceFile("03-three.ipynb", "{}");
        Course.SourceFile("index.md", _texts[fact].Text);
        if (_texts[fact].Course.Length > 0)
            Course.SourceFile("course.json", _texts[fact].Course);
        Course.Build();
        string[] lines = [.. Course.Whole("index.html").Split('\n').Select(line => line.TrimStart())];
        IEnumerable<string> shown =
        [
            .. lines.Where(line => line.Contains("<title>")),
            .. lines.SkipWhile(line => !line.Contains("<main")).TakeWhile(line => line != "</main>"),
            .. Course.Report.Problems.Select(problem => $"! {problem}"),
        ];

        ApprovedTexts.Check("Pages/FrontPage", fact, string.Concat(shown.Select(line => $" {line}".TrimEnd() + "\n")));
        if (fact.Contains("title"))
            Course.Read("01-one.html").ShouldContain("Waves &amp; *wind*</a>");
    }

    [Theory]
    [Cases(
        "{", "[]", "{ \"notebooks\": [{}] }", "{ \"notebooks\": [null] }", "{ \"notebooks\": null }",
        "{ \"start\": {} }",
        "{ \"shown\": { \"cell\": \"01-one.ipynb\" } }", "{ \"shown\": { \"picture\": \"none.svg\" } }",
        "{ \"heading\": 1 }", "{ \"moved\": { \"0.ipynb\": null } }", "{ \"moved\": { \"0.ipynb\": \"3.ipynb\" } }")]
    public void A_mistake_in_a_description_is_reported_and_the_page_lists_all_notebooks(string course)
    {
        Course.SourceFile("course.json", course);
        Course.Build();

        Assert.Single(Course.Report.Problems);
        Course.Read("index.html").ShouldContain("One?</a></h2>", "Two?</a></h2>");
    }

    [Theory]
    [InlineData("<svg width=\"720\" height=\"420\"/>", " width=\"720\" height=\"420\"")]
    [InlineData("<svg width=\"50%\"/>", "")]
    [InlineData("no picture", "")]
    public void A_picture_has_the_size_that_its_file_states_so_that_the_page_does_not_move(string svg, string size)
    {
        Course.SourceFile("film.svg", svg);
        Course.SourceFile("course.json", """{ "shown": { "picture": "film.svg", "caption": "A film." } }""");

        Course.Build().Read("index.html").ShouldContain($"alt=\"A film.\"{size} loading=\"lazy\" />");
    }

    [Fact]
    public void A_picture_replaces_the_output_of_the_cell_that_a_live_page_can_run()
    {
        Course.SourceFile("film.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Course.SourceFile(
            "course.json",
            """{ "shown": { "cell": "01-one.ipynb#film", "picture": "film.svg", "caption": "A film." } }""");
        string page = Course.Build(new() { LiveBundle = Course.Bundle() }).Read("index.html");

        page.ShouldContain("<figure class=\"cell shown\" data-nn-try=\"01-one.html?cell=film\">", "Plot");
        Assert.Matches("<div class=\"output\"><img src=\"[^\"]+\" alt=\"A film.\"[^>]* />", page);
        page.ShouldNotContain("<b>drawn</b>");
    }

    [Theory]
    [Cases(
        "{ \"start\": { \"notebook\": \"02-two.ipynb\", \"words\": \"A<b\" } }", "02-two.html", "A&lt;b",
        "{ \"start\": { \"notebook\": \"02-two.ipynb\" } }", "02-two.html", "Start",
        "{}", "01-one.html", "Start",
        "{ \"start\": { \"notebook\": \"09-none.ipynb\" } }", "01-one.html", "Start")]
    public void The_start_button_leads_to_the_notebook_that_the_description_names(
        string course, string page, string words)
    {
        Course.SourceFile("course.json", course);
        Course.Build();

        Course.Read("index.html").ShouldContain(
            $"<p class=\"start\"><a class=\"button\" href=\"{page}\">{words}</a></p>");
        Assert.Equal(course.Contains("none") ? 1 : 0, Course.Report.Problems.Count);
    }

    [Theory]
    [Cases("10-old.ipynb", true, "01-one.ipynb", false, "index.ipynb", false)]
    public void The_former_address_of_a_notebook_leads_to_its_page_unless_another_page_has_it(string former, bool leads)
    {
        Course.SourceFile("course.json", $$"""{ "moved": { "{{former}}": "02-two.ipynb" } }""");
        Course.Build();

        string page = Course.Read(Path.ChangeExtension(former, ".html"));
        Assert.Equal(leads, page.Contains("now at <a href=\"02-two.html\">Two?</a>"));
    }

    [Fact]
    public void A_link_to_a_section_of_the_front_page_leads_there()
    {
        Course.SourceFile("index.md", "# T\n\nSee [below](#part), not [there](#nowhere).\n\n## Part\n");
        Course.Build();

        Assert.Equal(
            "index.md, text: the link to #nowhere leads nowhere: there is no such heading",
            $"{Assert.Single(Course.Report.Problems)}");
    }

    [Theory]
    [Cases("a+b.ipynb", "a%2Bb.ipynb", "./a+b.ipynb")]
    public void A_notebook_whose_name_has_a_plus_sign_has_a_card(string notebook)
    {
        Course.With("a+b.ipynb", Text("# Sum"));
        Course.SourceFile(
            "course.json", $$"""{ "notebooks": [{ "notebook": "{{notebook}}", "summary": "its summary" }] }""");
        Course.Build();

        Assert.Empty(Course.Report.Problems);
        Course.Read("index.html").ShouldContain("its summary</p>");
    }

    [Fact]
    public void The_front_page_of_untrusted_notebooks_has_none_of_their_scripts()
    {
        Course.SourceFile("index.md", "# T\n\n<img src=x onerror=alert(1)>\n");
        Course.SourceFile("course.json", """
            {
              "start": { "notebook": "01-one.ipynb", "words": "<img src=x onerror=alert(2)>" },
              "shown": { "cell": "01-one.ipynb#film", "caption": "\" onerror=\"alert(3)" },
              "heading": "<img src=x onerror=alert(4)>",
              "notebooks": [{ "notebook": "01-one.ipynb", "summary": "<img src=x onerror=alert(5)>", "alt": "\"x" }]
            }
            """);
        Course.Build(new() { IsUntrusted = true });
        Assert.DoesNotContain(
            Course.Parse("index.html").Descendants().Attributes(), attribute => attribute.Name == "onerror");
        Course.Read("index.html").ShouldContain("drawn");
    }

    /// <summary>Compares the stated hours with the sum of the minutes that the notebooks state, and with an
    /// estimate: 100 words a minute, 0.7 minutes for each code cell, and the minutes of each checkpoint.</summary>
    [Fact]
    public void The_stated_hours_of_the_course_are_right_within_ten_percent()
    {
        string text = File.ReadAllText(Path.Combine(Repository.At("notebooks"), "index.md"));
        double hours = double.Parse(Hours().Match(text).Groups[1].Value, CultureInfo.InvariantCulture);
        Notebook[] notebooks = [.. Directory.GetFiles(Repository.At("notebooks"), "??-*.ipynb").Select(Notebook.Read)];
        Assert.Equal(11, notebooks.Length);
        Assert.InRange(notebooks.Sum(one => Counted(one.Cells.Skip(1))) / 60 / hours, 0.9, 1.1);
        Assert.InRange(notebooks.Sum(one => Stated(one.Cells[0].Source)) / 60 / hours, 0.9, 1.1);
    }

    /// <summary>The title says with which section a sitting begins, as in "sections 1 to 3, 4 to 8".</summary>
    [Fact]
    public void A_sitting_takes_at_most_50_minutes()
    {
        foreach (string path in Directory.GetFiles(Repository.At("notebooks"), "??-*.ipynb"))
        {
            List<Cell> cells = [.. Notebook.Read(path).Cells];
            IEnumerable<int> begins = Beginning().Matches(cells[0].Source).Select(begin => cells.FindIndex(cell =>
                Regex.IsMatch(cell.Source, begin.Value == "film" ? "### .+ film" : $"(?m)^##+ {begin}\\. ")));
            int[] borders = [1, .. begins, cells.Count];
            Assert.All(
                borders.Zip(borders[1..], (from, to) => Counted(cells[from..to])),
                minutes => Assert.True(minutes is > 15 and < 50, $"{path}: {minutes} minutes"));
        }
    }

    private static double Counted(IEnumerable<Cell> cells) => cells.Sum(cell => cell is MarkdownCell
        ? (cell.Source.OnOneLine().Split(' ').Length / 100.0) + Stated(cell.Source) : 0.7);

    private static double Stated(string text)
    {
        Match minutes = Minutes().Match(text);
        return !minutes.Success ? 0 : double.Parse(minutes.Groups[2].Value, CultureInfo.InvariantCulture)
            * minutes.Groups[1].Value switch { "two" => 2, "three" => 3, _ => 1 };
    }

    [GeneratedRegex(@"(?<=\d, (?:and )?)\d+(?= to| and)|(?<=from the )film")]
    private static partial Regex Beginning();

    [GeneratedRegex(@"about (\d+) hours")]
    private static partial Regex Hours();

    [GeneratedRegex(@"(?:(two|three) sittings of )?[Aa]bout (\d+) minutes")]
    private static partial Regex Minutes();
}
