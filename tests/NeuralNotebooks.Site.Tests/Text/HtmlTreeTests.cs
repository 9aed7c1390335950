using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NeuralNotebooks.Site.Tests;

public sealed class HtmlTreeTests : CourseTests
{
    /// <summary>HTML that would contain, end or change other parts of the page.</summary>
    private static readonly string[] _open =
    [
        "<!-- todo", "<!--", "<!-- a --> b <!-- c", "<div class=\"note\">open", "<div><div>open</div>", "<b>bold",
        "<p><b>bold</p>", "<script>let x = 1;", "<script><!--<script>", "<style>p {", "<textarea>text", "<title>title",
        "<svg><g><circle r=\"1\"/>", "<svg><title>", "<math><mi>x", "<table><tr><td>cell", "<table>", "<ul><li>item",
        "<details><summary>more", "<plaintext>all", "<xmp>x", "<iframe>", "<noembed>", "<noframes>", "<template><p>",
        "<select><option>a", "<a href=\"x", "<a href='x>link</a>", "<img alt=\"x", "<div", "</di", "<form><input",
        "<button>", "<object>", "<video>", "<h2>heading", "<pre>", "<blockquote>", "<a href=\"#a\">link", "<center>",
        "</div>", "</div></div></div>", "</main>", "</article>x", "</section>", "</figure>", "</details>", "</body>x",
        "</html>x", "</div></article></main>x", "<body style=\"display: none\">", "<html hidden>", "<frameset>",
        "<![CDATA[ x", "<?php echo", "</p></b></span></svg>",
    ];

    /// <summary>HTML that is complete, or whose end tags are optional.</summary>
    private static readonly string[] _closed =
    [
        "<p>a</p>", "<br>", "<img src=\"data:,\" alt=\"a\">", "<ul><li>a<li>b</ul>", "<table><tr><td>a<td>b</table>",
        "<svg><g><path d=\"M0 0\"/></g></svg>", "a < b && c > d", "<!-- a -->",
        "<script>if (a < b) x('</div>');</script>", "<style>p > a { color: red }</style>",
        "<details><summary>a</summary>b</details>", "<select><option>a</select>",
        "<div hidden data-x='\"'>a</div>", "<textarea></div></textarea>", "<custom-element>a</custom-element>",
        "<html><head><title>a</title></head><body><p>b</p></body></html>", "<noscript><b>a</b></noscript>",
    ];

    public static TheoryData<string> Open => [.. _open];

    [Theory]
    [MemberData(nameof(Open))]
    public void What_html_leaves_open_ends_in_the_cell(string html)
    {
        Course.SourceFile("index.md", $"# Front\n\nLead.\n\n## Part\n\n{html}");
        Course.With(
            "01-a.ipynb",
            Text($"# Title\n\n{html}"),
            Text("## After text\n\nKept."),
            Text($"in a line {html}"),
            Code("1", Shown("text/html", html), Shown("text/markdown", html), Shown("text/plain", "next output")),
            Text("## After outputs\n\nKept."));
        Course.Build(new() { Node = "no-such-program" });

        IHtmlDocument page = Page("01-a.html");
        Assert.All(["after-text", "after-outputs"], id =>
            Assert.Equal("DIV ARTICLE MAIN DIV BODY", Ancestors(page.GetElementById(id))));
        Assert.Equal("DIV FIGURE ARTICLE MAIN DIV BODY", Ancestors(page.QuerySelector("pre.value")));
        Assert.Equal("BODY", Ancestors(page.QuerySelector("dialog#search")));
        Assert.Equal("MAIN DIV BODY", Ancestors(page.QuerySelector("footer.page-foot")));
        Assert.False(page.Body!.HasAttribute("style") || page.DocumentElement.HasAttribute("hidden"));
        Assert.Equal("DIV MAIN BODY", Ancestors(Page("index.html").QuerySelector("ol.notebooks")));
        Assert.Equal("BODY", Ancestors(Page("index.html").QuerySelector("dialog#search")));
    }

