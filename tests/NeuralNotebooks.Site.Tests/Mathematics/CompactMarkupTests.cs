namespace NeuralNotebooks.Site.Tests;

public sealed class CompactMarkupTests
{
    private const string Sheet =
        "@font-face{src:url(fonts/A.woff2) format(\"woff2\")}.katex .vlist>span:not(.flat){top:.3em}.katex "
        + ".flat,.katex .vlist{display:block}";

    private const string Style = "style=\"height:1em;top:-.2em;\"";
    private const string Vlist = ".katex ._1>span:not(._2){top:.3em}.katex ._1{display:block}";

    /// <summary>Classes without a rule are removed and the others renamed. A style attribute becomes a rule, once for
    /// all formulas, that overrides other rules. The style sheet keeps only rules that match the formulas.</summary>
    [Theory]
    [Cases(
        "<span class=\"flat\">x</span>", "<span class=\"_1\">x</span>", ".katex ._1{display:block}",
        "<span class=\"vlist\">x</span>", "<span class=\"_1\">x</span>", Vlist,
        "<span class=\"mord\">x</span>", "<span>x</span>", "",
        "<span class=\"katex\"><span class=\"mord flat\">x</span><span class=\"mord\">y</span></span>",
            "<span class=\"katex\"><span class=\"_1\">x</span><span>y</span></span>",
            ".katex ._1{display:block}",
        $"<span class=\"vlist\" {Style}>x</span>|<span {Style} aria-hidden=\"true\">y</span>",
            "<span class=\"_1 _3\">x</span>|<span class=\"_3\" aria-hidden=\"true\">y</span>",
            Vlist + ".katex ._3{height:1em!important;top:-.2em!important}"
    )]
    public void Markup_and_style_sheet_are_shortened_consistently(string markup, string expected, string rules)
    {
        var compact = new CompactMarkup([.. markup.Split('|').Select(html => new TypesetFormula(html))], Sheet);
        Assert.Equal(expected, string.Join('|', compact.Formulas.Select(formula => formula.Markup)));
        Assert.Equal("@font-face{src:url(fonts/A.woff2) format(\"woff2\")}" + rules, compact.StyleSheet);
    }

    [Fact]
    public void A_formula_with_a_mistake_stays_as_it_is()
    {
        TypesetFormula mistaken = TypesetFormula.WithError(new("x", Display: true), "why");
        Assert.Same(mistaken, new CompactMarkup([mistaken], Sheet).Formulas[0]);
    }

    [Fact]
    public void Every_class_of_a_real_formula_has_its_rule()
    {
        Availability.NeedsKatex();
        string sheet = Katex.StyleSheet!;
        var compact = new CompactMarkup(
            Katex.Typeset([new("\\sqrt{\\frac{a_1^2}{b}}", Display: true)], "node", CancellationToken.None)!,
            sheet
        );
        IEnumerable<string> classes = System
            .Text.RegularExpressions.Regex.Matches(compact.Formulas[0].Markup, "class=\"([^\"]*)\"")
            .SelectMany(match => match.Groups[1].Value.Split(' '))
            .Distinct();
        Assert.All(classes, name => compact.StyleSheet.ShouldContain("." + name));
        Assert.InRange(compact.StyleSheet.Split('{').Length, 1, sheet.Split('{').Length / 2);
    }
}
