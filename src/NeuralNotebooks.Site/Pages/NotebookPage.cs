using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NeuralNotebooks.Site;

/// <summary>A part of a page that search finds: a heading and the words under it.</summary>
internal sealed record SearchSection(string Anchor, string Heading, StringBuilder Text);

/// <summary>A notebook as the body of a page, with what the index, the contents and search need to know about
/// it.</summary>
internal sealed partial class NotebookPage
{
    private readonly StringBuilder _body = new();
    private readonly List<SearchSection> _sections = [];
    private readonly List<int> _failedCells = [];
    private bool _figureIsOpen;
    private int _prompts;
    private bool _isAnswer;

    /// <summary>Renders a notebook.</summary>
    public NotebookPage(string notebook, Notebook document, string file, SiteMap map, bool live)
    {
        Notebook = notebook;
        Document = document;
        File = file;
        IsLive = live;
        FilesBeside = live ? map.FilesBeside(notebook) : null;
        Scope = new(notebook, file, map);
        string stem = SiteMap.StemOf(notebook);
        Number = LeadingNumber().Match(stem) is { Success: true } number ? number.Groups[1].Value : null;
        Title = (Number is null ? stem : stem[(Number.Length + 1)..]).Replace('-', ' ').Replace('_', ' ').Trim();
        TitleMarkup = Html.Escape(Title);
        Scope.Try("the title and the summary cannot be read", ReadTitle);
        Scope.Try("the rest of the notebook cannot be rendered", AddCells);
        CloseFigure();
    }

    public string Notebook { get; }

    public Notebook Document { get; }

    public string File { get; }

    public bool IsLive { get; }

    /// <summary>Of an assignment: the files that its page's session finds beside the notebook.</summary>
    public IReadOnlyDictionary<string, byte[]>? FilesBeside { get; }

    public PageScope Scope { get; }

    /// <summary>The digits at the start of the file's name.</summary>
    public string? Number { get; }

    public string Title { get; private set; }

    public string TitleMarkup { get; private set; }

    /// <summary>The first paragraph after the title, with the list that completes it, as HTML.</summary>
    public string SummaryMarkup { get; private set; } = "";

    /// <summary>The words between two dots that give its duration in minutes.</summary>
    public string? Duration { get; private set; }

    public string Body => _body.ToString();

    public IReadOnlyList<SearchSection> Sections => _sections;

    public IReadOnlyList<int> FailedCells => _failedCells;

    /// <summary>How many cells show a verdict on the reader's answer.</summary>
    public int Checkpoints { get; private set; }

    private void ReadTitle()
    {
        if (Document.Cells.FirstOrDefault() is not MarkdownCell first)
            return;

        MarkdownDocument blocks = CourseMarkdown.Parse(first.Source);
        Duration = blocks
            .Select(block => DurationText().Match(CourseMarkdown.PlainText(block)))
            .FirstOrDefault(match => match.Success)
            ?.Value;
        foreach (Block block in blocks)
        {
            if (block is HeadingBlock { Level: 1, Inline: { } title })
            {
                Title = CourseMarkdown.PlainText(title).Trim();
                TitleMarkup = ProseRenderer.RenderWithoutLinks(title, Scope);
            }
            else if (block is ParagraphBlock { Inline: { } text } && !IsMeta(block))
            {
                SummaryMarkup = ProseRenderer.RenderWithoutLinks(text, Scope);
                if (blocks.ElementAtOrDefault(blocks.IndexOf(block) + 1) is ListBlock list)
                    SummaryMarkup +=
                        " "
                        + string.Join(
                            " ",
                            list.Descendants<ParagraphBlock>()
                                .Select(item => ProseRenderer.RenderWithoutLinks(item.Inline!, Scope))
                        );
                return;
            }
        }
    }

    private void AddCells()
    {
        _sections.Add(new("", "", new()));
        int codeCells = 0;
        foreach (Cell cell in Document.Cells)
        {
            Scope.Attachments = cell as MarkdownCell;
            if (cell is MarkdownCell text)
            {
                Scope.Place =
                    codeCells == 0
                        ? "text before cell 1"
                        : Invariant($"text after cell {codeCells}");
                AddOrShowSource(cell, () => AddText(text));
            }
            else if (cell is CodeCell code)
            {
                codeCells++;
                Scope.Place = Invariant($"cell {codeCells}");
                CloseFigure();
                if (IsLive && FilesBeside is null)
                    Scope.PublishFilesIn(code.Source);
                AddOrShowSource(cell, () => AddCode(code, codeCells));
            }
        }

        CloseFigure();
        if (Scope.Headings.All(heading => heading.Level > 1))
            _body.Insert(0, $"<h1>{TitleMarkup}</h1>\n");
    }

    /// <summary>Adds a cell; one that cannot be rendered is undone, and shown as it is written.</summary>
    private void AddOrShowSource(Cell cell, Action add)
    {
        (int body, int headings, int sections) = (_body.Length, Scope.Headings.Count, _sections.Count);
        bool figure = _figureIsOpen;
        if (Scope.Try("it cannot be rendered, and is shown as it is written", add))
            return;
        (_body.Length, _figureIsOpen) = (body, figure);
        Scope.Headings.RemoveRange(headings, Scope.Headings.Count - headings);
        _sections.RemoveRange(sections, _sections.Count - sections);
        CloseFigure();
        _body.Append(CodeMarkup.Of(cell.Source, "", Scope)).Append('\n');
    }

