namespace NeuralNotebooks.Site.Tests;

public sealed class CompactMarkupTests
{
    private const string Sheet =
        "@font-face{src:url(fonts/A.woff2) format(\"woff2\")}.katex .vlist>span:not(.flat){top:.3em}.katex "
        + ".flat,.katex .vlist{display:block}";

    [Fact]
    public void Classes_without_a_rule_are_dropped_and_the_others_are_renamed_in_the_markup_as_in_the_style_sheet()
    {
        CompactMarkup compact = Compact(
            """<span class="katex"><span class="mord flat">x</span><span class="mord">y</span></span>"""
        );
        Assert.Equal(
            """<span class="katex"><span class="_1">x</span><span>y</span></span>""",
            compact.Formulas[0].Markup
        );
        compact.StyleSheet.ShouldEndWith("}.katex ._1{display:block}");
    }

    [Theory]
    [InlineData("flat", ".katex ._1{display:block}")]
    [InlineData("vlist", ".katex ._1>span:not(._2){top:.3em}.katex ._1{display:block}")]
    [InlineData("mord", "")]
    public void The_style_sheet_has_the_rules_for_what_a_formula_has(string name, string rules) =>
        Assert.Equal(
            "@font-face{src:url(fonts/A.woff2) format(\"woff2\")}" + rules,
            Compact($"""<span class="{name}">x</span>""").StyleSheet
        );

    [Fact]
    public void A_style_attribute_becomes_a_rule_that_outranks_the_others_once_for_all_formulas()
    {
        CompactMarkup compact = Compact(
            """<span class="vlist" style="height:1em;top:-.2em;">x</span>""",
            """<span style="height:1em;top:-.2em;" aria-hidden="true">y</span>"""
        );
        Assert.Equal("""<span class="_1 _3">x</span>""", compact.Formulas[0].Markup);
        Assert.Equal("""<span class="_3" aria-hidden="true">y</span>""", compact.Formulas[1].Markup);
        compact.StyleSheet.ShouldEndWith("}.katex ._3{height:1em!important;top:-.2em!important}");
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
        string sheet = SharedAssets.KatexStyleSheet!;
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

    private static CompactMarkup Compact(params string[] markup) =>
        new([.. markup.Select(html => new TypesetFormula(html))], Sheet);
}
