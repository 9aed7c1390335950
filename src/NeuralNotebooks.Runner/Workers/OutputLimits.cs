namespace NeuralNotebooks.Runner;

/// <summary>Limits for the output of a single cell. The excess is counted and dropped, so that neither the memory nor a
/// page overflows.</summary>
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

    /// <summary>Errors: a cell has at most one, and each task or thread that it has started may add another.</summary>
    public const int Errors = 20;
}
