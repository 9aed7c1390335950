using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NeuralNotebooks.Engine;
using static NeuralNotebooks.Site.Tests.TemporaryCourse;

namespace NeuralNotebooks.Site.Tests;

public sealed partial class FrontPageTests : IDisposable
{
    private readonly TemporaryCourse _course = new();

    public FrontPageTests() =>
        _course
            .With(
                "01-one.ipynb",
                Text("# One?\n\n*25 minutes*\n\nSummary."),
                new CodeCell("film", "Plot.Film()")
                {
                    Outputs =
                    {
                        new StreamOutput(StreamName.Stdout, "words"),
                        Shown("text/html", "<script data-nn-plotlyjs=\"1\">lib</script><b>drawn</b>"),
                    },
                },
                Code("Check", Shown("text/html", "<p data-verdict=\"not-yet\">?</p>"))
            )
            .With("02-two.ipynb", Text("# Two?"));

    public void Dispose() => _course.Dispose();

    [Fact]
    public void A_list_of_links_to_notebooks_is_a_list_of_cards()
    {
        _course.SourceFile("1.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        XElement page = Front(
            "# T\n\n## Group\n\n- ![A line](1.svg) [01](01-one.ipynb): What *one* is; then [two](02-two.ipynb).\n"
        );
        XElement card = Cards(page)[0];
        Assert.Equal("h3", card.Descendants().First(e => e.Name.LocalName[0] == 'h').Name.LocalName);
        card.Value.ShouldContain("01", "One?", "What one is; then two.", "25 minutes");
        card.Value.ShouldNotContain("Summary", ":");
        Assert.Equal(("files/1.svg", "A line"), (Of(card.Element("img")!, "src"), Of(card.Element("img")!, "alt")));
        Assert.Equal("lazy", Of(card.Element("img")!, "loading"));
    }

    [Fact]
    public void Notebooks_that_the_text_does_not_list_follow_it()
    {
        string[] titles =
        [
            .. Cards(Front("# T\n\n- [02](02-two.ipynb)\n")).Select(card => card.Descendants("a").First().Value),
        ];
        Assert.Equal(["Two?", "One?"], titles);
        Assert.Empty(_course.Report.Problems);
    }

    [Fact]
    public void A_listed_notebook_that_has_not_been_run_has_no_card_and_one_that_does_not_exist_is_reported()
    {
        _course.SourceFile("03-three.ipynb", "{}");
        XElement page = Front("# T\n\n- [03](03-three.ipynb)\n- [04](04-four.ipynb)\n- [01](01-one.ipynb)\n");
        Assert.Equal(2, Cards(page).Length);
        Assert.Single(_course.Report.Problems).Message.ShouldContain("04-four.ipynb leads nowhere");
    }

    [Fact]
    public void Another_list_stays_a_list()
    {
        XElement page = Front("# T\n\n- [One](01-one.ipynb) first\n- then rest\n");
        Assert.Equal(2, Cards(page).Length);
        Assert.Equal(["One first", "then rest"], page.Descendants("ul").Elements("li").Select(item => item.Value));
    }

    [Fact]
    public void A_picture_that_names_a_cell_is_what_the_cell_has_shown()
    {
        XElement page = Front("# T\n\nLead.\n\n![A film.](01-one.ipynb#film)\n\nMore.\n");
        XElement head = page.Descendants("div").Single(div => Of(div, "class") == "head");
        XElement shown = head.Elements("figure").Single();
        Assert.Equal("drawn", shown.Descendants("b").Single().Value);
        Assert.Equal("A film.", shown.Element("figcaption")!.Value);
        shown.Value.ShouldNotContain("words", "lib");
        Assert.Contains(page.Descendants("script"), script => Of(script, "src") == "assets/plotly-1.min.js");
    }

    [Fact]
    public void The_picture_of_a_notebook_that_has_not_been_run_is_left_out()
    {
        _course.SourceFile("03-three.ipynb", "{}");
        XElement page = Front("# T\n\n![A film.](03-three.ipynb#film)\n");
        Assert.Empty(page.Descendants("figure"));
        Assert.Empty(_course.Report.Problems);
    }

