using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NeuralNotebooks.Site;

/// <summary>A section of a page in the search index: a heading and the text below it.</summary>
internal sealed record SearchSection(string Anchor, string Heading, StringBuilder Text);

/// <summary>Renders a notebook as the body of a page, and collects its title, headings, checkpoints and search
/// sections.</summary>
internal sealed partial class NotebookPage
{
    private readonly ArticleWriter _article = new();
    private readonly List<SearchSection> _sections = [];
    private readonly List<int> _failedCells = [];
    private readonly List<Checkpoint> _checkpoints = [];

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
        _article.Close(ArticlePart.Checkpoint);
        AddSkips();
        AddMissingTitle();
    }

    public string Notebook { get; }

    public Notebook Document { get; }

    public string File { get; }

    public bool IsLive { get; }

    /// <summary>For an assignment: the files that its cells find in the notebook's folder. Null for other
    /// notebooks.</summary>
    public IReadOnlyDictionary<string, byte[]>? FilesBeside { get; }

    public PageScope Scope { get; }

    /// <summary>The digits at the start of the file's name.</summary>
    public string? Number { get; }

    public string Title { get; private set; }

    public string TitleMarkup { get; private set; }

    /// <summary>The first paragraph after the title, with the list that completes it, as HTML.</summary>
    public string SummaryMarkup { get; private set; } = "";

    /// <summary>The stated duration, such as "about 25 minutes".</summary>
    public string? Duration { get; private set; }

    public string Body => _article.Html;

    /// <summary>The language of a cell; if the cell does not state one, the notebook's.</summary>
    public string LanguageOf(CodeCell cell) => cell.Language ?? Document.Language ?? "csharp";

    /// <summary>Whether a reader can run a cell on its page.</summary>
    public bool CanRun(CodeCell cell) => IsLive && CodeMarkup.IsCSharp(LanguageOf(cell));

    public IReadOnlyList<SearchSection> Sections => _sections;

    public IReadOnlyList<int> FailedCells => _failedCells;

    /// <summary>The tasks whose answers the notebook's cells check.</summary>
    public IReadOnlyList<Checkpoint> Checkpoints => _checkpoints;

    /// <summary>How many cells show a verdict on the reader's answer.</summary>
    public int Verdicts { get; private set; }

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

    /// <summary>Whether a block is the line below the title with the notebook's number, its duration and the notebooks
    /// to read before it.</summary>
    private static bool IsMeta(Block block) =>
        IsEmphasised(block) || (block is ParagraphBlock && NumberText().IsMatch(CourseMarkdown.PlainText(block)));

    private static bool IsEmphasised(Block block) =>
        block is ParagraphBlock { Inline: { } inline }
        && inline.FirstChild is EmphasisInline { DelimiterCount: 1 }
        && inline.FirstChild == inline.LastChild;

    [GeneratedRegex(@"^(\d+)[-_ .]")]
    private static partial Regex LeadingNumber();

    /// <remarks>A match can begin only at the first character of a word or number, so that the search takes linear
    /// time.</remarks>
    [GeneratedRegex(@"(?:(?<![\w–-])\w[\w–-]*\s+){0,5}(?<!\d)\d+(?:\s*(?:–|-|to)\s*\d+)?\s*min(?:ute)?s?\b")]
    private static partial Regex DurationText();

    [GeneratedRegex(@"^Notebook \d")]
    private static partial Regex NumberText();
}
