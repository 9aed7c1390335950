namespace NeuralNotebooks.Site;

/// <summary>A prompt: a block quote that begins with <c>**Predict.**</c>, <c>**Try.**</c> or <c>**Think.**</c>. It asks
/// the reader a question before the cell that answers it.</summary>
internal static class Prompt
{
    private static readonly string[] _labels = ["Predict", "Try", "Think"];

    /// <summary>The key of the label in a block's data.</summary>
    private static readonly object _key = new();

    /// <summary>The label of a prompt; null for any other block.</summary>
    public static string? LabelOf(Block block) => block.GetData(_key) as string;

    /// <summary>Moves the label of each prompt from its text to its data. This is the last step of parsing, so that the
    /// text of a prompt is the same in the page and in the search index.</summary>
    public static void TakeLabels(MarkdownDocument document)
    {
        foreach (QuoteBlock quote in document.Descendants<QuoteBlock>())
        {
            if (quote is not [ParagraphBlock { Inline.FirstChild: EmphasisInline { DelimiterCount: 2 } strong }, ..])
                continue;
            string label = CourseMarkdown.PlainText(strong).Trim().TrimEnd('.', ':');
            if (!_labels.Contains(label))
                continue;
            if (strong.NextSibling is LiteralInline next)
                next.Content.TrimStart();
            strong.Remove();
            quote.SetData(_key, label);
        }
    }
}
