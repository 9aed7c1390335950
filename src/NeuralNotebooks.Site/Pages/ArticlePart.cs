namespace NeuralNotebooks.Site;

/// <summary>Where a part of an article is.</summary>
/// <param name="Checkpoint">The checkpoint that contains it, numbered from 1 in the article; 0 for none.</param>
/// <param name="IsHelp">Whether it is the hint or the solution of the checkpoint, after the cell that checks the
/// answer.</param>
internal readonly record struct ArticlePlace(int Checkpoint, bool IsHelp);

/// <summary>A part of a Markdown cell, which <see cref="ArticleOutline"/> finds and <see cref="NotebookRenderer"/>
/// writes.</summary>
internal abstract record ArticlePart;

/// <summary>Blocks of a Markdown cell that are written as one text.</summary>
internal sealed record StepText(ArticlePlace Place, IReadOnlyList<Block> Blocks) : ArticlePart
{
    /// <summary>The id of the cell, if a student answers by editing this text.</summary>
    public string? StudentAnswer { get; init; }
}

/// <summary>The heading with which a checkpoint begins.</summary>
/// <param name="Place">Its place, in the new checkpoint.</param>
/// <param name="Number">The number in the heading.</param>
internal sealed record CheckpointPart(ArticlePlace Place, HeadingBlock Heading, string Number) : ArticlePart;

/// <summary>The caption of the code cell before it.</summary>
internal sealed record CaptionPart(EmphasisInline Caption) : ArticlePart;

/// <summary>How an article shows a code cell.</summary>
internal sealed record CellLook(ArticlePlace Place)
{
    /// <summary>How many claims of the text hold, if the cell only checks them; otherwise null.</summary>
    public required int? Claims { get; init; }

    /// <summary>Whether the outputs are an answer, which is hidden until the reader has guessed.</summary>
    public required bool IsAnswer { get; init; }

    /// <summary>Whether the code is folded.</summary>
    public required bool HidesInput { get; init; }

    /// <summary>Whether the outputs are folded.</summary>
    public required bool HidesOutput { get; init; }

    /// <summary>Whether the cell's figure is joined to the control in the cell before it.</summary>
    public required bool Joins { get; init; }
}
