using Markdig.Extensions.Mathematics;
using Markdig.Extensions.SmartyPants;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace NeuralNotebooks.Site;

/// <summary>Renders parsed Markdown as the HTML of a page, with anchors, formulas, prompts, highlighted code and links
/// to other pages of the site.</summary>
internal sealed partial class ProseRenderer : HtmlRenderer
{
    private readonly PageScope _scope;

    /// <summary>The text after the last formula, and how many of its characters are written already.</summary>
    private (Inline? Text, int Count) _taken;

    public ProseRenderer(TextWriter writer, PageScope scope)
        : base(writer)
    {
        _scope = scope;
        CourseMarkdown.SetUp(this);
        Use<HeadingBlock>(Heading);
        Use<QuoteBlock>(Quote);
        Use<CodeBlock>(Code);
        Use<HtmlBlock>(RawHtml);
        Use<HtmlInline>(inline => Write(Completed(inline.Tag)));
        Use<LinkInline>(Link);
        Use<LiteralInline>(literal => WriteEscape(CourseMarkdown.Typography(literal)[TakenFrom(literal)..]));
        Use<SmartyPant>(mark => WriteEscape(CourseMarkdown.Typography(mark)));
        Use<MathInline>(InlineFormula);
        Use<DisplayMath>(Display);
        HtmlObjectRenderer<Table> table = ObjectRenderers.OfType<HtmlObjectRenderer<Table>>().First();
        Use<Table>(node =>
        {
            WriteLine("""<div class="table">""");
            ((IMarkdownObjectRenderer)table).Write(this, node);
            WriteLine("</div>");
        });
    }

    public static string Render(string markdown, PageScope scope) => Render(CourseMarkdown.Parse(markdown), scope);

    public static string Render(MarkdownObject node, PageScope scope) => scope.Clean(RenderPart(node, scope));

    /// <summary>Renders a part of a text. An HTML element that begins in this part may end in another one, so the
    /// caller has to sanitize the whole text.</summary>
    public static string RenderPart(MarkdownObject node, PageScope scope) =>
        Written(scope, renderer => renderer.Render(node));

    /// <summary>Renders inline text without its links, so that it can be used inside a link.</summary>
    public static string RenderWithoutLinks(ContainerInline inlines, PageScope scope) =>
        scope.Clean(Written(scope, renderer =>
        {
            renderer.Use<LinkInline>(link => renderer.WriteChildren(link));
            renderer.Use<AutolinkInline>(link => renderer.WriteEscape(link.Url));
            renderer.WriteChildren(inlines);
        }));

    /// <summary>Renders some of the inlines of a text.</summary>
    public static string RenderInlines(IEnumerable<Inline> inlines, PageScope scope) =>
        scope.Clean(Written(scope, renderer =>
        {
            foreach (Inline inline in inlines)
                renderer.Write(inline);
        }));

