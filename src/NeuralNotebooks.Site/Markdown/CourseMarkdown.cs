using AngleSharp.Html.Dom;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.SmartyPants;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace NeuralNotebooks.Site;

/// <summary>The Markdown of notebooks: CommonMark with pipe tables, strikethrough, autolinks, typographic quotes and
/// formulas.</summary>
internal static class CourseMarkdown
{
    private static readonly MarkdownPipeline _pipeline = Build();

    public static IHtmlElement Parse(string markdown, bool runsScripts, Action<string>? report = null)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        _pipeline.Setup(renderer);
        HtmlObjectRenderer<Table> table = renderer.ObjectRenderers.OfType<HtmlObjectRenderer<Table>>().First();
        Use<Table>(renderer, node =>
        {
            renderer.WriteLine("<div class=\"table\">");
            ((IMarkdownObjectRenderer)table).Write(renderer, node);
            renderer.WriteLine("</div>");
        });
        Use<CodeBlock>(renderer, code => renderer.WriteLine($"{CodeOf(code)}"));
        Use<LiteralInline>(renderer, literal => renderer.WriteEscape(literal.Content.ToString().Replace('\'', '’')));
        Use<MathInline>(renderer, math =>
        {
            var formula = new Formula(math.Content.ToString().Trim(), math.DelimiterCount == 2);
            if (renderer.EnableHtmlForInline)
                renderer.Write($"{formula.ToHtml()}");
            else
                renderer.WriteEscape(TexText.Of(formula.Tex));
        });
        Use<DisplayMath>(renderer, math =>
        {
            if (!math.IsClosed)
                report?.Invoke("a formula begins with $$ and never ends: the closing $$ belongs at the end of a line");
            renderer.WriteLine($"{Formula.OnItsLine(new Formula(math.Tex, Display: true).ToHtml())}");
        });
        renderer.Render(Markdig.Markdown.Parse(markdown, _pipeline));
        return HtmlTree.Parse(writer.ToString(), runsScripts, report);
    }

    private static Html CodeOf(CodeBlock code)
    {
        string language = (code as FencedCodeBlock)?.Info ?? "";
        return CodeMarkup.Of(code.Lines.ToString(), NotebookLanguage.IsCSharp(language.Trim()));
    }

    private static MarkdownPipeline Build()
    {
        MarkdownPipelineBuilder builder = new MarkdownPipelineBuilder()
            .UsePipeTables()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseAutoLinks()
            .UseSmartyPants(new SmartyPantOptions { Mapping = { [SmartyPantType.Quote] = "’" } });
        builder.BlockParsers.Insert(0, new DisplayMathParser());
        builder.BlockParsers.Insert(0, new MathEnvironmentParser());
        builder.InlineParsers.Insert(0, new InlineFormulaParser());
        return builder.Build();
    }

    private static void Use<T>(HtmlRenderer renderer, Action<T> write)
        where T : MarkdownObject
    {
        renderer.ObjectRenderers.RemoveAll(other => other is HtmlObjectRenderer<T>);
        renderer.ObjectRenderers.Insert(0, new DelegateRenderer<T>(write));
    }

    private sealed class DelegateRenderer<T>(Action<T> write) : HtmlObjectRenderer<T>
        where T : MarkdownObject
    {
        protected override void Write(HtmlRenderer renderer, T obj) => write(obj);
    }
}
