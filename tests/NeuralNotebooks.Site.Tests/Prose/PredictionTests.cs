using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace NeuralNotebooks.Site.Tests;

/// <summary>Tests how predictions are read from Markdown, and what a page without scripts shows before its reader opens
/// an answer. tests/Browser/predict.test.js tests the forms.</summary>
public sealed class PredictionTests
{
    private const string Chart = "<div class=\"nn-picture\" data-nn-picture=\"1\">the chart</div>";

    [Theory]
    [Cases(
        "0.05", 0.05, "difference", " 2e-3 ", 0.002, "difference", "20 %", 20.0, "percent", "20%", 20.0, "percent",
        " 20 % ", 20.0, "percent", "factor 3", 3.0, "factor", "factor  1.5 ", 1.5, "factor")]
    public void A_tolerance_has_three_forms(string text, double limit, string measure) =>
        Assert.Equal(new Tolerance(limit, measure), Tolerance.In(text));

    [Theory]
    [Cases("", "some", "factor", "factor 3 %", "20 %%", "% 20", "0,5", "∞")]
    public void Any_other_tolerance_cannot_be_read(string text) => Assert.Null(Tolerance.In(text));

    [Fact]
    public void The_script_reads_what_is_asked_from_one_attribute()
    {
        string page = PageOf(Text("""
            > **Predict.** How many?

            <!-- <details data-number="1"> -->
            <Details data-choices="a > b | *c &quot;d&quot;"><summary>A</summary></details>
            <details data-number="3.30" data-tolerance="20 % " data-unit="cm" data-later><summary>B</summary></details>
            <details data-number="one"><summary>C</summary></details>
            """));

        IHtmlCollection<IElement> answers = new HtmlParser().ParseDocument(page).QuerySelectorAll("article details");
        Prediction?[] asked =
        [
            .. answers.Select(answer => JsonSerializer.Deserialize<Prediction>(
                answer.GetAttribute("data-nn-question") ?? "null", JsonSerializerOptions.Web)),
        ];
        Assert.Equal(["a > b", "c \"d\""], asked[0]!.Choices);
        Assert.Equal(["c \"d\""], asked[0]!.Right);
        Assert.Equal(
            ("3.30", new Tolerance(20, "percent"), "cm"), (asked[1]!.Number, asked[1]!.Tolerance, asked[1]!.Unit));
        Assert.Equal([false, true, null], asked.Select(one => one?.IsLater));
    }

    [Theory]
    [InlineData("<details data-curve=\"α = 0.1\" data-from=\"1e-4\" data-to=\" 20 \">", "α = 0.1", 1e-4, 20.0)]
    [InlineData("<details data-curve>", "", null, null)]
    public void A_curve_has_the_name_of_a_line_and_two_ends(string html, string name, double? from, double? to) =>
        Assert.Equal((name, from, to), (Only(html).Curve, Only(html).From, Only(html).To));

    [Fact]
    public void A_hint_and_a_text_that_opens_with_the_answer_ask_for_nothing() =>
        Assert.Empty(In("<details><summary>Hint</summary></details><details data-answer></details>"));

    [Theory]
    [InlineData("data-number=\"0,37\"", "data-number=\"0,37\" is not a number, as 0.37 or 1e-12 is")]
    [InlineData("data-number=\"∞\"", "data-number=\"∞\" is not a number, as 0.37 or 1e-12 is")]
    [InlineData(
        "data-number=\"1\" data-tolerance=\"some\"",
        "data-tolerance=\"some\" is none of the three forms 0.05, 20 % and factor 3")]
    [InlineData(
        "data-choices=\"yes | no\"",
        "data-choices needs two or more choices between signs |, and a star before the right one")]
    [InlineData(
        "data-choices=\"*yes\"",
        "data-choices needs two or more choices between signs |, and a star before the right one")]
    [InlineData(
        "data-curve=\"loss\"",
        "data-curve needs data-from and data-to, the ends of its vertical axis, such as 0.001 and 10")]
    [InlineData(
        "data-curve data-from=\"1\" data-to=\"1\"",
        "data-curve needs data-from and data-to, the ends of its vertical axis, such as 0.001 and 10")]
    [InlineData(
        "data-curve data-from=\"0\" data-to=\"1,5\"",
        "data-curve needs data-from and data-to, the ends of its vertical axis, such as 0.001 and 10")]
    public void The_page_reports_what_is_wrong_with_an_answer(string attributes, string problem)
    {
        using var course = new TemporaryCourse();
        course.With("n.ipynb", Text("# T"), Text(
            $"> **Predict.** How many?\n\n<details {attributes}><summary>A</summary>\n\nB\n\n</details>"));
        course.Build(new() { Node = "no-such-program" });

        Assert.Contains(course.Report.Problems, found => found.ToString().Contains(problem));
    }

