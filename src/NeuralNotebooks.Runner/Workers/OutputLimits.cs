namespace NeuralNotebooks.Runner;

/// <summary>How much a single cell may show; the excess is counted and left out, so that neither memory nor a page
/// overflows.</summary>
internal static class OutputLimits
{
    /// <summary>Characters of console text.</summary>
    public const int Text = 1_000_000;

    /// <summary>Pieces of console text: standard output and error may alternate, or text and values.</summary>
    public const int Pieces = 2_000;

    /// <summary>Displayed values.</summary>
    public const int Values = 1_000;

    /// <summary>Characters of all displayed values and errors in total.</summary>
    public const int ValueText = 32_000_000;

    /// <summary>Errors: a cell has one, each of the tasks and threads that it leaves may have another.</summary>
    public const int Errors = 20;
}
