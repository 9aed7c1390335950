using System.Net;
using AngleSharp.Html.Parser.Tokens;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.SmartyPants;
using Markdig.Renderers;

namespace NeuralNotebooks.Site;

/// <summary>The Markdown of notebooks: CommonMark with pipe tables, strikethrough, autolinks, typographic quotes,
/// formulas and prompts.</summary>
internal static class CourseMarkdown
{
    private static readonly MarkdownPipeline _pipeline = Build();

    private static readonly SmartyPantOptions _entities = new() { Mapping = { [SmartyPantType.Quote] = "’" } };

    /// <summary>Adds to a renderer what the extensions of Markdown need. Without it, their elements have no
    /// tags.</summary>
    public static void SetUp(IMarkdownRenderer renderer) => _pipeline.Setup(renderer);

    public static MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, _pipeline);

    /// <summary>The tags of HTML within a text, with which elements begin.</summary>
    public static IEnumerable<HtmlTagToken> TagsIn(MarkdownDocument text) =>
        text.Descendants().SelectMany(part => part switch
        {
            HtmlBlock block => HtmlTags.In(block.Lines.ToString()),
            HtmlInline inline => HtmlTags.In(inline.Tag),
            _ => [],
        });

    /// <summary>The words of a block or of inline text, with formulas as text: for titles, search and alternative
    /// text.</summary>
    public static string PlainText(MarkdownObject? node) => node switch
    {
        null or HtmlInline or HtmlBlock => "",
        LiteralInline literal => Typography(literal),
        CodeInline code => code.Content,
        MathInline math => TexText.Of(math.Content.ToString()),
        DisplayMath math => TexText.Of(math.Tex),
        SmartyPant mark => Typography(mark),
        LineBreakInline => " ",
        AutolinkInline link => link.Url,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        ContainerInline inlines => string.Concat(inlines.Select(PlainText)),
        LeafBlock { Inline: { } inlines } => PlainText(inlines),
        LeafBlock leaf => leaf.Lines.ToString(),
        ContainerBlock blocks => string.Join(" ", blocks.Select(PlainText).Where(text => text.Length > 0)),
        _ => "",
    };

    /// <summary>Text with typographic apostrophes; paired quotation marks are handled separately.</summary>
    public static string Typography(LiteralInline literal) => literal.Content.ToString().Replace('\'', '’');

    /// <summary>Typographic quotation marks, dashes and ellipses.</summary>
    public static string Typography(SmartyPant mark) => WebUtility.HtmlDecode(_entities.Mapping[mark.Type]);

    private static MarkdownPipeline Build()
    {
        MarkdownPipelineBuilder builder = new MarkdownPipelineBuilder()
            .UsePipeTables()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseAutoLinks()
            .UseSmartyPants();
        builder.BlockParsers.Insert(0, new DisplayMathParser());
        builder.BlockParsers.Insert(0, new MathEnvironmentParser());
        builder.InlineParsers.Insert(0, new InlineFormulaParser());
        builder.InlineParsers.Insert(0, new InlineEnvironmentParser());
        builder.DocumentProcessed += Prompt.TakeLabels;
        return builder.Build();
    }
}