    private static string Written(PageScope scope, Action<ProseRenderer> write)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        write(new(writer, scope));
        return writer.ToString();
    }

    private void Heading(HeadingBlock heading)
    {
        string text = CourseMarkdown.PlainText(heading).Trim();
        string id = _scope.Anchors.AddHeading(
            heading.Level, text, heading.Inline is { } inline ? RenderWithoutLinks(inline, _scope) : "");
        Write($"""<h{heading.Level} id="{id}">""");
        WriteLeafInline(heading);
        if (heading.Level > 1)
            Write($"""<a class="anchor" href="#{id}" aria-label="Link to “{Html.Escape(text)}”"></a>""");
        WriteLine($"</h{heading.Level}>");
    }

    private void Quote(QuoteBlock quote)
    {
        if (Prompt.LabelOf(quote) is { } prompt)
        {
            string label = Html.Escape(prompt), question = Html.Escape(CourseMarkdown.PlainText(quote).Trim());
            string id = _scope.Anchors.Unique("nn-question");
            WriteLine($"""
                <aside class="prompt" id="{id}" aria-label="{label}" data-nn-prompt="{question}">
                <p class="prompt-label" aria-hidden="true">{label}</p>
                """);
            WriteChildren(quote);
            WriteLine("</aside>");
        }
        else
        {
            WriteLine("<blockquote>");
            WriteChildren(quote);
            WriteLine("</blockquote>");
        }
    }

    private void Code(CodeBlock code)
    {
        string language = (code as FencedCodeBlock)?.Info ?? "";
        WriteLine(language == "mermaid" && !_scope.IsUntrusted
            ? Diagram.Of(code.Lines.ToString(), _scope)
            : CodeMarkup.Of(code.Lines.ToString(), NotebookLanguage.IsCSharp(language.Trim())));
    }

    private void RawHtml(HtmlBlock html) =>
        WriteLine(HtmlTags.WithContent(Completed(html.Lines.ToString()), "summary", SummaryMarkup));

    /// <summary>The author's HTML with addresses of the site, and with questions that the script can read.</summary>
    private string Completed(string html) => HtmlTags.WithAttributes(
        html, tag => [.. _scope.Links.AttributesOf(tag), .. Prediction.AttributesOf(tag, _scope.Report.Add)]);

    /// <summary>The summary of a folded block, rendered as Markdown.</summary>
    private string SummaryMarkup(string markdown) =>
        CourseMarkdown.Parse(markdown) is [ParagraphBlock { Inline: { } inlines }] ? Render(inlines, _scope) : markdown;

    private void Display(DisplayMath math)
    {
        if (!math.IsClosed)
            _scope.Report.Add("a formula begins with $$ and never ends: the closing $$ belongs at the end of a line");
        WriteLine(Formula.OnItsLine(_scope.Formula(math.Tex, display: true)));
    }

    /// <summary>A formula in a line of text, joined to the punctuation after it: browsers may break a line between the
    /// two.</summary>
    private void InlineFormula(MathInline math)
    {
        string formula = _scope.Formula(math.Content.ToString(), display: math.DelimiterCount == 2);
        string after =
            math.NextSibling is LiteralInline next ? Punctuation().Match(CourseMarkdown.Typography(next)).Value : "";
        _taken = after.Length > 0 ? (math.NextSibling, after.Length) : default;
        Write(after.Length > 0 ? $"<span class=\"joined\">{formula}{Html.Escape(after)}</span>" : formula);
    }

    /// <summary>How many characters at the beginning of a text are already written, after a formula.</summary>
    private int TakenFrom(LiteralInline literal) => _taken.Text == literal ? _taken.Count : 0;

    private void Link(LinkInline link)
    {
        string title = link.Title is { Length: > 0 } ? $" title=\"{Html.Escape(link.Title)}\"" : "";
        if (link.IsImage)
        {
            string text = CourseMarkdown.PlainText(link).Trim();
            if (text.Length == 0)
                _scope.Report.Add($"the image {link.Url} has no alternative text");
            string source = Html.Escape(_scope.Links.Image(link.Url ?? ""));
            Write($"""<img src="{source}" alt="{Html.Escape(text)}"{title} />""");
        }
        else if (_scope.Links.Link(link.Url ?? "") is { } target)
        {
            Write($"""<a href="{Html.Escape(target)}"{title}>""");
            WriteChildren(link);
            Write("</a>");
        }
        else
        {
            Write("""<span class="elsewhere" title="Not part of this site">""");
            WriteChildren(link);
            Write("</span>");
        }
    }

    private void Use<T>(Action<T> write)
        where T : MarkdownObject
    {
        ObjectRenderers.RemoveAll(renderer => renderer is HtmlObjectRenderer<T>);
        ObjectRenderers.Insert(0, new DelegateRenderer<T>(write));
    }

    [GeneratedRegex("^[,.;:!?)]+")]
    private static partial Regex Punctuation();

    private sealed class DelegateRenderer<T>(Action<T> write) : HtmlObjectRenderer<T>
        where T : MarkdownObject
    {
        protected override void Write(HtmlRenderer renderer, T obj) => write(obj);
    }
}