    [Theory]
    [Cases(
        "<!-- todo", "does not close <!--: it ends with the cell",
        "<div><b><!-- x", "does not close <!--, <b>, <div>: it ends with the cell",
        "<div><b>x", "does not close <b>, <div>: it ends with the cell",
        "<div>\n<textarea>", "ends inside a tag or an element such as <textarea>: it is shown as text")]
    public void A_cell_that_leaves_html_open_is_named(string html, string problem) =>
        Assert.Equal(
            [$"01-a.ipynb, text before cell 1: the HTML {problem}"],
            Course.With("01-a.ipynb", Text(html)).Build().Report.Problems.Select(one => one.ToString()));

    [Fact]
    public void Complete_html_keeps_its_meaning_and_is_not_reported() =>
        Assert.Equal(
            _closed.Select(Meaning),
            _closed.Select(html => Meaning(Written(html, Assert.Fail))));

    [Theory]
    [MemberData(nameof(Open))]
    public void Html_is_closed_after_one_conversion(string html)
    {
        string closed = Written(html);

        Assert.Equal(closed, Written(closed, Assert.Fail));
    }

    [Theory]
    [Cases("a <b>b</b> <a href=\"c>d</a> e", "a <plaintext>b", "<script><!--<script>", "<div", "a </di", "<title>x")]
    public void Html_that_nothing_can_follow_is_shown_as_text(string html) =>
        Assert.Equal($"<pre>{Html.Escape(html)}</pre>", Written(html));

    [Theory]
    [Cases(
        "<br>&nbsp;<img alt='a>b' src=x>", "<br />\u00a0<img alt=\"a&gt;b\" src=\"x\" />",
        "a < b & c<svg><path d=M0/></svg>", "a &lt; b &amp; c<svg><path d=\"M0/\"></path></svg>",
        "<script>if (a < b && c) d();</script>", "<script>if (a < b && c) d();</script>",
        "<ul><li>a<li hidden>b</ul>", "<ul><li>a</li><li hidden=\"\">b</li></ul>")]
    public void Html_is_written_with_all_end_tags_and_quotes(string html, string written) =>
        Assert.Equal(written, Written(html));

    [Theory]
    [Cases("<div>", "<b>", "<svg><g>", "<table><tr><td>", Daily = 2)]
    public void Markup_that_is_nested_very_deeply_is_shown_as_text(string piece)
    {
        string html = string.Concat(Enumerable.Repeat(piece, 1_000));
        Assert.Equal($"<pre>{Html.Escape(html)}</pre>", Written(html));
    }

    [Fact]
    public void Markdown_inside_an_element_stays_in_it_across_headings()
    {
        string page = PageOf(Text("<div class=\"note\">\n\n## Part\n\nText.\n\n</div>\n\n## Next"));

        IHtmlDocument document = new HtmlParser().ParseDocument(page);
        Assert.NotNull(document.QuerySelector(".note #part"));
        Assert.NotNull(document.QuerySelector(".note p"));
        Assert.Null(document.QuerySelector(".note #next"));
    }

    private IHtmlDocument Page(string name) =>
        new HtmlParser(new() { IsScripting = true }).ParseDocument(Course.Read(name));

    /// <summary>What a browser reads, in the form in which AngleSharp writes it.</summary>
    private static string Meaning(string html)
    {
        using IHtmlDocument document = new HtmlParser(new() { IsScripting = true }).ParseDocument("");
        document.Body!.InnerHtml = html;
        return document.Body.InnerHtml;
    }

    private static string Written(string html, Action<string>? report = null) =>
        $"{HtmlTree.Content(HtmlTree.Parse(html, runsScripts: true, report))}";

    private static string Ancestors(IElement? element) =>
        string.Join(' ', element!.Ancestors<IElement>().SkipLast(1).Select(ancestor => ancestor.TagName));
}
