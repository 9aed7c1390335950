namespace NeuralNotebooks.Site;

/// <summary>The tags with which an author says what a page does with a cell. All but the last three are those of
/// Jupyter Book and nbclient, which may have underscores in place of hyphens. An error is always shown.</summary>
internal static class CellTags
{
    /// <summary>The page folds the code, the outputs or both.</summary>
    public const string HideInput = "hide-input", HideOutput = "hide-output", HideCell = "hide-cell";

    /// <summary>The page does not show the code, the outputs or both.</summary>
    public const string RemoveInput = "remove-input", RemoveOutput = "remove-output", RemoveCell = "remove-cell";

    /// <summary>The page does not show what the cell writes to the console.</summary>
    public const string RemoveStdout = "remove-stdout", RemoveStderr = "remove-stderr";

    /// <summary>The cell's output answers the prompt before it. It is folded until the reader has guessed.</summary>
    public const string Answer = "answer";

    /// <summary>The last heading of the text begins a checkpoint.</summary>
    public const string Checkpoint = "checkpoint";

    /// <summary>Begins a tag that names an answer of the reader in another notebook, <c>NOTEBOOK#CODE</c>: the solved
    /// checkpoint there whose code contains CODE. The page offers to put it in place of the cell.</summary>
    public const string Piece = "piece=";

    public static bool Has(Cell cell, string tag) => cell.HasTag(tag) || cell.HasTag(tag.Replace('-', '_'));

    public static IEnumerable<Output> ShownOutputs(CodeCell cell) => cell.Outputs.Where(output =>
        output is ErrorOutput
        || !(Has(cell, RemoveOutput)
            || (output is StreamOutput { Name: var name }
                && Has(cell, name == StreamName.Stderr ? RemoveStderr : RemoveStdout))));

    /// <summary>The classes by which a live page hides the outputs that it does not show, when the cell runs
    /// again.</summary>
    public static string OutputClasses(CodeCell cell) => string.Concat(
        ((string[])[RemoveOutput, RemoveStdout, RemoveStderr]).Where(tag => Has(cell, tag)).Select(tag => $" {tag}"));
}
