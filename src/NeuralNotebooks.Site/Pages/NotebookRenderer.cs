using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NeuralNotebooks.Site;

/// <summary>Renders the cells of a notebook as an article.</summary>
internal sealed partial class NotebookRenderer
{
    private readonly NotebookSource _notebook;
    private readonly PageScope _scope;
    private readonly ArticleWriter _article = new();
    private readonly Prediction _prediction = new();
    private readonly List<Checkpoint> _checkpoints = [];
    private readonly List<int> _failedCells = [];
    private int _verdicts;

    private CheckpointStage _checkpoint;

    private NotebookRenderer(NotebookSource notebook, PageScope scope) => (_notebook, _scope) = (notebook, scope);

    /// <summary>Renders the page of a notebook.</summary>
    public static NotebookPage Render(NotebookSource notebook, SiteContext site)
    {
        var scope = new PageScope(notebook.Path, notebook.Page, site);
        foreach (string path in notebook.FilesBeside?.Keys ?? [])
            scope.Files.Add(path, SiteMap.Address(notebook.NameBeside(path)));
        var title = NotebookTitle.Of(notebook, scope);
        var cells = new NotebookRenderer(notebook, scope);
        scope.Report.Try("the rest of the notebook cannot be rendered", cells.AddCells);
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

    private void AddCells()
    {
        int codeCells = 0;
        foreach (Cell cell in _notebook.Document.Cells)
        {
            if (cell is MarkdownCell text)
            {
                _scope.At(codeCells == 0 ? "text before cell 1" : Invariant($"text after cell {codeCells}"), text);
                AddOrShowSource(cell, () => AddText(text));
            }
            else if (cell is CodeCell code)
            {
                codeCells++;
                _scope.At(Invariant($"cell {codeCells}"), null);
                _article.Close(ArticlePart.Figure);
                if (_notebook.IsLive && _notebook.FilesBeside is null)
                    _scope.Files.PublishNamedIn(code.Source);
                AddOrShowSource(cell, () => AddCode(code, codeCells));
            }
        }
    }

    /// <summary>Adds a cell. If it cannot be rendered, its partial output is removed and its source is
    /// shown.</summary>
    private void AddOrShowSource(Cell cell, Action add)
    {
        ArticleState before = _article.State;
        int headings = _scope.Anchors.Headings.Count;
        if (_scope.Report.Try("it cannot be rendered, and is shown as it is written", add))
            return;
        _article.ReturnTo(before);
        _scope.Anchors.KeepHeadings(headings);
        EndAnswer();
        _article.Close(ArticlePart.Figure);
        _article.Append(CodeMarkup.Of(cell.Source, isCSharp: false, _scope) + "\n");
    }

    private void AddText(MarkdownCell cell)
    {
        MarkdownDocument blocks = CourseMarkdown.Parse(cell.Source);
        int next = AddCaption(blocks.FirstOrDefault()) ? 1 : 0;
        _article.Close(ArticlePart.Figure);
        _control = [];
        // nbgrader marks the cells that a student edits as solutions.
        bool isAnswer =
            _notebook.FilesBeside is not null
            && (cell.Metadata["nbgrader"]?["solution"]?.GetValue<bool>() ?? false);
        string which = isAnswer ? $" data-nn-text=\"{Html.Escape(cell.Id)}\"" : "";
        var html = new StringBuilder();
        int folded = 0;
        for (; next < blocks.Count; next++)
        {
            Block block = blocks[next];
            if (!isAnswer && folded == 0)
                BeginPart(block, html);
            folded += Folds(block);
            AddBlock(block, blocks[Math.Max(0, next - 1)], cell, html);
        }

        WriteText(html, which);
    }

    /// <summary>Adds a block of a Markdown cell to the text that is not written yet.</summary>
    private void AddBlock(Block block, Block before, MarkdownCell cell, StringBuilder html)
    {
        if (block is ParagraphBlock task && _checkpoint == CheckpointStage.Task && _checkpoints[^1].Summary.Length == 0)
            _checkpoints[^1] = _checkpoints[^1] with { Summary = Checkpoint.SetFirstSentenceInBold(task) };
        bool isMeta =
            NotebookTitle.IsMeta(block) && _scope.Anchors.Headings is [{ Level: 1 }] && before is HeadingBlock;
        string rendered = AsksForBuild(block) ? "" : ProseRenderer.RenderPart(block, _scope);
        if (block is HeadingBlock && _checkpoint == CheckpointStage.None && Checkpoint.NumberOf(block) is { } number)
            BeginCheckpoint(number, rendered, cell);
        else
            html.Append(isMeta ? rendered.Replace("<p>", "<p class=\"meta\">") : rendered);
        if (block is HeadingBlock heading)
        {
            bool startsText = html.Length == rendered.Length;
            _article.BeginSection(_scope.Anchors.Headings[^1], skips: heading.Level == 2 && startsText);
        }
        else
            _article.AddWords(CourseMarkdown.PlainText(block));
        if (Prompt.IsPrediction(block))
            _prediction.Ask();
    }

    /// <summary>Adds a paragraph in italics under a picture as its caption.</summary>
    /// <returns>Whether the block is such a paragraph.</returns>
    private bool AddCaption(Block? block)
    {
        if (!_article.IsOpen(ArticlePart.Figure)
            || block is not ParagraphBlock { Inline.FirstChild: EmphasisInline caption }
            || !NotebookTitle.IsEmphasised(block))
            return false;
        _article.Append($"<figcaption>{ProseRenderer.RenderInlines(caption, _scope)}</figcaption>\n");
        return true;
    }

    private void BeginCheckpoint(string number, string heading, Cell cell)
    {
        _checkpoint = CheckpointStage.Task;
        _checkpoints.Add(new(number, _scope.Anchors.Headings[^1].Id, Summary: ""));
        int? minutes = CheckpointTime.Of(_notebook.Document.Cells.SkipWhile(other => other != cell).Skip(1));
        _article.Open(
            ArticlePart.Checkpoint, Checkpoint.Begin(_scope.Clean(heading), number, minutes, _notebook.IsLive));
    }

    /// <summary>Before a block of text, closes the parts that end there and opens the part that contains
    /// it.</summary>
    private void BeginPart(Block block, StringBuilder before)
    {
        if (block is HeadingBlock || Prompt.LabelOf(block) is not null)
        {
            bool isSection = block is HeadingBlock { Level: <= 2 } || Checkpoint.NumberOf(block) is not null;
            if (_article.IsOpen(ArticlePart.Prediction) || _checkpoint != CheckpointStage.None || isSection)
                WriteText(before);
            EndAnswer();
            if (block is HeadingBlock)
                _prediction.BeginSection();
            if (block is HeadingBlock || _checkpoint == CheckpointStage.Help)
                EndCheckpoint();
        }
        else if (_checkpoint == CheckpointStage.Help && block is not HtmlBlock)
        {
            WriteText(before);
            EndAnswer();
            EndCheckpoint();
        }
        else if (_prediction.Stage == PredictionStage.Moves)
        {
            _prediction.Wait();
            _article.Open(ArticlePart.Prediction, "<div class=\"prediction\">\n");
            _article.Append(Answer("the answer", "") + "\n");
        }

        if (_prediction.Stage == PredictionStage.Waits && !_article.IsOpen(ArticlePart.Reading))
            _article.Open(ArticlePart.Reading, "<div class=\"reading\">\n");
    }

    private void EndAnswer()
    {
        _prediction.End();
        _article.Close(ArticlePart.Prediction);
    }

    private void EndCheckpoint()
    {
        _checkpoint = CheckpointStage.None;
        _article.Close(ArticlePart.Checkpoint);
    }

    private void WriteText(StringBuilder html, string which = "")
    {
        if (html.Length == 0)
            return;
        string help = _checkpoint == CheckpointStage.Help ? " help" : "";
        _article.Append($"<div class=\"text{help}\"{which}>\n{_scope.Clean(html.ToString())}</div>\n");
        html.Clear();
    }

    /// <summary>The number of details elements that a block opens, minus those that it closes.</summary>
    private static int Folds(Block block) =>
        block is HtmlBlock html ? Fold().Count(html.Lines.ToString()) - FoldEnd().Count(html.Lines.ToString()) : 0;

    /// <summary>Whether a block says how to build the kit. It is left out, since a page needs no build. On a page that
    /// is not live, a paragraph about running the notebook elsewhere stays.</summary>
    private bool AsksForBuild(Block block) =>
        (block is QuoteBlock || (_notebook.IsLive && block is ParagraphBlock))
        && CourseMarkdown.PlainText(block).Contains("dotnet build", StringComparison.Ordinal);

    [GeneratedRegex("<details\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Fold();

    [GeneratedRegex("</details\\b", RegexOptions.IgnoreCase)]
    private static partial Regex FoldEnd();
}
