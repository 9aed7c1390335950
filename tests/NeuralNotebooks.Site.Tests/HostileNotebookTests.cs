namespace NeuralNotebooks.Site.Tests;

public sealed class HostileNotebookTests : CourseTests
{
    [Theory]
    [Cases(
        "a<", 20_000,
        "(", 60_000,
        "/// <a>\n", 60_000,
        "[a(", 30_000,
        "for(;;)", 60_000,
        "a?b:", 60_000,
        "#if !(", 30_000,
        "$\"{", 30_000)]
    public void Code_that_could_overflow_the_parsers_stack_is_shown_as_source(string piece, int count)
    {
        string code = Many(piece, count).TrimEnd('\n');

        Build(Code(code), Text($"```csharp\n{code}\n```"));

        Assert.Equal([code, code], Course.Parse("01-hostile.html").Descendants("code").Select(shown => shown.Value));
    }

    [Theory]
    [Cases("> ", "…", "- ", "…", "[", "…", "![", "…", "[", "Task\n\n<details><summary>…</summary></details>")]
    public void A_text_that_is_nested_too_deeply_is_shown_as_source(string opening, string around)
    {
        string text = around.Replace("…", Many(opening, 2_000) + "x");

        Build(Text("# T"), Code("1"), TaskText($"## Checkpoint 1\n\n{text}"), Text("## Kept"));

        SiteProblem problem = Assert.Single(Course.Report.Problems);
        Assert.Equal(("01-hostile.ipynb", "text after cell 1"), (problem.Notebook, problem.Place));
        problem.Message.ShouldStartWith("it cannot be rendered, and is shown as it is");
        problem.Message.ShouldContain("depth limit exceeded");
        XElement page = Course.Parse("01-hostile.html");
        Assert.Contains(page.Descendants("code"), code => code.Value == $"## Checkpoint 1\n\n{text}");
        Assert.Empty(page.Descendants("section"));
        Course.Read("01-hostile.html").ShouldNotContain("#checkpoint-1");
        Assert.Equal(["kept"], page.Descendants("h2").Select(heading => (string?)heading.Attribute("id")));
    }

    [Fact]
    public void An_output_that_is_nested_too_deeply_is_left_out_and_the_cells_other_outputs_are_shown()
    {
        Output deep = Shown("text/markdown", Many("> ", 2_000) + "x");

        Build(Code("1", deep, Shown("text/plain", "shown")), Text("*caption*"));

        SiteProblem problem = Assert.Single(Course.Report.Problems);
        Assert.Equal(("01-hostile.ipynb", "cell 1"), (problem.Notebook, problem.Place));
        problem.Message.ShouldStartWith("an output cannot be rendered, and is left out: ");
        Course.Read("01-hostile.html")
            .ShouldContain("<pre class=\"value\">shown</pre>", "<figcaption>caption</figcaption>");
    }

    [Fact]
    public void A_front_page_that_cannot_be_rendered_is_left_out_and_reported()
    {
        Course.SourceFile("index.md", "# Lost\n\n" + Many("> ", 2_000) + "x");

        Course.With("01-good.ipynb", Text("# Good")).Build();

        SiteProblem problem = Assert.Single(Course.Report.Problems);
        problem.ToString().ShouldStartWith("index.md, text: it is left out: ");
        Course.Read("index.html").ShouldContain(
            "Good", "<h1 id=\"notebooks\">Notebooks</h1>", "<title>Notebooks</title>");
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_reported_at_its_link()
    {
        string data = Course.SourceFile("data.csv", "1,2");
        using var locked = new FileStream(data, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Course.With("01-hostile.ipynb", Text("[x](data.csv)")).With("02-good.ipynb", Text("# Good")).Build();

        Assert
            .Single(Course.Report.Problems)
            .ToString()
            .ShouldStartWith("01-hostile.ipynb, text before cell 1: the file data.csv cannot be read: ");
        Assert.True(Course.Has("02-good.html"));
    }

    [Fact]
    public void A_cancellation_ends_the_build_and_is_not_reported_as_a_problem_of_a_cell()
    {
        var report = new PageReport("a.ipynb");

        Assert.Throws<OperationCanceledException>(() => report.Try("it", () => throw new OperationCanceledException()));
        Action fail = () => throw new InsufficientMemoryException();
        Assert.Throws<InsufficientMemoryException>(() => report.Try("it", fail));
        Assert.Empty(report.Problems);
    }

    private void Build(params Cell[] cells)
    {
        Course.With("01-hostile.ipynb", cells).With("02-good.ipynb", Text("# Good"));
        Course.Build(new() { Node = "no-such-program" });
        Course.Read("02-good.html").ShouldContain("Good");
    }

    private static string Many(string piece, int count) => string.Concat(Enumerable.Repeat(piece, count));
}
