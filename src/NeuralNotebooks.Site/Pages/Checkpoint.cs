namespace NeuralNotebooks.Site;

/// <summary>A task in a notebook whose answer a cell checks. It is a section whose heading begins with "Checkpoint" and
/// a number, and ends with a hint and a solution.</summary>
/// <param name="Number">The checkpoint's number in the notebook.</param>
/// <param name="Id">The anchor of the checkpoint's heading.</param>
/// <param name="Summary">The first sentence of the task, as plain text.</param>
internal sealed partial record Checkpoint(string Number, string Id, string Summary)
{
    /// <summary>The number in a checkpoint's heading; null for any other block.</summary>
    public static string? NumberOf(Block block) =>
        block is HeadingBlock heading
        && Title().Match(CourseMarkdown.PlainText(heading)) is { Success: true } match
            ? match.Groups[1].Value
            : null;

    /// <summary>The beginning of the section: the heading, the estimated time and the badge.</summary>
    /// <param name="heading">The heading as HTML.</param>
    /// <param name="number">The number in the heading.</param>
    /// <param name="minutes">The estimated time; null if it is not known.</param>
    /// <param name="live">Whether the page is live, and so can check an answer.</param>
    public static string Begin(string heading, string number, int? minutes, bool live)
    {
        string time = minutes is null ? "" : Invariant($"about {minutes} minutes ");
        string badge = live ? """<span class="badge" data-nn-badge="" role="status">Not done yet</span>""" : "";
        string state = (time + badge).Trim();
        string line = state.Length == 0 ? "" : $"<p>{state}</p>";
        return $"""
            <section class="checkpoint" aria-label="Checkpoint {number}">
            <header>{heading.Trim()}{line}</header>

            """;
    }

    /// <summary>Changes a task: sets its first sentence in bold, since it says what to do.</summary>
    /// <returns>The sentence.</returns>
    public static string SetFirstSentenceInBold(ParagraphBlock task)
    {
        if (task.Inline is not { FirstChild: { } first })
            return "";
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

        return CourseMarkdown.PlainText(sentence).Trim();
    }

    [GeneratedRegex(@"^Checkpoint (\d+)\b")]
    private static partial Regex Title();

    /// <summary>A full stop, colon or question mark before a space or at the end of the text.</summary>
    [GeneratedRegex(@"[.:?](?=\s|$)")]
    private static partial Regex SentenceEnd();
}
