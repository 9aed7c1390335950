namespace NeuralNotebooks.Site.Tests;

public sealed class FormulaTests : CourseTests
{
    private static readonly SiteOptions _withoutNode = new() { Node = "no-such-program" };

    [Fact]
    public void Formulas_are_typeset_in_the_build_as_html_and_as_mathml_for_screen_readers()
    {
        Availability.NeedsKatex();
        Course.With("1.ipynb", Text("# T\n\n$x_1$ and\n\n$$\\frac{a}{b}$$\n")).Build();
        XElement page = Course.Parse("1.html");
        Assert.Equal(2, page.Descendants().Count(element => element.Name.LocalName == "math"));
        Assert.Single(page.Descendants(), element => element.Name.LocalName == "mfrac");
        Assert.Single(page.Descendants("span"), span => (string?)span.Attribute("class") == "katex-display");
        Course.Read("1.html").ShouldNotContain("katex.min.js");
        Assert.False(Course.Has("assets/katex.min.js"));
    }

    [Theory]
    [Cases("no-such-program", "", "dotnet", "dotnet failed ")]
    public void Without_node_or_if_it_fails_the_browser_typesets_formulas_whose_source_is_readable(
        string node, string reported)
    {
        Course.With("1.ipynb", Text("$x_1$")).Build(new() { Node = node });
        string page = Course.Read("1.html");
        page.ShouldContain("<span class=\"tex\" data-nn-tex=\"x_1\">$x_1$</span>", "katex.min.js");
        Assert.Equal(EmbeddedAssets.HasKatex, Course.Has("assets/katex.min.js"));
        Assert.Equal(
            EmbeddedAssets.HasKatex ? reported : "",
            string.Concat(Course.Report.Problems.Select(problem => problem.Message.Split('(')[0])));
    }

    [Fact]
    public void A_formula_with_a_mistake_is_reported_with_notebook_and_place_and_shown_as_source()
    {
        Availability.NeedsKatex();
        Course.With("07-x.ipynb", Text("# T"), Code("1"), Text("Good $x$, bad $\\frac{a}{$."), Code("2")).Build();
        SiteProblem problem = Assert.Single(Course.Report.Problems);
        Assert.Equal("07-x.ipynb, text after cell 1", $"{problem.Notebook}, {problem.Place}");
        problem.Message.ShouldContain("$\\frac{a}{$");
        Course.Read("07-x.html").ShouldContain("mistaken", "class=\"katex\"");
    }

    [Fact]
    public void A_formula_cannot_break_out_of_the_program_that_typesets_it()
    {
        Availability.NeedsKatex();
        string[] odd = ["\\text{\"); process.exit(3); (\"}", "\\text{</script>}", "\\text{ü€😀}", "\\text{`\\{1\\}`}"];
        Course.With("1.ipynb", Text(string.Join("\n\n", odd.Select(tex => $"$${tex}$$")))).Build();
        Assert.Empty(Course.Report.Problems);
        IEnumerable<XElement> spans = Course.Parse("1.html").Descendants("span");
        Assert.Equal(4, spans.Count(span => (string?)span.Attribute("class") == "katex-display"));
    }

    [Theory]
    [Cases("a $x +\ny$ b", "$\\alpha\n\\beta$", "- item $a\n  = b$ c", "> quoted $a\n> b$ c", "a $$x\n= y$$ b")]
    public void A_formula_in_a_paragraph_may_be_broken_over_lines(string text)
    {
        Course.With("1.ipynb", Text(text)).Build(_withoutNode);
        Assert.Contains('\n', Assert.Single(Tex("1.html")));
    }

    [Theory]
    [Cases(
        "a $ x $ b", 1, @"so $$\text{if $x>0$}$$ holds", 1, @"$x$ and $\$5$s", 2,
        "from $5\nto $6", 0, "from $5,\nthen $ alone", 0, "it has cost $5\nor 6$7", 0)]
    public void A_formula_may_have_spaces_or_dollar_signs_in_it_and_amounts_of_money_are_none(string text, int formulas)
    {
        Course.With("1.ipynb", Text(text)).Build(_withoutNode);
        Assert.Equal(formulas, Tex("1.html").Count());
    }

