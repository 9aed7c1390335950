namespace NeuralNotebooks.Site.Tests;

public sealed class FigureScriptsTests : CourseTests
{
    private const string Data = "<script type=\"application/json\">{\"data\":[]}</script>";

    [Fact]
    public void A_page_has_the_data_of_its_figures_and_the_site_has_the_scripts_once()
    {
        Course.With("01-page.ipynb", Code("1", Shown("text/html", Data))).With("02-page.ipynb", Code("1"));
        Course.SourceFile("kit/plotly-cartesian.min.js", "window.Plotly = 1;");
        Course.Build(new() { KitFolder = Path.Combine(Course.Source, "kit") });

        string plotly = Path.GetFileName(
            Assert.Single(Directory.GetFiles(Path.Combine(Course.Site, "assets"), "plotly-*.js")));
        Assert.Equal("window.Plotly = 1;", Course.Read("assets/" + plotly));
        Course.Read("assets/figures.js").ShouldContain("window.nnFigures = ");
        Course.Read("01-page.html").ShouldContain(Data);
        Assert.All(["01-page.html", "02-page.html"], page => Assert.Matches(
            $"src=\"assets/figures\\.js\\?v=[0-9a-f]+\" data-nn-plotly=\"assets/{plotly}\"", Course.Read(page)));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(", \"picture\": \"figure.svg\"", false)]
    public void The_first_page_has_the_script_only_if_it_shows_an_output(string picture, bool hasScript)
    {
        Course.With("01-page.ipynb", new CodeCell("figure", "1") { Outputs = { Shown("text/html", Data) } });
        Course.SourceFile("course.json", $$"""{ "shown": { "cell": "01-page.ipynb#figure"{{picture}} } }""");

        Assert.Equal(hasScript, Course.Build().Read("index.html").Contains("assets/figures.js"));
    }

    [Fact]
    public void The_scripts_of_a_notebook_are_not_on_its_page()
    {
        DisplayData scripts = new(
            new MimeBundle { { MimeBundle.Html, "<script>own</script>" } }, new() { ["nn_scripts"] = true }, null);

        TemporaryCourse.PageOf(Code("1", scripts, Shown("text/html", Data))).ShouldContain(Data);
        TemporaryCourse.PageOf(Code("1", scripts)).ShouldNotContain("<script>own");
    }

    /// <summary>Any assembly with a script as a resource will do.</summary>
    [Fact]
    public void The_complete_plotly_js_is_a_file_that_pages_load_only_for_charts_that_need_it()
    {
        Course.With("01-page.ipynb", Code("1", Shown("text/html", Data)));
        Course.SourceFile("kit/any", "");
        string kit = Path.Combine(Course.Source, "kit");
        File.Copy(typeof(FigureScripts).Assembly.Location, Path.Combine(kit, "Plotly.NET.dll"));
        Course.Build(new() { KitFolder = kit, LiveBundle = Course.Bundle() });

        string file = Path.GetFileName(
            Assert.Single(Directory.GetFiles(Path.Combine(Course.Site, "assets"), "plotly-*.js")));
        Course.Read("assets/" + file).ShouldStartWith("window.nnWholePlotly = (() => {");
        Assert.Single(
            AppDomain.CurrentDomain.GetAssemblies(), loaded => loaded.GetName().Name == "NeuralNotebooks.Site");
        Course.Read("01-page.html").ShouldContain($"data-nn-whole=\"assets/{file}\"");
        Course.Read("01-page.html").ShouldNotContain($"src=\"assets/{file}\"", "data-nn-plotly");
        Course.Read("live/site.json").ShouldContain("assets/figures.js");
        Course.Read("live/site.json").ShouldNotContain("plotly-complete");
    }

    [Fact]
    public void A_kit_whose_Plotly_NET_is_no_assembly_is_named()
    {
        string broken = Course.SourceFile("kit/Plotly.NET.dll", "half of it");
        SiteOptions options = new() { KitFolder = Path.GetDirectoryName(broken) };

        Fails.With<IOException>(broken, () => Course.With("01-page.ipynb", Code("1")).Build(options));
    }

    [Fact]
    public void Without_a_kit_pages_load_no_plotly_js() =>
        Course.With("01-page.ipynb", Code("1")).Build().Read("01-page.html")
            .ShouldNotContain("data-nn-plotly", "data-nn-whole");
}
