using System.Xml.Linq;
using static NeuralNotebooks.Site.Tests.TemporaryCourse;

namespace NeuralNotebooks.Site.Tests;

public sealed class ProseTests
{
    [Fact]
    public void A_prediction_prompt_is_an_aside_with_its_label()
    {
        XElement aside = Body("> **Predict.** How many?\n>\n> And why?").Descendants("aside").Single();
        Assert.Equal("prompt", (string?)aside.Attribute("class"));
        Assert.Equal(["Predict", "How many?", "And why?"], aside.Elements("p").Select(p => p.Value));
    }

    [Theory]
    [Cases("> **Careful.** A quotation.", "> Predict. Not in bold.", "> *Predict.* In italics.")]
    public void Any_other_block_quote_stays_one(string markdown)
    {
        XElement body = Body(markdown);
        Assert.Single(body.Descendants("blockquote"));
        Assert.Empty(body.Descendants("aside"));
    }

    [Theory]
    [Cases(
        "<details><summary>Hint</summary>Think of **two**.</details>",
        "<details>\n<summary>Hint</summary>\nThink of **two**.\n</details>",
        "<details>\n<summary>Hint</summary>\n\nThink of **two**.\n\n</details>",
        "Before.\n<details><summary>Hint</summary>\n\nThink of **two**.</details>\nAfter."
    )]
    public void What_is_folded_is_Markdown_however_it_is_written(string markdown)
    {
        XElement details = Body(markdown).Descendants("details").Single();
        Assert.Equal("Hint", details.Element("summary")!.Value);
        Assert.Equal("two", details.Descendants("strong").Single().Value);
    }

    [Fact]
    public void Folded_text_may_hold_code_and_formulas_and_the_next_one_follows_it()
    {
        XElement body = Body(
            "<details><summary>A "
                + "`hint`</summary>One</details>\n<details><summary>Solution</summary>\n```csharp\nint x = 1; "
                + "// </details>\n```\n$$x$$\n</details>\nAfter."
        );
        XElement[] details = [.. body.Descendants("details")];
        Assert.Equal(2, details.Length);
        Assert.Empty(details[0].Descendants("details"));
        Assert.Equal("hint", details[0].Element("summary")!.Element("code")!.Value);
        Assert.Equal("int x = 1; // </details>", details[1].Descendants("pre").Single().Value);
        Assert.Single(details[1].Descendants("div"), div => (string?)div.Attribute("class") == "formula");
        Assert.Equal("After.", details[1].ElementsAfterSelf("p").Single().Value);
    }

    [Fact]
    public void A_mention_of_the_tag_in_a_code_fence_or_a_sentence_is_text()
    {
        XElement body = Body(
            "The tag `</details>` closes it.\n\n```html\n<details><summary>S</summary>T</details>\n```\n"
        );
        Assert.Empty(body.Descendants("details"));
        Assert.Equal("<details><summary>S</summary>T</details>", body.Descendants("pre").Single().Value);
    }

    [Fact]
    public void Headings_keep_formulas_and_code_and_lose_links_in_the_contents()
    {
        string page = PageOf(Text("# T\n\n## The `×` gate and [σ](https://example.org)\n\n## Second\n"));
        XElement contents = Xml(page).Descendants("nav").First();
        XElement link = contents.Descendants("a").First();
        Assert.Equal("The × gate and σ", link.Value);
        Assert.Empty(link.Descendants("a"));
        Assert.Equal("×", link.Element("code")!.Value);
    }

    [Theory]
    [Cases(new[] { 2, 3, 3, 2 }, new[] { 3, 2, 3, 4, 2 }, new[] { 2, 4, 3, 3, 4, 2, 2, 3 }, new[] { 4, 4, 5, 5, 4 })]
    public void The_contents_nest_for_any_order_of_levels(int[] levels)
    {
        string markdown =
            "# T\n\n" + string.Concat(levels.Select((level, i) => $"{new string('#', level)} Part {i}\n\n"));
        XElement contents = Xml(PageOf(Text(markdown))).Descendants("nav").First();
        int top = levels.Min();
        Assert.Equal(
            levels.Index().Where(x => x.Item <= top + 1).Select(x => $"Part {x.Index}"),
            contents.Descendants("a").Select(a => a.Value)
        );
    }

    [Fact]
    public void Quotation_marks_are_printed_ones_outside_code_and_formulas()
    {
        XElement body = Body("The notes' \"average\" and `\"code\"` and $g'(z)$.");
        string text = body.Descendants("p").First().Value;
        text.ShouldStartWith("The notes’ “average” and \"code\" and ");
    }

    [Theory]
    [Cases("*25 minutes · after 02*", "**Notebook 05** · 25 minutes · after 02")]
    public void A_line_in_italics_or_with_the_number_under_the_title_is_its_meta_line(string line)
    {
        XElement body = Body($"# T\n\n{line}\n\nText.\n");
        body.Descendants("p")
            .Single(p => (string?)p.Attribute("class") == "meta")
            .Value.ShouldEndWith("25 minutes · after 02");
    }

    [Theory]
    [InlineData("*Notebook 03 · about 50 minutes · notes*", "about 50 minutes")]
    [InlineData("**Notebook 05** · two sittings of about 45 minutes: A, B", "two sittings of about 45 minutes")]
    [InlineData("*20–25 min*", "20–25 min")]
    public void The_index_says_how_long_a_notebook_takes_in_its_own_words(string line, string duration)
    {
        using var course = new TemporaryCourse();
        course.With("1.ipynb", Text($"# T\n\n{line}\n\nText.\n")).Build();
        Assert.Equal(
            duration,
            course.Parse("index.html").Descendants("p").Single(p => (string?)p.Attribute("class") == "duration").Value
        );
    }

    [Fact]
    public void A_notebook_without_a_title_is_called_by_its_name()
    {
        using var course = new TemporaryCourse();
        course.With("04-many_layers-of-it.ipynb", Text("Text only.")).Build();
        Assert.Equal("many layers of it", course.Parse("04-many_layers-of-it.html").Descendants("h1").Single().Value);
    }

    [Fact]
    public void An_empty_notebook_is_a_page()
    {
        using var course = new TemporaryCourse();
        course.With("empty.ipynb").Build();
        Assert.Equal("empty", course.Parse("empty.html").Descendants("h1").Single().Value);
    }

    private static XElement Body(string markdown) => Xml(PageOf(Text(markdown))).Descendants("article").Single();
}
