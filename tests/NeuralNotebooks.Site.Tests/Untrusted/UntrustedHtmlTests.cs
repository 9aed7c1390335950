using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NeuralNotebooks.Site.Tests;

/// <summary>Sanitized.approved.txt has pieces of HTML, and what is left of them.</summary>
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
    [FactsOf("Untrusted/Sanitized")]
    public void Markup_is_sanitized(string fact) =>
        ApprovedTexts.Answer("Untrusted/Sanitized", fact, html => $"{Clean(html.Text)}\n");

    [Fact]
    public void Deep_nesting_neither_overflows_the_stack_nor_takes_long() =>
        AssertHarmless(Clean(string.Concat(Enumerable.Repeat("<div><svg>", 5_000)) + "<img src=x onerror=pwned()>"));

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
