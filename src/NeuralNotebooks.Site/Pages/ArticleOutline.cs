namespace NeuralNotebooks.Site;

/// <summary>Finds the parts of an article, one cell after the other: which blocks are one text, where checkpoints begin
/// and end. It writes no HTML.</summary>
internal sealed class ArticleOutline(NotebookSource notebook)
{
    private int _checkpoints;
    private bool _isAfterCell, _isAfterControl;

    /// <summary>The place of what follows.</summary>
    public ArticlePlace Place { get; private set; }

    /// <summary>The parts of a Markdown cell.</summary>
    public IReadOnlyList<ArticlePart> PartsOf(MarkdownCell cell)
    {
        MarkdownDocument blocks = CourseMarkdown.Parse(cell.Source);
        List<ArticlePart> parts = [];
        EmphasisInline? caption = _isAfterCell ? CaptionIn(blocks) : null;
        if (caption is not null)
            parts.Add(new CaptionPart(caption));
        _isAfterCell = _isAfterControl = false;
        bool isStudentAnswer = notebook.IsStudentAnswer(cell);
        List<Block> text = [];
        int folded = 0;
        foreach (Block block in blocks.Skip(caption is null ? 0 : 1))
        {
            bool isTop = !isStudentAnswer && folded == 0;
            folded = Math.Max(0, folded + FoldedText.OpenedBy(block));
            if (isTop)
                Begin(block);
            if (isTop && Checkpoint.NumberOf(block) is { } number)
            {
                Place = new(++_checkpoints, IsHelp: false);
                parts.Add(new CheckpointPart(Place, (HeadingBlock)block, number));
            }
            else
                text.Add(block);
        }

        EndText(Place);
        return parts;

        void Begin(Block block)
        {
            ArticlePlace before = Place;
            bool endsText = EndsText(block);
            if (block is HeadingBlock || (Place.IsHelp && block is not HtmlBlock))
                Place = default;
            if (endsText || Place != before)
                EndText(before);
        }

        void EndText(ArticlePlace place)
        {
            if (text.Count > 0)
                parts.Add(new StepText(place, text) { StudentAnswer = isStudentAnswer ? cell.Id : null });
            text = [];
        }
    }

    /// <summary>How a code cell is shown; null if the page does not show it.</summary>
    /// <param name="facts">Facts about its outputs.</param>
    /// <param name="hasOutputs">Whether the page shows outputs.</param>
    public CellLook? LookOf(CodeCell cell, OutputFacts facts, bool hasOutputs)
    {
        _isAfterCell = false;
        if (!notebook.HasCode(cell) && !hasOutputs)
            return null;
        if (Place.IsHelp)
            Place = default;
        bool hidesInput = CellTags.Has(cell, CellTags.HideInput) && !facts.HasError;
        var look = new CellLook(Place)
        {
            Claims = cell.HidesSource ? facts.Claims : null,
            IsAnswer = CellTags.Has(cell, CellTags.Answer)
                && hasOutputs && !facts.HasError && !facts.HasVerdict && !facts.AreOnlyProgress,
            HidesInput = hidesInput,
            HidesOutput = CellTags.Has(cell, CellTags.HideOutput) && hasOutputs && !facts.HasError,
            Joins = hidesInput && _isAfterControl,
        };
        _isAfterControl = facts.CanBeMoved;
        if (Place.Checkpoint > 0 && facts.HasVerdict)
            Place = Place with { IsHelp = true };
        _isAfterCell = true;
        return look;
    }

    /// <summary>Leaves out the parts of a cell that cannot be rendered.</summary>
    /// <param name="before">The place before the cell.</param>
    public void LeaveOut(ArticlePlace before)
    {
        Place = before;
        _isAfterCell = _isAfterControl = false;
    }

    /// <summary>The paragraph in italics with which a text under a picture begins; otherwise null.</summary>
    private static EmphasisInline? CaptionIn(MarkdownDocument blocks) =>
        blocks.FirstOrDefault() is ParagraphBlock { Inline.FirstChild: EmphasisInline caption } first
        && NotebookTitle.IsEmphasised(first)
            ? caption
            : null;

    /// <summary>Whether a block begins another text even at the same place.</summary>
    private bool EndsText(Block block) =>
        block is HeadingBlock { Level: <= 2 }
        || Checkpoint.NumberOf(block) is not null
        || (Place.Checkpoint > 0 && Prompt.LabelOf(block) is not null);
}
