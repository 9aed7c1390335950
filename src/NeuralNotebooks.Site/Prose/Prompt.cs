using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NeuralNotebooks.Site;

/// <summary>A prompt: a block quote that begins with <c>**Predict.**</c>, <c>**Try.**</c> or <c>**Think.**</c>. It asks
/// the reader a question before the cell that answers it.</summary>
internal static class Prompt
{
    private static readonly string[] _labels = ["Predict", "Try", "Think"];

    /// <summary>Whether the block is a prompt.</summary>
    public static bool Is(QuoteBlock quote) => Found(quote) is not null;

    /// <summary>Whether the block asks for a prediction, which the next cells answer.</summary>
    public static bool IsPrediction(QuoteBlock quote) => Found(quote)?.Label == _labels[0];

    /// <summary>Removes the label from a prompt's text and returns it; null for any other block quote.</summary>
    public static string? Of(QuoteBlock quote)
    {
        if (Found(quote) is not var (strong, label))
            return null;
        if (strong.NextSibling is LiteralInline next)
            next.Content.TrimStart();
        strong.Remove();
        return label;
    }

    private static (EmphasisInline Strong, string Label)? Found(QuoteBlock quote)
    {
        if (quote is not [ParagraphBlock { Inline.FirstChild: EmphasisInline { DelimiterCount: 2 } strong }, ..])
            return null;
        string label = CourseMarkdown.PlainText(strong).Trim().TrimEnd('.', ':');
        if (!_labels.Contains(label))
            return null;
        return (strong, label);
    }
}
