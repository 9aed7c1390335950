using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NeuralNotebooks.Site.Tests;

public sealed class UntrustedHtmlTests : CourseTests
{
    private static readonly string[] _elements = (
        "SCRIPT STYLE LINK META BASE IFRAME FRAME OBJECT EMBED FORM INPUT BUTTON TEMPLATE NOSCRIPT ANIMATE SET USE "
        + "FOREIGNOBJECT ANNOTATION-XML VIDEO AUDIO SOURCE PORTAL IMAGE"
    ).Split(' ');

    private static readonly string[] _attributes =
        "srcdoc srcset action formaction background xlink:href contenteditable data-nn-cell".Split(' ');

    public static TheoryData<string> Attacks => [.. Tests.Attacks.All];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void An_attack_leaves_nothing_that_runs(string attack)
    {
        string clean = Clean(attack);

        AssertHarmless(clean);
        Assert.Equal(clean, Clean(clean)); // Sanitizing is idempotent.
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public void An_attack_inside_other_markup_leaves_nothing_that_runs(string attack)
    {
        string[] frames =
        [
            "<svg>{0}</svg>",
            "<math><mi>{0}</mi></math>",
            "<table><tr>{0}</tr></table>",
            "<details><summary>{0}</summary></details>",
            "<p title=\"{0}\">",
            "<a href=x>{0}</a>",
            "<!-- {0}",
        ];
        foreach (string frame in frames)
            AssertHarmless(Clean(frame.Replace("{0}", attack)));
    }

    [Theory]
    [InlineData("<b>bold</b> <em>x</em><br>", "<b>bold</b> <em>x</em><br />")]
    [InlineData(
        "<table style=\"border-collapse: collapse\"><tbody><tr><td style=\"background: rgb(1,2,3); position: "
            + "fixed\" colspan=\"2\">1</td></tr></tbody></table>",
        "<table style=\"border-collapse: collapse\"><tbody><tr><td style=\"background: rgb(1,2,3)\" "
            + "colspan=\"2\">1</td></tr></tbody></table>")]
    [InlineData(
        "<svg viewBox=\"0 0 9 9\"><path d=\"M0 0\" fill=\"red\"></path></svg>",
        "<svg viewBox=\"0 0 9 9\"><path d=\"M0 0\" fill=\"red\"></path></svg>")]
    [InlineData("<svg><title>A &lt;b&gt; c</title></svg>", "<svg><title>A &lt;b&gt; c</title></svg>")]
    [InlineData("<math><mfrac><mi>a</mi><mn>2</mn></mfrac></math>", "<math><mfrac><mi>a</mi><mn>2</mn></mfrac></math>")]
    [InlineData(
        "<a href=\"https://example.org/?a=1&amp;b=2\">x</a>",
        "<a href=\"https://example.org/?a=1&amp;b=2\" rel=\"nofollow noopener noreferrer\">x</a>")]
    [InlineData("<a href=\"02-b.html#c\">x</a>", "<a href=\"02-b.html#c\" rel=\"nofollow noopener noreferrer\">x</a>")]
    [InlineData(
        "<img src=\"data:image/png;base64,AAAA\" alt=\"a\">", "<img src=\"data:image/png;base64,AAAA\" alt=\"a\" />")]
    [InlineData("<font color=red>x</font>", "x")]
    [InlineData("1 < 2 && 3 > 2", "1 &lt; 2 &amp;&amp; 3 &gt; 2")]
    public void Harmless_markup_is_kept(string html, string expected) =>
        Assert.Equal(expected, Clean(html));

    [Fact]
    public void Deep_nesting_neither_overflows_the_stack_nor_takes_long() =>
        AssertHarmless(Clean(string.Concat(Enumerable.Repeat("<div><svg>", 5_000)) + "<img src=x onerror=pwned()>"));

    [Theory]
    [Cases(
        "-9px", "calc(-1 * 9px)", "calc(1px - 9px)", "calc(1px - max(500px, 1px))", "calc((1px)-max(500px, 1px))",
        "calc(1px - var(--x))", "calc(1px - pi * 9px)", "calc(5%-min(9px, 8px))")]
    public void A_margin_that_could_be_negative_is_removed(string margin) =>
        Assert.Equal("<p>x</p>", Clean($"<p style=\"margin-top: {margin}\">x</p>"));

    [Theory]
    [Cases("margin-top: var(--gap)", "margin: 1em calc(1px + 2px)", "background: linear-gradient(red, blue)")]
    public void A_style_without_a_minus_sign_is_kept(string style) =>
        Assert.Equal($"<p style=\"{style}\">x</p>", Clean($"<p style=\"{style}\">x</p>"));

    [Theory]
    [Cases(
        "url(//evil.example/x#y)",
        "ur\\6c(//evil.example/x#y)",
        "\\75rl(//evil.example/x#y)",
        "u/**/rl(//evil.example/x#y)",
        "src('//evil.example/x')",
        "red url (x)")]
    public void A_colour_that_could_load_a_file_is_removed(string fill)
    {
        string clean = Clean($"<svg><rect fill=\"{fill}\"></rect></svg>");

        Assert.Equal("<svg><rect></rect></svg>", clean);
    }

    [Theory]
    [Cases(
        "fill=\"var(--ink)\"",
        "fill=\"rgb(1,2,3)\" transform=\"translate(1,2) rotate(3)\"",
        "aria-label=\"f(x) = url(y)\"")]
    public void An_attribute_that_loads_no_file_is_kept(string attributes)
    {
        string html = $"<svg><rect {attributes}></rect></svg>";

        Assert.Equal(html, Clean(html));
    }

    [Fact]
    public void Only_the_ids_of_headings_are_those_that_the_page_assigns()
    {
        Course.With("01-a.ipynb", Text("# A\n\n<h2 id=\"x\">Part</h2>\n<p id=\"search\">b</p>"));
        string page = Course.Build(new SiteOptions { IsUntrusted = true }).Read("01-a.html");

        page.ShouldContain("<h2 id=\"part\">Part<a", "<p>b</p>");
    }

    [Fact]
    public void A_page_of_attacks_in_every_place_has_only_the_scripts_of_the_site()
    {
        foreach ((int i, string attack) in Tests.Attacks.All.Index())
        {
            string line = attack.ReplaceLineEndings(" ");
            Course.With(
                $"{i:00}-attack.ipynb",
                Text($"# {line}\n\n*{line}*\n\nSummary {line}\n\n- item {line}"),
                Text(
                    $"## Part {line}\n\n{attack}\n\n> **Predict.** "
                        + $"{line}\n\n<details><summary>{line}</summary>\n\n{attack}\n\n</details>\n\n"
                        + $"[x](javascript:pwned()) ![y](javascript:pwned()) [z]: {line}\n\n"
                        + $"$x {line}$ \\(y\\)\n\n| a | {line.Replace("|", "")} |\n|--|--|\n| b | c |"),
                Code(attack, [.. ((string[])["text/html", "text/markdown", "image/svg+xml", "image/png", "text/latex",
                    "text/plain"]).Select(type => Shown(type, attack))]),
                Text($"*caption {line}*"));
        }

        Course.Build(new SiteOptions { IsUntrusted = true, Node = "no-such-program" });

        foreach (string page in Directory.GetFiles(Course.Site, "*.html"))
        {
            IHtmlDocument document = Parser().ParseDocument(File.ReadAllText(page));
            Assert.All(
                document.Scripts.Where(script => script.Source is not null),
                script => script.GetAttribute("src").ShouldStartWith("assets/"));
            Assert.All(
                document.Scripts.Where(script => script.Source is null),
                script => Assert.Contains(
                    script.Text, (string[])[PageTemplate.RememberedTheme, NotebookTemplate.FoldOnPhone]));
            AssertHarmless(document.QuerySelector("article")?.InnerHtml ?? document.QuerySelector("main")!.InnerHtml);
            Assert.Single(document.QuerySelectorAll("main"));
            Assert.Single(document.QuerySelectorAll("#search"));
            document.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")
                .ShouldStartWith("default-src 'none'; ");
        }
    }

    [Fact]
    public void A_trusted_site_has_no_policy_and_shows_html_as_it_is()
    {
        string page = PageOf(Code("1", Shown("text/html", "<button onclick=\"x()\">b</button>")));

        page.ShouldNotContain("Content-Security-Policy");
        page.ShouldContain("<button onclick=\"x()\">b</button>");
    }

    [Fact]
    public void An_output_of_scripts_only_is_replaced_by_the_next_best_form_with_a_note()
    {
        var bundle = new Engine.MimeBundle
        {
            { "text/html", "<div><script>draw()</script></div>" },
            { "text/plain", "a picture" },
        };
        string page = Course.With("01-a.ipynb", Code("1", new Engine.DisplayData(bundle, [], null)))
            .Build(new SiteOptions { IsUntrusted = true }).Read("01-a.html");

        page.ShouldContain("An output with scripts was left out.", "<pre class=\"value\">a picture</pre>");
    }

    [Fact]
    public void Markdown_of_an_untrusted_notebook_keeps_its_formatting()
    {
        const string markdown = "## Part\n\n> **Predict.** What?\n\n<details><summary>Hint</summary>\n\n*folded*\n\n"
            + "</details>\n\n```csharp\nvar x = 1;\n```\n\n[to](#part)";
        Course.With("01-a.ipynb", Text("# A"), Text(markdown)).Build(new SiteOptions { IsUntrusted = true });
        string page = Course.Read("01-a.html");

        page.ShouldContain(
            "<h2 id=\"part\">Part<a class=\"anchor\" href=\"#part\"",
            "<aside class=\"prompt\" aria-label=\"Predict\">");
        Assert.Matches("<details><summary>Hint</summary>\\s*<p><em>folded</em></p>\\s*</details>", page);
        page.ShouldContain("<code class=\"language-csharp\">var");
        Assert.Empty(Course.Report.Problems);
    }

    private static string Clean(string html)
    {
        IHtmlElement tree = HtmlTree.Parse(html, runsScripts: false);
        UntrustedHtml.Clean(tree);
        return $"{HtmlTree.Content(tree)}";
    }

    private static HtmlParser Parser() => new(new HtmlParserOptions { IsScripting = true });

    private static void AssertHarmless(string html)
    {
        HtmlParser parser = Parser();
        using IHtmlDocument document = parser.ParseDocument("");
        foreach (IElement element in parser.ParseFragment(html, document.Body!).OfType<IElement>()
            .SelectMany(root => root.DescendantsAndSelf<IElement>()))
        {
            Assert.DoesNotContain(element.LocalName.ToUpperInvariant(), _elements);
            foreach (IAttr attribute in element.Attributes)
            {
                Assert.False(
                    attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase), $"{attribute.Name} in {html}");
                Assert.DoesNotContain(attribute.Name, _attributes);
                if (attribute.Name is "href" or "src")
                    Assert.Matches(
                        "^(?:https?://|mailto:|data:image/(?:png|jpeg|gif|webp|svg\\+xml);base64,|[^:]*$|[^:]*[/?#])",
                        attribute.Value);
                if (attribute.Name == "src")
                    Assert.DoesNotMatch("^(?:https?:|//|\\\\)", attribute.Value);
                if (attribute.Name is "style" or "fill")
                    Assert.DoesNotMatch("(?i)url|expression|position|\\\\", attribute.Value);
            }
        }
    }
}
