namespace NeuralNotebooks.Site;

/// <summary>The tags of cells with which an author says what a page does with a cell. All but the last are those of
/// Jupyter Book and nbclient.</summary>
internal static class CellTags
{
    /// <summary>The page folds the cell's code.</summary>
    public const string HideInput = "hide-input";

    /// <summary>The page folds the cell's outputs.</summary>
    public const string HideOutput = "hide-output";

    /// <summary>The page does not show the cell.</summary>
    public const string RemoveCell = "remove-cell";

    /// <summary>The cell's output answers the prompt before it. It is folded until the reader has guessed.</summary>
    public const string Answer = "answer";
}
