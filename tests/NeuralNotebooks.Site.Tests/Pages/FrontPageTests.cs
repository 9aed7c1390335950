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

    private static readonly Dictionary<string, string> _texts = new()
    {
        ["A list of links to notebooks is a list of cards"] =
            "# T\n\n## Group\n\n- ![A line](1.svg) [01](01-one.ipynb): What *one* is; then [two](02-two.ipynb).\n",
        ["Notebooks that the text does not list are added below it"] = "# T\n\n- [02](02-two.ipynb)\n",
        ["A listed notebook that has not been run has no card, and one that does not exist is reported"] =
            "# T\n\n- [03](03-three.ipynb)\n- [04](04-four.ipynb)\n- [01](01-one.ipynb)\n",
        ["Another list stays a list"] = "# T\n\n- [One](01-one.ipynb) first\n- then rest\n",
        ["A picture whose address names a cell shows the output of the cell"] =
            "# T\n\nLead.\n\n![A film.](01-one.ipynb#film)\n\nMore.\n",
        ["The picture of a notebook that has not been run is left out"] = "# T\n\n![A film.](03-three.ipynb#film)\n",
        ["A second picture stays in its place"] =
            "# T\n\n![One](1.svg)\n\n![A film.](01-one.ipynb#film)\n\n![Two](1.svg)\n",
        ["A picture of a cell that does not exist is reported"] = "# T\n\n![A film.](01-one.ipynb#flim)\n",
        ["The site has the title of its front page"] = "# Waves & \\*wind\\*\n",
    };

    public static TheoryData<string> Texts => [.. _texts.Keys];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_front_page_shows(string fact)
    {
        Course.SourceFile("1.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Course.SourceFile("03-three.ipynb", "{}");
        Course.SourceFile("index.md", _texts[fact]);
        Course.Build();
        string[] lines = [.. Course.Whole("index.html").Split('\n').Select(line => line.TrimStart())];
        IEnumerable<string> shown =
        [
            .. lines.Where(line => line.Contains("<title>")),
            .. lines.SkipWhile(line => !line.Contains("<main")).TakeWhile(line => line != "</main>"),
            .. Course.Report.Problems.Select(problem => $"! {problem}"),
        ];

        ApprovedTexts.Check("Pages/FrontPage", fact, string.Concat(shown.Select(line => $" {line}".TrimEnd() + "\n")));
        if (_texts[fact].Contains("Waves"))
            Course.Read("01-one.html").ShouldContain("Waves &amp; *wind*</a>");
    }

    [Theory]
    [InlineData("<svg width=\"720\" height=\"420\"/>", " width=\"720\" height=\"420\"")]
    [InlineData("<svg width=\"50%\"/>", "")]
    [InlineData("no picture", "")]
    public void A_picture_has_the_size_that_its_file_states_so_that_the_page_does_not_move(string svg, string size)
    {
        Course.SourceFile("film.svg", svg);
        Course.SourceFile("index.md", "# T\n\n![A film.](film.svg)\n");

        Course.Build().Read("index.html").ShouldContain($"alt=\"A film.\"{size} loading=\"lazy\" />");
    }

    [Fact]
    public void A_picture_that_links_to_a_cell_replaces_its_output()
    {
        Course.SourceFile("pictures/film.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Course.SourceFile("index.md", "# T\n\n[![A film.](pictures/film.svg)](01-one.ipynb#film)\n");
        Course.Build();

        Assert.Matches("<div class=\"output\"><img src=\"[^\"]+\" alt=\"A film.\"[^>]* />", Course.Read("index.html"));
        Course.Read("index.html").ShouldNotContain("<b>drawn</b>");
    }

    [Fact]
    public void A_link_to_a_notebook_alone_in_a_paragraph_of_the_head_is_the_start_button()
    {
        Course.With("02-two.ipynb", Text("# Two"));
        Course.SourceFile("index.md", "# T\n\n[Begin *here*](02-two.ipynb)\n\n## More\n\n[One](01-one.ipynb)\n");
        Course.Build();

        Course.Read("index.html").ShouldContain(
            "<p class=\"start\"><a class=\"button\" href=\"02-two.html\">Begin <em>here</em></a></p>",
            "<p><a href=\"01-one.html\">One</a></p>");
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
    [Cases("a+b.ipynb", "a%2Bb.ipynb")]
    public void A_notebook_whose_name_has_a_plus_sign_has_a_card(string link)
    {
        Course.With("a+b.ipynb", Text("# Sum"));
        Course.SourceFile("index.md", $"# T\n\n- [sum]({link}): its summary\n");
        Course.Build();

        Assert.Empty(Course.Report.Problems);
        Course.Read("index.html").ShouldContain("its summary</p>");
    }

    [Fact]
    public void The_front_page_of_untrusted_notebooks_has_none_of_their_scripts()
    {
        Course.SourceFile("index.md", "# T\n\n![x](01-one.ipynb#film)\n\n<img src=x onerror=alert(1)>\n");
        Course.Build(new() { IsUntrusted = true });
        Course.Read("index.html").ShouldNotContain("onerror");
        Course.Read("index.html").ShouldContain("drawn");
    }

    /// <summary>Compares the stated hours with the sum of the minutes that the notebooks state, and with an estimate:
    /// 100 words a minute, half a minute for each cell, five minutes for each checkpoint.</summary>
    [Fact]
    public void The_stated_hours_of_the_course_are_right_within_ten_percent()
    {
        string folder = Repository.At("notebooks");
        string text = File.ReadAllText(Path.Combine(folder, "index.md"));
        double hours = double.Parse(Hours().Match(text).Groups[1].Value, CultureInfo.InvariantCulture);
        Notebook[] notebooks =
            [.. Directory.GetFiles(folder, "0*.ipynb").Order(StringComparer.Ordinal).Select(Notebook.Read)];
        Assert.Equal(10, notebooks.Length);
        Assert.InRange(notebooks.Sum(Counted) / 60 / hours, 0.9, 1.1);
        Assert.InRange(notebooks.Sum(one => Stated(one.Cells[0].Source)) / 60 / hours, 0.9, 1.1);

        static double Counted(Notebook notebook) => (notebook.CodeCells.Count() / 2.0)
            + notebook.Cells.Skip(1).OfType<MarkdownCell>().Sum(cell =>
                (cell.Source.OnOneLine().Split(' ').Length / 100.0) + Stated(cell.Source));
        static double Stated(string text)
        {
            Match minutes = Minutes().Match(text);
            return !minutes.Success ? 0 : double.Parse(minutes.Groups[2].Value, CultureInfo.InvariantCulture)
                * minutes.Groups[1].Value switch { "two" => 2, "three" => 3, _ => 1 };
        }
    }

    [GeneratedRegex(@"about (\d+) hours")]
    private static partial Regex Hours();

    [GeneratedRegex(@"(?:(two|three) sittings of )?[Aa]bout (\d+) minutes")]
    private static partial Regex Minutes();
}