    [Fact]
    public void A_second_picture_stays_in_its_place()
    {
        _course.SourceFile("1.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        XElement page = Front("# T\n\n![One](1.svg)\n\n![A film.](01-one.ipynb#film)\n\n![Two](1.svg)\n");
        Assert.Equal(["drawnA film.", ""], page.Descendants("figure").Select(figure => figure.Value));
        Assert.Equal(["One", "Two"], page.Descendants("img").Select(image => Of(image, "alt")).Order());
    }

    [Fact]
    public void A_picture_of_a_cell_that_is_not_there_is_reported()
    {
        Front("# T\n\n![A film.](01-one.ipynb#flim)\n");
        Assert.Single(_course.Report.Problems).Message.ShouldContain("01-one.ipynb has no cell flim");
    }

    [Theory]
    [InlineData(true, "Start: nothing to install")]
    [InlineData(false, "Start")]
    public void The_first_button_says_whether_pages_run(bool live, string words)
    {
        _course.SourceFile("index.md", "# T\n\nLead.\n\n- a fact\n");
        XElement start = Built(live).Descendants("a").Single(link => Of(link, "class") == "button");
        Assert.Equal((words, "01-one.html"), (start.Value, Of(start, "href")));
        Assert.Equal("Lead.", start.Parent!.ElementsBeforeSelf().Last().Value);
    }

    [Fact]
    public void A_card_of_a_live_page_says_how_many_checkpoints_there_are()
    {
        XElement link = Built(live: true).Descendants("a").First(a => a.Attribute("data-nn-of") is not null);
        Assert.Equal(("notebooks/01-one.ipynb", "1"), (Of(link, "data-nn-of"), Of(link, "data-nn-checkpoints")));
    }

    [Fact]
    public void The_site_is_called_what_its_front_page_is_called()
    {
        Assert.Equal("Waves & *wind*", Front("# Waves & \\*wind\\*\n").Descendants("title").Single().Value);
        _course.Read("01-one.html").ShouldContain("Waves &amp; *wind*</a>");
    }

    [Fact]
    public void The_front_page_of_untrusted_notebooks_has_none_of_their_scripts()
    {
        _course.SourceFile("index.md", "# T\n\n![x](01-one.ipynb#film)\n\n<img src=x onerror=alert(1)>\n");
        _course.Build(new() { IsUntrusted = true });
        _course.Read("index.html").ShouldNotContain("onerror", "lib", "plotly");
        _course.Read("index.html").ShouldContain("drawn");
    }

    /// <summary>By the rule that the page states, and by the minutes that the notebooks state.</summary>
    [Fact]
    public void The_hours_of_the_course_are_what_they_are_said_to_be()
    {
        string folder = Repository.At("notebooks");
        string text = File.ReadAllText(Path.Combine(folder, "index.md"));
        text.ShouldContain("100 words a minute, half a minute for each cell, five minutes for each checkpoint");
        double hours = double.Parse(Hours().Match(text).Groups[1].Value, CultureInfo.InvariantCulture);
        Notebook[] notebooks =
        [
            .. Directory.GetFiles(folder, "0*.ipynb").Order(StringComparer.Ordinal).Select(Notebook.Read),
        ];
        Assert.Equal(10, notebooks.Length);
        Assert.InRange(notebooks.Sum(Counted) / 60 / hours, 0.9, 1.1);
        Assert.InRange(notebooks.Sum(Stated) / 60 / hours, 0.9, 1.1);

        static double Counted(Notebook notebook) =>
            notebook.Cells.OfType<MarkdownCell>().Sum(cell => Space().Count(cell.Source.Trim()) + 1) / 100.0
            + notebook.CodeCells.Sum(cell => cell.Source.Contains("Check.", StringComparison.Ordinal) ? 5.5 : 0.5);
        static double Stated(Notebook notebook)
        {
            Match minutes = Minutes().Match(notebook.Cells[0].Source);
            return double.Parse(minutes.Groups[2].Value, CultureInfo.InvariantCulture)
                * (minutes.Groups[1].Success ? 2 : 1);
        }
    }

    private XElement Front(string text)
    {
        _course.SourceFile("index.md", text);
        return _course.Build().Parse("index.html");
    }

    private XElement Built(bool live)
    {
        string? bundle = live ? LivePagesTests.Bundle(_course) : null;
        return _course.Build(new() { LiveBundle = bundle }).Parse("index.html");
    }

    private static XElement[] Cards(XElement page) =>
        [.. page.Descendants("ol").Where(list => Of(list, "class") == "notebooks").Elements("li")];

    private static string? Of(XElement element, string attribute) => (string?)element.Attribute(attribute);

    [GeneratedRegex(@"about (\d+) hours")]
    private static partial Regex Hours();

    [GeneratedRegex(@"(two sittings of )?about (\d+) minutes")]
    private static partial Regex Minutes();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
