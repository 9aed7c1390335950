using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NeuralNotebooks.Site;

/// <summary>A task in a notebook that a cell judges: a section whose heading begins with "Checkpoint" and a number,
/// up to its hint and solution.</summary>
/// <param name="Number">Its number in the notebook.</param>
/// <param name="Id">The anchor of its heading.</param>
internal sealed partial record Checkpoint(string Number, string Id)
{
    /// <summary>What it asks, in one line.</summary>
    public string Asks { get; private set; } = "";

    /// <summary>Whether the cell that judges it has been seen.</summary>
    public bool IsJudged { get; set; }

    /// <summary>The number in a checkpoint's heading; null for any other block.</summary>
    public static string? NumberOf(Block block) =>
        block is HeadingBlock heading
        && Title().Match(CourseMarkdown.PlainText(heading)) is { Success: true } match
            ? match.Groups[1].Value
            : null;

    /// <summary>The section's beginning: the heading, how long it takes, and the place of its badge.</summary>
    /// <param name="heading">The heading as HTML.</param>
    /// <param name="number">The number in the heading.</param>
    /// <param name="live">Whether the page can judge an answer.</param>
    public static string Begin(string heading, string number, bool live)
    {
        string badge = live ? """ <span class="badge" data-nn-badge="" role="status">Not done yet</span>""" : "";
        return $"""
            <section class="checkpoint" aria-label="Checkpoint {number}">
            <header>{heading.Trim()}<p>about 5 minutes{badge}</p></header>

            """;
    }

    /// <summary>Sets the first sentence of the task, which says what it asks, in bold.</summary>
    public void Emphasise(ParagraphBlock task)
    {
        if (Asks.Length > 0 || task.Inline is not { FirstChild: { } first })
            return;
        var sentence = new EmphasisInline { DelimiterChar = '*', DelimiterCount = 2 };
        List<Inline> moved = [];
        for (Inline? inline = first; inline is not null; inline = inline.NextSibling)
        {
            moved.Add(inline);
            if (inline is not LiteralInline literal)
                continue;
            string text = literal.Content.ToString();
            Match end = SentenceEnd().Match(text);
            if (!end.Success)
                continue;
            int at = end.Index + end.Length;
            if (at < text.Length)
                literal.InsertAfter(new LiteralInline(text[at..]));
            literal.Content = new(text[..at]);
            break;
        }

        first.InsertBefore(sentence);
        foreach (Inline inline in moved)
        {
            inline.Remove();
            sentence.AppendChild(inline);
        }

        Asks = CourseMarkdown.PlainText(sentence).Trim();
    }

    [GeneratedRegex(@"^Checkpoint (\d+)\b")]
    private static partial Regex Title();

    /// <summary>A point or a colon before the next word, or at the end.</summary>
    [GeneratedRegex(@"[.:?](?=\s|$)")]
    private static partial Regex SentenceEnd();
}