    [Fact]
    public void An_untrusted_page_has_folded_answers_without_attributes()
    {
        using var course = new TemporaryCourse();
        course.With("n.ipynb", Text("# T"), Text("""
            > **Predict.** How many?

            <details data-number="1" data-curve="x" data-answer="y" open><summary>Answer</summary>

            One.

            </details>
            """)).Build(new() { Node = "no-such-program", IsUntrusted = true });
        IElement answer = new HtmlParser().ParseDocument(course.Read("n.html")).QuerySelector("article details")!;

        Assert.DoesNotContain(
            answer.Attributes, attribute => attribute.Name.StartsWith("data-", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_the_tag_nothing_is_folded() =>
        Assert.Equal(
            "T Predict How many? 1 one It is one.",
            Before(Text("> **Predict.** How many?"), Code("1", Html("<b>one</b>")), Text("It is one.")));

    [Fact]
    public void A_progress_bar_is_not_an_answer() =>
        Assert.Equal(
            "T Predict How many? Fit(net); 50 % Plot(net) Show without a guess",
            Before(
                Text("> **Predict.** How many?"),
                Answer("Fit(net);", TemporaryCourse.WithFacts("<div>50 %</div>", new() { ["progress"] = true })),
                Answer("Plot(net)", Html(Chart))));

    [Fact]
    public void Cells_that_check_an_answer_and_cells_that_have_failed_are_not_folded()
    {
        Assert.EndsWith(
            "Check(F) no",
            Before(Text("> **Predict.** Why?"), Answer("Check(F)", TemporaryCourse.Verdict("no"))));
        Assert.Contains("InvalidOperationException", Before(
            Text("> **Predict.** Why?"),
            Answer("1", Html("<b>one</b>")),
            Answer("throw", TemporaryCourse.Failure("InvalidOperationException", "no"))));
    }

    private static Prediction Only(string html) => Assert.Single(In(html));

    private static IEnumerable<Prediction> In(string html) =>
        HtmlTree.Parse(html, runsScripts: true).QuerySelectorAll("details").Select(Prediction.Of).OfType<Prediction>();

    private static CodeCell Answer(string source, params Output[] outputs) =>
        TemporaryCourse.Tagged(["answer"], source, outputs);

    private static DisplayData Html(string html) => TemporaryCourse.Shown("text/html", html);

    /// <summary>The visible words of a page before the reader opens a folded part.</summary>
    private static string Before(params Cell[] cells)
    {
        using var course = new TemporaryCourse();
        course.With("n.ipynb", [Text("# T"), .. cells]).Build(new() { Node = "no-such-program" });
        IDocument page = new HtmlParser().ParseDocument(course.Read("n.html"));
        foreach (IElement folded in page.QuerySelectorAll("article details"))
            foreach (INode part in folded.ChildNodes.Where(part => part is not IElement { LocalName: "summary" })
                .ToList())
                part.RemoveFromParent();
        foreach (IElement hidden in page.QuerySelectorAll(".skip, .claims"))
            hidden.Remove();
        return page.QuerySelector("article")!.TextContent.OnOneLine();
    }
}
