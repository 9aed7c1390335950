namespace NeuralNotebooks.Site;

/// <summary>What the first cell of a notebook says about the whole notebook.</summary>
internal sealed partial record NotebookTitle
{
    /// <summary>The digits at the start of the file's name.</summary>
    public required string? Number { get; init; }

    /// <summary>The title as text; if the first cell has none, the file's name.</summary>
    public required string Text { get; init; }

    /// <summary>The title as HTML.</summary>
    public required string Markup { get; init; }

    /// <summary>The first paragraph after the title, with the list that completes it, as HTML.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The duration that the line below the title states, such as "about 25 minutes".</summary>
    public string? Duration { get; init; }

    /// <summary>Reads the title of a notebook.</summary>
    public static NotebookTitle Of(NotebookSource notebook, PageScope scope)
    {
        string stem = SiteMap.StemOf(notebook.Path);
        string? number = LeadingNumber().Match(stem) is { Success: true } match ? match.Groups[1].Value : null;
        string words = number is null ? stem : stem[(number.Length + 1)..];
        string name = words.Replace('-', ' ').Replace('_', ' ').Trim();
        var ofFile = new NotebookTitle { Number = number, Text = name, Markup = Html.Escape(name) };
        if (notebook.Document.Cells.FirstOrDefault() is not MarkdownCell first)
            return ofFile;
        return scope.Report.Try("the title and the summary cannot be read", () => ofFile.With(first, scope)) ?? ofFile;
    }

    /// <summary>Whether a block is a paragraph in italics. Directly below the title, it is the line with the notebook's
    /// number, its duration and the notebooks to read before it, with "·" between them.</summary>
    public static bool IsEmphasised(Block block) =>
        block is ParagraphBlock { Inline: { } inline }
        && inline.FirstChild is EmphasisInline { DelimiterCount: 1 }
        && inline.FirstChild == inline.LastChild;

    private NotebookTitle With(MarkdownCell cell, PageScope scope)
    {
        MarkdownDocument blocks = CourseMarkdown.Parse(cell.Source);
        NotebookTitle title = this;
        Block? before = null;
        foreach (Block block in blocks)
        {
            if (block is HeadingBlock { Level: 1, Inline: { } heading })
                title = title with
                {
                    Text = CourseMarkdown.PlainText(heading).Trim(),
                    Markup = ProseRenderer.RenderWithoutLinks(heading, scope),
                };
            else if (before is HeadingBlock { Level: 1 } && IsEmphasised(block))
                title = title with { Duration = DurationIn(CourseMarkdown.PlainText(block)) };
            else if (block is ParagraphBlock { Inline: { } text })
            {
                Block? next = blocks.ElementAtOrDefault(blocks.IndexOf(block) + 1);
                return title with { Summary = SummaryOf(text, next, scope) };
            }

            before = block;
        }

        return title;
    }

    private static string? DurationIn(string meta) =>
        meta.Split('·', StringSplitOptions.TrimEntries).Select(part => DurationText().Match(part))
            .FirstOrDefault(match => match.Success)?.Value;

    private static string SummaryOf(ContainerInline paragraph, Block? next, PageScope scope)
    {
        IEnumerable<ContainerInline> items = next is ListBlock list
            ? list.Descendants<ParagraphBlock>().Select(item => item.Inline!)
            : [];
        return string.Join(' ', items.Prepend(paragraph).Select(text => ProseRenderer.RenderWithoutLinks(text, scope)));
    }

    [GeneratedRegex(@"^(\d+)[-_ .]")]
    private static partial Regex LeadingNumber();

    [GeneratedRegex(@"^.*?\d\s*min(?:ute)?s?\b")]
    private static partial Regex DurationText();
}