    [Theory]
    [Cases("align", "align*", "equation", "gather*", "aligned", "bmatrix", "cases", "alignat")]
    public void An_environment_without_dollar_signs_is_a_display_formula(string name)
    {
        string begin = name == "alignat" ? $"\\begin{{{name}}}{{2}}" : $"\\begin{{{name}}}";
        string tex = $"{begin}\na_1 &= b_1 \\\\\n- c_2 &= *d*\n\\end{{{name}}}";
        Course.With(
            "1.ipynb", Text($"# T\n\n{tex}\n\nThen"), Text($"1. item\n\n   {tex.Replace("\n", "\n   ")}"), Text(tex)
        ).Build(_withoutNode);

        string[] shown = [.. Tex("1.html")];
        Assert.Equal([$"$${tex}$$", $"$${tex}$$", $"$${tex}$$"], shown);
        Course.Read("1.html").ShouldContain("<p>Then</p>");
    }

    [Fact]
    public void An_environment_may_begin_below_a_line_of_text_and_end_with_punctuation()
    {
        const string Formula = "\\begin{align}\na &= b \\\\\n&= c\n\\end{align}.";
        Course.With("1.ipynb", Text($"So\n{Formula}\nThen"), Text("In a line: \\begin{align} x_1 \\end{align} ends."))
            .Build(_withoutNode);

        Assert.Equal([$"$${Formula}$$"], Tex("1.html"));
    }

    [Theory]
    [Cases("\\begin{align} a &= b", "\\begin{itemize} \\end{itemize}", "`\\begin{align} a \\end{align}`", "\\begin{")]
    public void What_is_not_an_environment_of_mathematics_stays_text(string markdown)
    {
        Course.With("1.ipynb", Text($"Text {markdown}\n\n{markdown}\n\n**Next**")).Build(_withoutNode);

        Assert.Empty(Tex("1.html"));
        Course.Read("1.html").ShouldContain("<strong>Next</strong>");
    }

    [Fact]
    public void A_command_that_a_formula_defines_is_known_in_the_later_formulas_of_its_page()
    {
        Availability.NeedsKatex();
        string[] defined =
        [
            @"$\newcommand{\E}{\mathbb{E}}$", @"$\newcommand{\E}{\mathbb{F}}$", @"$\renewcommand{\unknown}{u}$",
            @"$\def\half#1{\frac{#1}{2}}$", @"$\DeclareMathOperator*{\best}{best}$",
            @"$\newcommand*{\norm}[1]{\|#1\|}$", @"$\providecommand{\once}{o}$",
        ];
        Course.With(
            "1.ipynb",
            Text("# T\n\n" + string.Join('\n', defined)),
            Text(@"## About $\E$" + "\n\n" + @"$\unknown$ $\half{x}$ $\best_x$ $\norm{x}$ $\once$"),
            Code("1", Shown("text/latex", @"$\E[X]$")));
        Course.With("2.ipynb", Text(@"$\E$")).Build();

        Assert.Equal(
            ["2.ipynb, text before cell 1"],
            Course.Report.Problems.Select(problem => $"{problem.Notebook}, {problem.Place}"));
        Course.Read("1.html").ShouldContain("<mi mathvariant=\"double-struck\">F</mi>");
    }

    [Theory]
    [Cases(@"\rule{1000em}{1000em}", @"\hspace{1000em}", @"\kern{1000em}")]
    public void A_length_in_a_formula_is_limited(string tex)
    {
        Availability.NeedsKatex();
        string page = Course.With("1.ipynb", Text($"${tex}$")).Build(new() { IsUntrusted = true }).Read("1.html");

        page.ShouldContain("50em", "<body class=\"notebook untrusted\">");
        page.ShouldNotContain(":1000em");
    }

    [Fact]
    public void A_formula_that_takes_long_costs_only_its_own_page()
    {
        Availability.NeedsKatex();
        Formula[] formulas = [new(new('x', 3_000_000), false, "1"), new("y", false, "1"), new("y", false, "2")];

        Assert.Equal(
            [false, false, true],
            Katex.TypesetAll(formulas, "node", _ => { }, TestContext.Current.CancellationToken)!
                .Select(typeset => typeset.Html is not null));
    }

    [Fact]
    public void What_one_text_of_feedback_defines_is_not_known_in_another()
    {
        Availability.NeedsKatex();
        var prose = new StandaloneProse();
        Html texts = $"{prose.Add(@"$\renewcommand{\alpha}{\beta}$")}{prose.Add(@"$\alpha$")}";

        (string page, _) = prose.Typeset(texts, TestContext.Current.CancellationToken);

        page.ShouldContain("<mi>α</mi>");
    }

    /// <summary>The sources of the formulas of a page that is not typeset.</summary>
    private IEnumerable<string> Tex(string page) =>
        Course.Parse(page).Descendants("span")
            .Where(span => ((string?)span.Attribute("class"))?.Split(' ')[0] == "tex")
            .Select(span => span.Value);
}
