using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Site.Tests;

public sealed class StillsTests : CourseTests
{
    private const string Place = "<!--still: A &lt; B--><!--/still-->";

    private const string Drawing =
        "<figure class=\"nn-picture\"><div role=\"img\" aria-label=\"A &lt; B\">"
        + "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0,0L1.234,5.678\"/></svg>"
        + Place + "</div></figure>";

    // A fake plotly.js. Like the real one, its source contains "</svg>".
    private const string Chart =
        "<script data-nn-plotlyjs=\"1\">window.Plotly = { purge: function () {}, Snapshot: { toSVG: function (host) {"
        + " return '<svg xmlns=\"http://www.w3.org/2000/svg\"><text>' + host.textContent + Math.random() +"
        + " '</text></svg>'; } } };</script>"
        + "<div><div data-nn-picture=\"1\" role=\"img\" aria-label=\"Loss falls.\">"
        + "<!--still: Loss falls.-->Drawn by a script.<!--/still--></div></div>"
        + "<script>var host = document.querySelector('[data-nn-picture]');"
        + " host.textContent = 'drawn '; host.classList.add('js-plotly-plot');</script>";

    private readonly List<string> _written = [];

    [Fact]
    public void A_figure_gets_a_still_as_a_picture_and_in_its_html_and_drawing_again_changes_nothing()
    {
        HeadlessBrowser browser = Browser();
        Assert.Null(Draw(browser, Drawing, Chart));

        MimeBundle[] shown = Shown();
        Assert.Equal(Course.Notebooks, _written);
        Assert.All(shown, data => Assert.Equal(["text/html", "image/svg+xml"], data.Types));
        shown[0].Text("image/svg+xml").ShouldContain("M0,0L1.2,5.6", "background:#fff");
        shown[1].Text("image/svg+xml").ShouldContain("drawn 0.");
        shown[0].Text(MimeBundle.Html).ShouldContain(
            "<img class=\"nn-still\" alt=\"A &lt; B\" src=\"data:image/svg+xml;base64,"
        );
        shown[1].Text(MimeBundle.Html).ShouldNotContain("Drawn by a script");

        string first = File.ReadAllText(Course.Notebooks[0]);
        Draw(browser, Drawing, Chart);
        Assert.Equal(first, File.ReadAllText(Course.Notebooks[0]));
    }

    [Fact]
    public void A_figure_with_a_still_is_not_drawn_again()
    {
        Course.With("01-page.ipynb", Code("1", new DisplayData(
            new MimeBundle { { MimeBundle.Html, Drawing }, { "image/png", "iVBORw0KGgo=" } }, [], null)));
        Assert.Null(Stills.Draw(Course.Notebooks, _written.Add, null, CancellationToken.None));
        Assert.Empty(_written);
    }

    [Fact]
    public void Without_a_browser_the_notebooks_are_not_changed_and_a_message_says_why() =>
        Assert.Equal(
            "2 of the figures have no still for print, e-mail and GitHub: "
                + "there is no Chromium here (variable CHROMIUM)",
            Unchanged(null));

    [Fact]
    public void A_browser_that_cannot_be_started_is_named() =>
        Unchanged(new("/nowhere/chromium")).ShouldContain("/nowhere/chromium");

    [Theory]
    [Cases(
        "<p>No figure.</p>",
        "<svg><path/></svg>",
        Drawing + Drawing,
        "<figure class=\"nn-picture\"><img src=\"data:image/png;base64,AA==\" /></figure>"
    )]
    public void Only_html_that_is_a_single_figure_has_a_place_for_a_still(string html) =>
        Assert.False(StillImage.HasPlace(html));

    [Fact]
    public void A_figure_of_several_drawings_has_one_still_after_the_last()
    {
        string two = Drawing.Replace("</svg>", "</svg><svg></svg>", StringComparison.Ordinal);
        Assert.True(StillImage.HasPlace(two));
        string put = StillImage.Put(two, "<svg/>");
        Assert.Equal(2, put.Split("</svg>").Length - 1);
        put.ShouldContain("</style></svg><!--still: A &lt; B--><img class=\"nn-still\"");
    }

    [Fact]
    public void On_a_page_a_drawing_has_no_still_and_the_still_of_a_chart_is_in_a_file()
    {
        Output[] figures = [.. ((string[])[Chart, Drawing]).Select(html =>
            TemporaryCourse.Shown(MimeBundle.Html, StillImage.Put(html, "<svg/>")))];
        Course.With("01-page.ipynb", Code("1", figures)).Build();
        string page = Course.Read("01-page.html");

        page.ShouldContain(Drawing.Replace(Place, "", StringComparison.Ordinal));
        page.ShouldNotContain("<!--still");
        string name = page.Split("src=\"assets/stills/")[1].Split('"')[0];
        Assert.Equal("<svg/>", Course.Read("assets/stills/" + name));
        page.ShouldContain(
            $"<img class=\"nn-still\" alt=\"Loss falls.\" src=\"assets/stills/{name}\" loading=\"lazy\" />"
        );
    }

    [Fact]
    public void On_a_page_a_still_has_its_size_so_that_nothing_moves_when_it_is_loaded()
    {
        string svg = "<svg class=\"main-svg\" width=\"720\" height=\"420\" style=\"color:#000\"></svg>";
        Course.With("01-page.ipynb", Code("1", TemporaryCourse.Shown(MimeBundle.Html, StillImage.Put(Chart, svg))))
            .Build();

        Course.Read("01-page.html").ShouldContain(".svg\" width=\"720\" height=\"420\" loading=\"lazy\" />");
    }

    [Fact]
    public void On_an_untrusted_page_the_still_replaces_a_chart_and_a_drawing_is_shown_once()
    {
        Course.With("01-page.ipynb", ((string[])[Drawing, Chart]).Select((html, i) =>
            (Cell)new CodeCell($"cell-{i}", "1")
            {
                Outputs = { TemporaryCourse.Shown(MimeBundle.Html, StillImage.Put(html, "<svg/>")) },
            }).ToArray()).Build(new() { IsUntrusted = true });
        string page = Course.Read("01-page.html");

        Assert.Equal(2, page.Split("<img").Length);
        page.ShouldContain("<path", "alt=\"Loss falls.\"");
    }

    private string? Draw(HeadlessBrowser? browser, params string[] figures)
    {
        Course.With(
            "01-page.ipynb",
            [.. figures.Select((html, i) => new CodeCell($"cell-{i}", "1")
            {
                Outputs = { TemporaryCourse.Shown(MimeBundle.Html, html) },
            })]);
        return Stills.Draw(Course.Notebooks, _written.Add, browser, CancellationToken.None);
    }

    private string? Unchanged(HeadlessBrowser? browser)
    {
        string? sentence = Draw(browser, Drawing, Chart);
        Assert.Empty(_written);
        Assert.All(Shown(), data => Assert.Equal(["text/html"], data.Types));
        return sentence;
    }

    private MimeBundle[] Shown() =>
    [
        .. Notebook.Read(Course.Notebooks[0]).CodeCells.SelectMany(cell => cell.Outputs).Cast<DisplayData>()
            .Select(display => display.Data),
    ];

    private static HeadlessBrowser Browser()
    {
        HeadlessBrowser? browser = HeadlessBrowser.Find();
        Assert.SkipWhen(browser is null, "there is no Chromium");
        return browser!;
    }
}