    private void AddText(MarkdownCell cell)
    {
        MarkdownDocument blocks = CourseMarkdown.Parse(cell.Source);
        int next = 0;
        if (
            _figureIsOpen
            && blocks.FirstOrDefault() is ParagraphBlock { Inline.FirstChild: EmphasisInline caption } first
            && IsEmphasised(first)
        )
        {
            // A paragraph in italics under a picture is its caption.
            _body.Append(Invariant($"<figcaption>{ProseRenderer.RenderChildren(caption, Scope)}</figcaption>\n"));
            next = 1;
        }

        CloseFigure();
        if (next == blocks.Count)
            return;
        // The outputs of the cells up to the next text are the answer to a prompt in this one.
        _isAnswer = blocks.OfType<QuoteBlock>().Any(Prompt.IsPrediction);
        _prompts += _isAnswer ? 1 : 0;
        var html = new StringBuilder();
        for (; next < blocks.Count; next++)
        {
            Block block = blocks[next];
            bool meta =
                IsMeta(block)
                && Scope.Headings is [{ Level: 1 }]
                && block.Parent![Math.Max(0, next - 1)] is HeadingBlock;
            string rendered = ProseRenderer.RenderPart(block, Scope);
            html.Append(meta ? rendered.Replace("<p>", "<p class=\"meta\">") : rendered);
            if (block is HeadingBlock)
                _sections.Add(new(Scope.Headings[^1].Id, Scope.Headings[^1].Text, new()));
            else
                _sections[^1].Text.Append(CourseMarkdown.PlainText(block)).Append(' ');
        }

        // nbgrader's mark of what a student writes.
        bool isAnswer = FilesBeside is not null && (cell.Metadata["nbgrader"]?["solution"]?.GetValue<bool>() ?? false);
        string which = isAnswer ? $" data-nn-text=\"{Html.Escape(cell.Id)}\"" : "";
        string text = Scope.Clean(html.ToString());
        _body.Append(Invariant($"<div class=\"text\"{which}>\n{text}</div>\n"));
    }

    /// <summary>Adds a code cell; its figure element stays open for a caption.</summary>
    private void AddCode(CodeCell cell, int number)
    {
        string outputs = OutputMarkup.Of(cell.Outputs, Scope);
        string language = cell.Language ?? Document.Language ?? "csharp";
        bool live = IsLive && CodeMarkup.IsCSharp(language);
        if (string.IsNullOrWhiteSpace(cell.Source) && outputs.Length == 0 && !live)
            return;

        bool failed = cell.Outputs.Any(output => output is ErrorOutput);
        if (failed)
            _failedCells.Add(number);
        string id = Scope.UniqueId(Invariant($"cell-{number}"));
        string which = live
            ? $" data-nn-cell=\"{Html.Escape(cell.Id)}\"{(cell.MayFail ? " data-nn-may-fail=\"\"" : "")}"
            : "";
        string mark = failed ? " failed" : "";
        _body.Append(Invariant($"<figure class=\"cell{mark}\" id=\"{id}\"{which}>\n"));
        string? claims = ClaimCell.Summary(cell);
        _body.Append(claims is null ? "" : $"<details class=\"claims\"><summary>{claims}</summary>\n");
        if (live || !string.IsNullOrWhiteSpace(cell.Source))
            _body.Append(CodeMarkup.Of(cell.Source, language, Scope)).Append('\n');
        bool checks = outputs.Contains("data-verdict=");
        Checkpoints += checks ? 1 : 0;
        bool waits = outputs.Length > 0 && _isAnswer && claims is null && !failed && !checks;
        string answer = waits ? Invariant($" data-answer=\"{_prompts}\"") : "";
        string place = live ? " data-nn-output=\"\"" : "";
        if (live || outputs.Length > 0)
            _body.Append(Invariant($"<div class=\"output\"{answer}{place}>{outputs}</div>\n"));
        _body.Append(claims is null ? "" : "</details>\n");
        _sections[^1].Text.Append(cell.Source).Append(' ');
        _figureIsOpen = true;
    }

    private void CloseFigure()
    {
        if (_figureIsOpen)
            _body.Append("</figure>\n");
        _figureIsOpen = false;
    }

    /// <summary>The line under the title with the notebook's number, its time and what to read before.</summary>
    private static bool IsMeta(Block block) =>
        IsEmphasised(block) || (block is ParagraphBlock && NumberText().IsMatch(CourseMarkdown.PlainText(block)));

    private static bool IsEmphasised(Block block) =>
        block is ParagraphBlock { Inline: { } inline }
        && inline.FirstChild is EmphasisInline { DelimiterCount: 1 }
        && inline.FirstChild == inline.LastChild;

    [GeneratedRegex(@"^(\d+)[-_ .]")]
    private static partial Regex LeadingNumber();

    /// <remarks>Words and numbers are matched from their first character only, which takes linear time.</remarks>
    [GeneratedRegex(@"(?:(?<![\w–-])\w[\w–-]*\s+){0,5}(?<!\d)\d+(?:\s*(?:–|-|to)\s*\d+)?\s*min(?:ute)?s?\b")]
    private static partial Regex DurationText();

    [GeneratedRegex(@"^Notebook \d")]
    private static partial Regex NumberText();
}
