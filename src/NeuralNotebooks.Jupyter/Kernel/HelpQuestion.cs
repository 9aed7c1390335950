namespace NeuralNotebooks.Jupyter;

/// <summary>A cell that requests documentation, as in IPython: <c>Math.Max?</c>, or <c>??</c> for more
/// details.</summary>
/// <param name="Code">The name to document.</param>
/// <param name="DetailLevel">0, or 1 for more details.</param>
internal sealed partial record HelpQuestion(string Code, int DetailLevel)
{
    /// <returns>Null if the cell is code.</returns>
    public static HelpQuestion? Parse(string cell)
    {
        string text = cell.Trim();
        int marks = text.EndsWith("??", StringComparison.Ordinal) ? 2 : text.EndsWith('?') ? 1 : 0;
        string code = text[..^marks].TrimEnd();
        return marks > 0 && Name().IsMatch(code) ? new HelpQuestion(code, marks - 1) : null;
    }

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{N}_.<>, ]*\z")]
    private static partial Regex Name();
}
