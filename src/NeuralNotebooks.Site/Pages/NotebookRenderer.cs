using System.Collections.Immutable;
using Markdig.Renderers.Html;

namespace NeuralNotebooks.Site;

/// <summary>Writes the parts of a notebook, which <see cref="ArticleOutline"/> finds, as an article.</summary>
internal sealed partial class NotebookRenderer
{
    private readonly NotebookSource _notebook;
    private readonly PageScope _scope;
    private readonly ArticleOutline _outline;
    private readonly ArticleWriter _article = new();
    private ImmutableList<Checkpoint> _checkpoints = [];
    private readonly List<(int Number, string Id)> _failedCells = [];
    private int _verdicts;

    private NotebookRenderer(NotebookSource notebook, PageScope scope) =>
        (_notebook, _scope, _outline) = (notebook, scope, new(notebook));

    /// <summary>Renders the page of a notebook.</summary>
    public static NotebookPage Render(NotebookSource notebook, SiteContext site)
    {
        var scope = new PageScope(notebook.Path, notebook.Page, site);
        foreach (string path in notebook.FilesBeside?.Keys ?? [])
            scope.Files.Add(path, SiteMap.Address(notebook.NameBeside(path)));
        var title = NotebookTitle.Of(notebook, scope);
        var cells = new NotebookRenderer(notebook, scope);
        scope.Report.Try("the rest of the notebook cannot be rendered", cells.WriteCells);
        bool hasTitle = scope.Anchors.Headings.Any(heading => heading.Level == 1);
        return new()
        {
            Notebook = notebook,
            Title = title,
            Article = (hasTitle ? "" : $"<h1>{title.Markup}</h1>\n") + cells._article.ToHtml(),
            Sections = cells._article.Sections,
            Checkpoints = cells._checkpoints,
            FailedCells = cells._failedCells,
            Verdicts = cells._verdicts,
            Scope = scope,
        };
    }

    private void WriteCells()
    {
        int codeCells = 0;
        foreach (Cell cell in _notebook.Document.Cells)
        {
            if (cell is MarkdownCell && IsRemoved(cell))
                continue;
            if (cell is MarkdownCell text)
            {
                _scope.At(codeCells == 0 ? "text before cell 1" : Invariant($"text after cell {codeCells}"), text);
                WriteOrShowSource(cell, () => WriteText(text));
            }
            else if (cell is CodeCell code)
            {
                codeCells++;
                _scope.At(Invariant($"cell {codeCells}"), null);
                _article.EndFigure();
                if (_notebook.IsLive && _notebook.FilesBeside is null)
                    _scope.Files.PublishNamedIn(code.Source);
                foreach (DisplayData output in _notebook.IsLive ? code.Outputs.OfType<DisplayData>() : [])
                    if (output.PackagesKey is { } key)
                        _scope.AddPackages(key);
                WriteOrShowSource(cell, () => WriteCode(code, codeCells));
            }
        }
    }

    /// <summary>Writes a cell. If it cannot be rendered, its partial output is removed and its source is
    /// shown.</summary>
    private void WriteOrShowSource(Cell cell, Action write)
    {
        ArticlePlace place = _outline.Place;
        ArticleState before = _article.State;
        ImmutableList<Checkpoint> checkpoints = _checkpoints;
        int headings = _scope.Anchors.Headings.Count;
        if (_scope.Report.Try("it cannot be rendered, and is shown as it is written", write))
            return;
        _article.ReturnTo(before);
        _scope.Anchors.KeepHeadings(headings);
        _checkpoints = checkpoints;
        _outline.LeaveOut(place);
        _article.MoveTo(_outline.Place);
        _article.Append(CodeMarkup.Of(cell.Source, isCSharp: false) + "\n");
    }

    private void WriteText(MarkdownCell cell)
    {
        foreach (ArticlePart part in _outline.PartsOf(cell))
            switch (part)
            {
                case CaptionPart { Caption: var caption }:
                    _article.Append($"<figcaption>{ProseRenderer.RenderInlines(caption, _scope)}</figcaption>\n");
                    break;
                case CheckpointPart checkpoint:
                    BeginCheckpoint(checkpoint);
                    break;
                case StepText text:
                    WriteBlocks(text);
                    break;
            }

        _article.MoveTo(_outline.Place);
    }

    private void WriteBlocks(StepText text)
    {
        _article.MoveTo(text.Place);
        bool isTask = text.Place is { Checkpoint: > 0, IsHelp: false };
        if (isTask && _checkpoints[^1] is { Summary: "" } task)
            _checkpoints = _checkpoints.Replace(task, task with { Summary = FirstStrongIn(text.Blocks) });
        var html = new StringBuilder();
        Block? before = null;
        foreach (Block block in text.Blocks)
        {
            bool startsText = html.Length == 0;
            // Below the title, the line with the number and the time; below a checkpoint's heading, that with the time.
            bool isUnderHeading = before is HeadingBlock
                ? _scope.Anchors.Headings is [{ Level: 1 }]
                : startsText && isTask;
            if (isUnderHeading && NotebookTitle.IsEmphasised(block))
                block.GetAttributes().AddClass("meta");
            html.Append(ProseRenderer.RenderPart(block, _scope));
            if (block is HeadingBlock heading)
                _article.BeginSection(_scope.Anchors.Headings[^1], skips: heading.Level == 2 && startsText);
            else
                _article.AddWords(CourseMarkdown.PlainText(block));
            before = block;
        }

        string help = text.Place.IsHelp ? " help" : "";
        string which = text.StudentAnswer is { } id ? $" data-nn-text=\"{Html.Escape(id)}\"" : "";
        if (html.Length > 0)
            _article.Append($"<div class=\"text{help}\"{which}>\n{_scope.Clean(html.ToString())}</div>\n");
    }

    private static string FirstStrongIn(IEnumerable<Block> blocks) =>
        blocks.OfType<ParagraphBlock>()
            .SelectMany(paragraph => paragraph.Inline!.Descendants<EmphasisInline>())
            .FirstOrDefault(emphasis => emphasis.DelimiterCount == 2) is { } strong
            ? CourseMarkdown.PlainText(strong).Trim()
            : "";

    private void BeginCheckpoint(CheckpointPart part)
    {
        _article.MoveTo(part.Place);
        string heading = _scope.Clean(ProseRenderer.RenderPart(part.Heading, _scope));
        Heading anchor = _scope.Anchors.Headings[^1];
        _checkpoints = _checkpoints.Add(new(part.Number, anchor.Id, Summary: ""));
        _article.BeginCheckpoint(Checkpoint.Begin(heading, part.Number, _notebook.IsLive));
        _article.BeginSection(anchor, skips: false);
    }
}
