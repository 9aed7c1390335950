using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NeuralNotebooks.Site;

internal sealed partial class NotebookPage
{
    private readonly Prediction _prediction = new();
    private readonly List<(int At, Heading Heading)> _skips = [];

    /// <summary>The checkpoint that contains the present cell; null outside checkpoints.</summary>
    private Checkpoint? _checkpoint;

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
                _article.Close(ArticlePart.Figure);
                if (IsLive && FilesBeside is null)
                    Scope.Files.PublishNamedIn(code.Source);
                AddOrShowSource(cell, () => AddCode(code, codeCells));
            }
        }
    }

    /// <summary>Inserts the notebook's name as title if the article has none.</summary>
    private void AddMissingTitle()
    {
        if (Scope.Headings.All(heading => heading.Level > 1))
            _article.Insert(0, $"<h1>{TitleMarkup}</h1>\n");
    }

    /// <summary>Adds a cell. If it cannot be rendered, its partial output is removed and its source is
    /// shown.</summary>
    private void AddOrShowSource(Cell cell, Action add)
    {
        Action undo = _article.Mark();
        (int headings, int sections, int skips) = (Scope.Headings.Count, _sections.Count, _skips.Count);
        if (Scope.Try("it cannot be rendered, and is shown as it is written", add))
            return;
        undo();
        Scope.Headings.RemoveRange(headings, Scope.Headings.Count - headings);
        _sections.RemoveRange(sections, _sections.Count - sections);
        _skips.RemoveRange(skips, _skips.Count - skips);
        EndAnswer();
        _article.Close(ArticlePart.Figure);
        _article.Append(CodeMarkup.Of(cell.Source, "", Scope) + "\n");
    }

    private void AddText(MarkdownCell cell)
    {
        MarkdownDocument blocks = CourseMarkdown.Parse(cell.Source);
        int next = AddCaption(blocks.FirstOrDefault()) ? 1 : 0;
        _article.Close(ArticlePart.Figure);
        _control = [];
        // nbgrader marks the cells that a student edits as solutions.
        bool isAnswer = FilesBeside is not null && (cell.Metadata["nbgrader"]?["solution"]?.GetValue<bool>() ?? false);
        string which = isAnswer ? $" data-nn-text=\"{Html.Escape(cell.Id)}\"" : "";
        var html = new StringBuilder();
        int folded = 0;
        for (; next < blocks.Count; next++)
        {
            Block block = blocks[next];
            if (!isAnswer && folded == 0)
                BeginPart(block, html);
            folded += Folds(block);
            bool asks = block is QuoteBlock prompt && Prompt.IsPrediction(prompt);
            if (block is ParagraphBlock task && _checkpoint is { IsJudged: false } checkpoint)
                checkpoint.Emphasise(task);
            bool meta =
                IsMeta(block)
                && Scope.Headings is [{ Level: 1 }]
                && block.Parent![Math.Max(0, next - 1)] is HeadingBlock;
            string rendered = AsksForBuild(block) ? "" : ProseRenderer.RenderPart(block, Scope);
            if (block is HeadingBlock && _checkpoint is null && Checkpoint.NumberOf(block) is { } number)
                BeginCheckpoint(number, rendered, cell);
            else
                html.Append(meta ? rendered.Replace("<p>", "<p class=\"meta\">") : rendered);
            if (block is HeadingBlock)
                _sections.Add(new(Scope.Headings[^1].Id, Scope.Headings[^1].Text, new()));
            else
                _sections[^1].Text.Append(CourseMarkdown.PlainText(block)).Append(' ');
            if (block is HeadingBlock { Level: 2 } && html.Length == rendered.Length)
                _skips.Add((_article.Length, Scope.Headings[^1]));
            if (asks)
                _prediction.Ask();
        }

        WriteText(html, which);
    }

    /// <summary>Adds a paragraph in italics under a picture as its caption.</summary>
    /// <returns>Whether the block is such a paragraph.</returns>
    private bool AddCaption(Block? block)
    {
        if (!_article.IsOpen(ArticlePart.Figure)
            || block is not ParagraphBlock { Inline.FirstChild: EmphasisInline caption }
            || !IsEmphasised(block))
            return false;
        _article.Append($"<figcaption>{ProseRenderer.RenderChildren(caption, Scope)}</figcaption>\n");
        return true;
    }

    private void BeginCheckpoint(string number, string heading, Cell cell)
    {
        _checkpoint = new(number, Scope.Headings[^1].Id);
        _checkpoints.Add(_checkpoint);
        int? minutes = CheckpointTime.Of(Document.Cells.SkipWhile(other => other != cell).Skip(1));
        _article.Open(
            ArticlePart.Checkpoint, Checkpoint.Begin(Scope.Clean(heading), number, minutes, IsLive));
    }

    /// <summary>Before a block of text, closes the parts that end there and opens the part that contains
    /// it.</summary>
    private void BeginPart(Block block, StringBuilder before)
    {
        if (block is HeadingBlock || (block is QuoteBlock quote && Prompt.Is(quote)))
        {
            bool isSection = block is HeadingBlock { Level: <= 2 } || Checkpoint.NumberOf(block) is not null;
            if (_article.IsOpen(ArticlePart.Prediction) || _checkpoint is not null || isSection)
                WriteText(before);
            EndAnswer();
            if (block is HeadingBlock)
                _prediction.BeginSection();
            if (block is HeadingBlock || _checkpoint is { IsJudged: true })
                EndCheckpoint();
        }
        else if (_checkpoint is { IsJudged: true } && block is not HtmlBlock)
        {
            WriteText(before);
            EndAnswer();
            EndCheckpoint();
        }
        else if (_prediction.Stage == PredictionStage.Moves)
        {
            _prediction.Wait();
            _article.Open(ArticlePart.Prediction, "<div class=\"prediction\">\n");
            _article.Append(Prediction.Answer("the answer", "") + "\n");
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
        _checkpoint = null;
        _article.Close(ArticlePart.Checkpoint);
    }

    private void WriteText(StringBuilder html, string which = "")
    {
        if (html.Length == 0)
            return;
        string help = _checkpoint is { IsJudged: true } ? " help" : "";
        _article.Append($"<div class=\"text{help}\"{which}>\n{Scope.Clean(html.ToString())}</div>\n");
        html.Clear();
    }

    /// <summary>The number of details elements that a block opens, minus those that it closes.</summary>
    private static int Folds(Block block) =>
        block is HtmlBlock html ? Fold().Count(html.Lines.ToString()) - FoldEnd().Count(html.Lines.ToString()) : 0;

    /// <summary>Whether a block says how to build the kit. It is left out, since a page needs no build. On a page that
    /// is not live, a paragraph about running the notebook elsewhere stays.</summary>
    private bool AsksForBuild(Block block) =>
        (block is QuoteBlock || (IsLive && block is ParagraphBlock))
        && CourseMarkdown.PlainText(block).Contains("dotnet build", StringComparison.Ordinal);

    /// <summary>Inserts a skip link, for keyboard users, to the next section before each section.</summary>
    private void AddSkips()
    {
        for (int i = _skips.Count - 2; i >= 0; i--)
        {
            Heading next = _skips[i + 1].Heading;
            _article.Insert(
                _skips[i].At,
                $"<a class=\"skip\" href=\"#{next.Id}\">Skip to “{Html.Escape(next.Text)}”</a>\n"
            );
        }
    }

    [GeneratedRegex("<details\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Fold();

    [GeneratedRegex("</details\\b", RegexOptions.IgnoreCase)]
    private static partial Regex FoldEnd();
}
